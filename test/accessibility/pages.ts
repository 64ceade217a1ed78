/** An address of a tour; `…` stands for the first link of that family met before, `{name}` for what `prepare` made. */
export type Stop = string | { path: string; refused: string };

/** A page whose form is sent empty, and scanned again once it has been refused. */
const refused = (path: string, form = 'main form[method="post"]'): Stop => ({ path, refused: form });

export const pathOf = (stop: Stop): string => (typeof stop === 'string' ? stop : stop.path);

/** Every page of the product, by who sees it. */
export const tours = {
  visitor: [
    '/',
    '/trouver',
    '/trouver?quoi=laser&ou=Blois&km=80',
    '/trouver?quoi=introuvable',
    '/equipements/…',
    '/ateliers',
    '/ateliers/…',
    '/reseau/CVL',
    '/partager',
    '/partager?quoi=introuvable&ou=Nulleville',
    '/matieres?ou=Blois&km=60',
    '/matieres/…',
    '/formations',
    '/formations/…',
    '/formateurs',
    '/formateurs/…',
    '/achats-groupes',
    '/achats-groupes/…',
    '/postes',
    '/postes/…',
    '/panier',
    '/aide',
    '/accessibilite',
    refused('/connexion', 'main form[action="?/password"]'),
    refused('/inscription'),
    refused('/mot-de-passe'),
    '/verifier',
    '/demandes/nouvelle',
    '/invitations/perdue',
    '/desabonnement/{token}',
    '/desabonnement/perdu',
    '/compte/parti',
    '/nulle-part',
  ],
  'lou.perrin@demo.example': [
    '/bureau',
    '/bureau?fait=oui',
    '/parts',
    '/parts/…',
    '/matieres/…',
    refused('/matieres/…/modifier'),
    refused('/formations/nouveau'),
    refused('/formateurs/nouveau'),
    '/formateurs?ou=Blois',
    '/formateurs/…',
    refused('/formateurs/…/modifier', 'main form[action="?/enregistrer"]'),
    refused('/achats-groupes/nouveau'),
    refused('/bureau/habilitations', 'main form[action="?/issue"]'),
    '/bureau/habilitations/reglages',
    refused('/postes/nouveau'),
    '/postes',
    '/postes/…',
    '/postes/…/candidatures',
    '/candidatures/…',
    '/postes/…/semaine',
    '/echanges',
    '/echanges/…',
    '/echanges/…/bon',
    '/notifications',
    '/notifications/reglages',
    '/compte',
    '/compte/agendas',
    '/compte/donnees',
    '/trouver/recherches',
    '/trouver?quoi=laser&ou=Blois&km=80',
    '/trouver?quoi=plasma&ou=Blois&km=20',
    '/offres',
    '/scanner',
    '/scanner?inconnu=ABC',
    refused('/ateliers/nouveau', 'main form[method="post"]'),
    '/ateliers',
    '/ateliers/…',
    '/ateliers/la-boite-a-copeaux',
    refused('/ateliers/la-boite-a-copeaux/modifier', 'main form[method="post"]:has([name="name"])'),
    '/ateliers/la-boite-a-copeaux/agendas',
    '/ateliers/la-boite-a-copeaux/bilan',
    '/ateliers/la-boite-a-copeaux/etiquettes',
    refused('/ateliers/la-boite-a-copeaux/equipements/nouveau', 'main form[method="post"]:has([name="name"])'),
    '/equipements/…',
    '/equipements/…/modifier',
    '/matieres/…/photos',
    '/achats-groupes',
    '/achats-groupes/…/livraisons',
    '/besoins',
    '/besoins/…',
    '/besoins?les=miennes',
    refused('/besoins/nouveau'),
  ],
  'karim.ouali@demo.example': [
    '/bureau',
    '/offres',
    '/offres/…',
    '/echanges',
    '/panier',
    '/matieres',
    '/parts?cote=demande',
    '/panier/tournee/{tour}',
    '/equipements/{machine}/serie{dates}',
    '/series/{series}',
  ],
  'ana.ferrandon@demo.example': [
    '/',
    '/demandes',
    '/demandes/…',
    refused('/demandes/nouvelle'),
    '/echanges',
    '/echanges/…',
    '/compte',
    '/postes',
    refused('/postes/…/postuler'),
    '/candidatures',
  ],
  'jeanne.masson@demo.example': ['/candidatures', '/candidatures/…', refused('/formations-a-prevoir')],
  'adele.fontaine@demo.example': ['/parts?cote=demande', '/parts/…', '/postes/…/semaine'],
  'helene.marchand@demo.example': [
    '/reseau/CVL',
    '/postes/nouveau?reseau=CVL',
    '/formations-a-prevoir',
    refused('/reseau/CVL/import'),
    '/reseau/CVL/import/{import}',
    '/compte',
  ],
} as const satisfies Record<string, readonly Stop[]>;

export type Who = keyof typeof tours;

/** Files of a folder of routes as addresses: `/echanges/[id]/bon`. */
export const routeOf = (file: string): string => `/${file.replace(/\/?\+page\.svelte$/, '')}`;

/** The route that an address opens: the one with the fewest parameters of those that fit. */
export function routeFor(path: string, routes: readonly string[]): string | undefined {
  const asked = path.split(/\?|\{dates/)[0]!.split('/');
  const fits = (route: string) => {
    const parts = route.split('/');
    return parts.length === asked.length && parts.every((part, at) => part.startsWith('[') || part === asked[at]);
  };
  const parameters = (route: string) => route.split('[').length;
  return routes.filter(fits).sort((one, other) => parameters(one) - parameters(other))[0];
}
