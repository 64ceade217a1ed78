/** Paper, labels and the scanner. */
export const counter = {
  print: 'Imprimer',
  pdf: 'Télécharger en PDF',
  printed: (date: string) => `Imprimé le ${date}`,

  scanTitle: 'Scanner',
  scanLead:
    'Le code d’un bon ouvre le prêt. L’étiquette d’une machine ouvre ce qu’il y a à faire\u00A0: remettre ou reprendre.',
  code: 'Code du bon ou de l’étiquette',
  codeHint: 'Au clavier, à la douchette, ou par l’appareil photo. Exemple\u00A0: BP-2026-0147',
  go: 'Ouvrir',
  camera: 'Ouvrir l’appareil photo',
  stop: 'Fermer l’appareil photo',
  aim: 'Visez le code.',
  noCamera: 'L’appareil photo ne répond pas. Tapez le code.',
  refusedCamera: 'L’appareil photo est bloqué pour ce site. Autorisez-le dans le navigateur, ou tapez le code.',
  found: (code: string) => `Lu\u00A0: ${code}. Ouverture…`,
  unknown: (code: string) =>
    `Le code ${code} n’ouvre rien pour vous. Vérifiez-le, ou changez d’organisation en haut de page.`,
  scanLink: 'Scanner un code',

  labelsTitle: 'Étiquettes des machines',
  labelsLead:
    'Une étiquette par exemplaire, avec son code QR\u00A0: le scanner ouvre la machine, ou ce qu’il y a à faire.',
  labelsLink: 'Étiquettes avec code QR',
  perSheet: 'Étiquettes par feuille A4',
  sheets: {
    21: '21 (63,5\u00A0×\u00A038,1\u00A0mm)',
    24: '24 (70\u00A0×\u00A037\u00A0mm)',
    40: '40 (52,5\u00A0×\u00A029,7\u00A0mm)',
  },
  skip: 'Places déjà utilisées sur la première feuille',
  choose: 'Exemplaires',
  show: 'Préparer la feuille',
  preview: 'Feuille à imprimer',
  scale: 'Imprimez à 100\u202F%, sans marges.',
  noUnits: 'Aucune machine',
  noUnitsText: 'Ajoutez un équipement, son étiquette sera ici.',
  sheet: (page: number, pages: number) => `Feuille ${page} sur ${pages}`,
};
