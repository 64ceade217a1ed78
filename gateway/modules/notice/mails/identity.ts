import type { MailWords } from '../mails.ts';
import { said } from './words.ts';

/** Mails about accounts. `url` is made by the account library and used as it is. */
export const identityMails = {
  'identity.verify': {
    fr: ({ url }) => ({
      subject: 'Confirmez votre adresse',
      lines: [
        'Vous avez ouvert un compte sur Maillage.',
        'Ce lien confirme votre adresse. Il sert une fois, pendant une heure.',
      ],
      button: { label: 'Confirmer mon adresse', path: said(url) },
    }),
    en: ({ url }) => ({
      subject: 'Confirm your address',
      lines: ['You opened an account on Maillage.', 'This link confirms your address. It works once, for one hour.'],
      button: { label: 'Confirm my address', path: said(url) },
    }),
  },
  'identity.newAddress': {
    fr: ({ url }) => ({
      subject: 'Confirmez votre nouvelle adresse',
      lines: [
        'Vous avez demandé que votre compte Maillage passe à cette adresse.',
        'Ce lien la confirme. Il sert une fois, pendant une heure.',
      ],
      button: { label: 'Confirmer mon adresse', path: said(url) },
    }),
    en: ({ url }) => ({
      subject: 'Confirm your new address',
      lines: [
        'You asked for your Maillage account to move to this address.',
        'This link confirms it. It works once, for one hour.',
      ],
      button: { label: 'Confirm my address', path: said(url) },
    }),
  },
  'identity.addressChanging': {
    fr: ({ to }) => ({
      subject: 'Votre compte va changer d’adresse',
      lines: [
        `Quelqu’un qui connaît votre mot de passe a demandé que votre compte passe à ${said(to)}.`,
        'Si ce n’est pas vous, choisissez tout de suite un nouveau mot de passe.',
      ],
      button: { label: 'Choisir un mot de passe', path: '/mot-de-passe' },
    }),
    en: ({ to }) => ({
      subject: 'Your account is about to change address',
      lines: [
        `Someone who knows your password asked for your account to move to ${said(to)}.`,
        'If it was not you, choose a new password at once.',
      ],
      button: { label: 'Choose a password', path: '/mot-de-passe' },
    }),
  },
  'identity.passwordChanged': {
    fr: () => ({
      subject: 'Votre mot de passe a changé',
      lines: [
        'Le mot de passe de votre compte vient de changer. Les autres sessions sont fermées.',
        'Si ce n’est pas vous, choisissez-en un autre tout de suite.',
      ],
      button: { label: 'Choisir un mot de passe', path: '/mot-de-passe' },
    }),
    en: () => ({
      subject: 'Your password has changed',
      lines: [
        'The password of your account has just changed. Other sessions are closed.',
        'If it was not you, choose another at once.',
      ],
      button: { label: 'Choose a password', path: '/mot-de-passe' },
    }),
  },
  'identity.reset': {
    fr: ({ url }) => ({
      subject: 'Choisir un nouveau mot de passe',
      lines: [
        'Quelqu’un, vous sans doute, a demandé un nouveau mot de passe.',
        'Sans action de votre part, rien ne change.',
      ],
      button: { label: 'Choisir un mot de passe', path: said(url) },
    }),
    en: ({ url }) => ({
      subject: 'Choose a new password',
      lines: ['Someone, you most likely, asked for a new password.', 'If you do nothing, nothing changes.'],
      button: { label: 'Choose a password', path: said(url) },
    }),
  },
  'identity.magicLink': {
    fr: ({ url }) => ({
      subject: 'Votre lien de connexion',
      lines: ['Ce lien vous connecte sans mot de passe. Il sert une fois, pendant dix minutes.'],
      button: { label: 'Se connecter', path: said(url) },
    }),
    en: ({ url }) => ({
      subject: 'Your sign-in link',
      lines: ['This link signs you in without a password. It works once, for ten minutes.'],
      button: { label: 'Sign in', path: said(url) },
    }),
  },
  'identity.alreadyRegistered': {
    fr: () => ({
      subject: 'Vous avez déjà un compte',
      lines: ['Quelqu’un a voulu ouvrir un compte avec votre adresse, qui en a déjà un. Rien n’a changé.'],
      button: { label: 'Se connecter', path: '/connexion' },
    }),
    en: () => ({
      subject: 'You already have an account',
      lines: ['Someone tried to open an account with your address, which has one already. Nothing has changed.'],
      button: { label: 'Sign in', path: '/connexion' },
    }),
  },
  'identity.lockedOut': {
    fr: ({ minutes }) => ({
      subject: 'Plusieurs essais de mot de passe ont échoué',
      lines: [
        `Dix mots de passe faux ont été essayés. La connexion par mot de passe attend ${said(minutes)} minutes.`,
        'Si ce n’est pas vous, choisissez un nouveau mot de passe.',
      ],
      button: { label: 'Choisir un mot de passe', path: '/mot-de-passe' },
    }),
    en: ({ minutes }) => ({
      subject: 'Several wrong passwords were tried',
      lines: [
        `Ten wrong passwords were tried. Signing in by password waits ${said(minutes)} minutes.`,
        'If it was not you, choose a new password.',
      ],
      button: { label: 'Choose a password', path: '/mot-de-passe' },
    }),
  },
  'identity.invited': {
    fr: ({ organisation, by, token }) => ({
      subject: `${said(by)} vous invite à rejoindre ${said(organisation)}`,
      lines: [`Vous pourrez agir pour ${said(organisation)} sur Maillage. L’invitation vaut quatorze jours.`],
      button: { label: 'Voir l’invitation', path: `/invitations/${said(token)}` },
    }),
    en: ({ organisation, by, token }) => ({
      subject: `${said(by)} invites you to join ${said(organisation)}`,
      lines: [`You will be able to act for ${said(organisation)} on Maillage. The invitation lasts fourteen days.`],
      button: { label: 'See the invitation', path: `/invitations/${said(token)}` },
    }),
  },
  'identity.joined': {
    fr: ({ name, organisation }) => ({
      subject: `${said(name)} a rejoint ${said(organisation)}`,
      lines: [`${said(name)} peut désormais agir pour ${said(organisation)}.`],
    }),
    en: ({ name, organisation }) => ({
      subject: `${said(name)} joined ${said(organisation)}`,
      lines: [`${said(name)} can now act for ${said(organisation)}.`],
    }),
  },
  'identity.deleted': {
    fr: () => ({
      subject: 'Votre compte est supprimé',
      lines: [
        'Votre compte Maillage est supprimé, et vos sessions sont fermées.',
        'Les prêts et les demandes que d’autres doivent garder restent, sans votre nom.',
        'Cette adresse peut ouvrir un nouveau compte.',
      ],
    }),
    en: () => ({
      subject: 'Your account is deleted',
      lines: [
        'Your Maillage account is deleted, and your sessions are closed.',
        'Loans and requests that others must keep stay, without your name.',
        'This address can open a new account.',
      ],
    }),
  },
} as const satisfies Record<string, MailWords>;
