import type { RequestHandler } from './$types';

const tables = {
  fr: [
    'Identifiant;Nom;Adresse;Code postal;Ville;Latitude;Longitude;Site web;Description',
    'atelier-1;Atelier d’exemple;1 rue des Essais;41000;Blois;47,5861;1,3359;https://exemple.fr;Découpe laser et impression 3D',
  ],
  en: [
    'id,name,address,postal_code,city,latitude,longitude,website,description',
    'workshop-1,Example workshop,1 rue des Essais,41000,Blois,47.5861,1.3359,https://example.org,Laser cutting and 3D printing',
  ],
};

/** A table to fill in, as a spreadsheet of that language opens it. */
export const GET: RequestHandler = ({ locals }) =>
  new Response(`\uFEFF${tables[locals.locale].join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="maillage-${locals.locale === 'fr' ? 'modele' : 'model'}.csv"`,
    },
  });
