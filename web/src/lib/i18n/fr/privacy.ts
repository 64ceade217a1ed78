/** One’s own data, and the end of an account. */
export const privacy = {
  title: 'Mes données',
  lead: 'Tout ce que Maillage garde de vous, et comment l’emporter ou l’effacer.',
  link: 'Emporter mes données ou supprimer le compte',
  file: 'Emporter mes données',
  fileText:
    'Un fichier JSON\u00A0: votre compte, vos rôles, vos prêts, vos demandes, vos habilitations, vos notifications, et chaque ligne où vous êtes nommé. Les mots de passe et les jetons n’y sont pas.',
  fileGo: 'Télécharger le fichier',
  remove: 'Supprimer le compte',
  goesTitle: 'Ce qui part',
  goes: [
    'Votre nom, votre adresse, votre mot de passe, vos sessions.',
    'Vos rôles, vos habilitations, vos invitations, vos réglages, votre panier, vos agendas partagés.',
    'Vos notifications, et les brouillons de demandes à votre nom.',
  ],
  staysTitle: 'Ce qui reste, sans votre nom',
  stays: [
    'Les prêts et leurs bons de remise et de retour\u00A0: l’atelier en répond.',
    'Les demandes de fabrication envoyées, et les engagements de confidentialité acceptés.',
    'Ce que vous avez écrit au nom d’une organisation\u00A0: c’est à elle.',
  ],
  again: 'Votre adresse pourra ouvrir un nouveau compte. L’ancien ne revient pas.',
  closes: (names: string) => `Vous y êtes seul\u00A0: ${names} se ferme aussi.`,
  blocked: 'Pas encore possible',
  blockedText: 'Réglez d’abord ceci\u00A0:',
  blocks: {
    last_manager: (name: string) => `${name}\u00A0: vous êtes la dernière personne responsable. Nommez-en une autre.`,
    open_loan: (name: string) => `Prêt ${name}\u00A0: rendez la machine, ou annulez la demande.`,
    open_request: (name: string) => `Demande ${name}\u00A0: attendez sa fin, ou retirez-la.`,
  },
  password: 'Votre mot de passe, pour confirmer',
  go: 'Supprimer mon compte',
  goneTitle: 'Votre compte est supprimé',
  gone: 'Vos sessions sont fermées. Un e-mail vous le confirme.',
  home: 'Revenir à l’accueil',
};
