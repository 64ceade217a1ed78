/** Pages of the house: errors, help, accessibility. */
export const pages = {
  error: {
    notFound: {
      title: 'Cette étiquette ne pend plus à son crochet',
      text: 'La page a changé de place ou n’a jamais existé. Rien n’est perdu dans vos échanges.',
    },
    forbidden: {
      title: 'Cette porte n’est pas la vôtre',
      text: 'Cette page est réservée à d’autres personnes ou à un autre rôle. Changez de rôle en haut de page, ou demandez l’accès à l’atelier.',
    },
    unavailable: {
      title: 'L’atelier ne répond pas',
      text: 'Le service est arrêté ou redémarre. Rien n’a été enregistré deux fois. Réessayez dans une minute.',
    },
    failed: { title: 'La page n’a pas pu s’ouvrir', text: 'Rien n’a été enregistré deux fois.' },
    id: 'Numéro à citer\u00A0:',
    home: 'Revenir à l’accueil',
    find: 'Chercher une machine',
  },
  help: {
    title: 'Premiers pas',
    lead: 'Trois gestes suffisent\u00A0: chercher, demander, rendre.',
    sections: [
      {
        title: 'Emprunter une machine',
        steps: [
          'Dites quoi, où et quand sur la page Trouver. Seul ce qui est libre s’affiche.',
          'Ouvrez la machine, choisissez votre créneau et demandez-le. Il vous est tenu jusqu’à la réponse.',
          'L’atelier accepte, ou refuse en disant pourquoi. Certaines machines s’accordent sans attendre.',
          'À la remise, puis au retour, vous notez ensemble l’état et les pièces.',
        ],
      },
      {
        title: 'Faire fabriquer une pièce',
        steps: [
          'Décrivez la pièce\u00A0: procédé, matière, taille, quantité, date.',
          'Chaque atelier reçoit un verdict par exigence, avec les deux nombres comparés.',
          'La demande va au plus proche qui sait faire. S’il passe ou se tait, le suivant la reçoit.',
        ],
      },
      {
        title: 'Tenir un atelier',
        steps: [
          'Le bureau montre les remises et les retours du jour, et ce qui attend votre réponse.',
          'Publiez une machine avec ses règles\u00A0: prix, qui peut l’emprunter, habilitation, délai.',
          'Une machine en panne se met hors service avec ses dates. Personne ne peut alors la réserver.',
        ],
      },
    ],
    words: 'Les mots',
    glossary: [
      {
        term: 'À confirmer',
        text: 'L’atelier n’a rien déclaré sur ce point. La question lui est posée avec la demande.',
      },
      { term: 'Tenu jusqu’à', text: 'Le créneau est gardé pour vous. Passé cette heure, il se libère seul.' },
      {
        term: 'Habilitation',
        text: 'Le droit de se servir d’une machine, après une formation. Le serveur la vérifie à chaque demande.',
      },
      { term: 'Distance', text: 'À vol d’oiseau, de commune à atelier.' },
    ],
  },
  access: {
    title: 'Accessibilité',
    lead: 'Maillage vise le niveau AA des règles WCAG 2.2. Aucun audit extérieur n’a encore été fait\u00A0: cette page dit ce qui est vérifié, et ce qui reste imparfait.',
    resultTitle: 'Les critères du RGAA\u00A04.1.2',
    result: (on: string, criteria: number) =>
      `Nous avons répondu nous-mêmes à chacun des ${criteria}\u00A0critères, le ${on}.`,
    conforms: (count: number): string => (count < 2 ? 'conforme' : 'conformes'),
    none: 'sans objet ici',
    failing: (count: number): string => (count < 2 ? 'non conforme' : 'non conformes'),
    share: (share: string) => `Parmi les critères qui s’appliquent, ${share} sont conformes.`,
    criterion: (id: string, what: string) => `Critère ${id}\u00A0: ${what}`,
    fails: {
      '8.7':
        'les textes écrits par les membres ne portent pas l’indication de leur langue. Dans la version anglaise, un lecteur d’écran lit donc leur français avec une voix anglaise.',
    } as Record<string, string>,
    doneTitle: 'Ce qui est vérifié',
    done: [
      'Chaque page se lit et sert sans souris, au clavier seul.',
      'La lecture et l’action principale marchent sans JavaScript.',
      'Les contrastes sont calculés pour les deux thèmes, clair et sombre.',
      'Un état n’est jamais dit par la couleur seule\u00A0: un signe et un mot l’accompagnent.',
      'La liste dit tout ce que montre la carte.',
      'Avec les animations réduites, rien ne bouge.',
    ],
    weakTitle: 'Ce qui reste à faire',
    weak: [
      'Un audit par une personne extérieure, avec des utilisatrices et utilisateurs de lecteurs d’écran.',
      'Une partie des critères n’est suivie que par un outil, qui ne voit pas tout ce qu’une personne verrait.',
      'La carte se parcourt au clavier, mais la liste reste plus rapide.',
    ],
    contactTitle: 'Une difficulté\u202F?',
    contact:
      'Dites-le à la tête de votre réseau ou à votre atelier\u00A0: le nom de la page, ce que vous vouliez faire, et l’aide technique que vous utilisez.',
  },
};
