import { words } from '../words.js';

export const say = words({
  en: {
    title: 'Team',
    hint: 'Organizers run events, orders and refunds; stewards check tickets and look after the review lane. A '
      + 'change holds from the next request on.',
    invite: 'Invite somebody',
    inviteText: 'A mail brings a link by which they choose a password. It is good for a limited time and can be sent '
      + 'again.',
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    roles: { organizer: 'Organizer', steward: 'Steward' },
    send: 'Invite',
    invited: (name: string) => `${name} was invited.`,
    added: (name: string) => `${name} was added and can sign in with the password they have.`,
    state: 'State',
    waiting: 'invited, no password yet',
    active: 'active',
    again: 'Invite again',
    againDone: 'Another invitation is on its way; the one before is not good any more.',
    makeRole: (role: string) => `Make ${role}`,
    roleTitle: (name: string, role: string) => `Make ${name} ${role}?`,
    roleConsequences: {
      organizer: 'They can then change and cancel events, refund orders, read buyers’ names and addresses, and '
        + 'manage this team.',
      steward: 'They can then check tickets only. Events, orders and buyers’ addresses are closed to them from the '
        + 'next request on.',
    },
    roleVerb: 'Change role',
    roleDone: (name: string) => `${name}’s role was changed.`,
    remove: 'Remove',
    removeTitle: (name: string) => `Remove ${name} from the team?`,
    removeText: 'From the next request on they can do nothing in this organization any more. What they did stays in '
      + 'the audit trail. '
      + 'They can be invited again.',
    removed: (name: string) => `${name} is no longer in the team.`,
    none: 'Nobody is in the team yet',
    noneText: 'Invite an organizer who runs the events, and stewards for the doors.',
  },
  de: {
    title: 'Team',
    hint: 'Veranstalter führen Veranstaltungen, Bestellungen und Erstattungen; Ordner prüfen Tickets und betreuen '
      + 'die Prüfspur. Eine Änderung gilt ab der nächsten Anfrage.',
    invite: 'Jemanden einladen',
    inviteText: 'Eine Mail bringt einen Link, über den man ein Passwort wählt. Er gilt begrenzte Zeit und kann noch '
      + 'einmal gesendet werden.',
    name: 'Name',
    email: 'E-Mail',
    role: 'Rolle',
    roles: { organizer: 'Veranstalter', steward: 'Ordner' },
    send: 'Einladen',
    invited: (name: string) => `${name} ist eingeladen.`,
    added: (name: string) => `${name} ist dabei und kann sich mit dem vorhandenen Passwort anmelden.`,
    state: 'Zustand',
    waiting: 'eingeladen, noch ohne Passwort',
    active: 'aktiv',
    again: 'Noch einmal einladen',
    againDone: 'Eine neue Einladung ist unterwegs; die vorige gilt nicht mehr.',
    makeRole: (role: string) => `Zum ${role} machen`,
    roleTitle: (name: string, role: string) => `${name} zum ${role} machen?`,
    roleConsequences: {
      organizer: 'Dann lassen sich Veranstaltungen ändern und absagen, Bestellungen erstatten, Namen und Adressen '
        + 'von Käufern lesen und dieses Team verwalten.',
      steward: 'Dann lassen sich nur noch Tickets prüfen. Veranstaltungen, Bestellungen und Adressen von Käufern '
        + 'sind ab der nächsten Anfrage verschlossen.',
    },
    roleVerb: 'Rolle ändern',
    roleDone: (name: string) => `Die Rolle von ${name} ist geändert.`,
    remove: 'Entfernen',
    removeTitle: (name: string) => `${name} aus dem Team entfernen?`,
    removeText: 'Ab der nächsten Anfrage ist in dieser Organisation nichts mehr möglich. Was getan wurde, bleibt im '
      + 'Protokoll. Eine neue '
      + 'Einladung ist jederzeit möglich.',
    removed: (name: string) => `${name} gehört nicht mehr zum Team.`,
    none: 'Noch niemand im Team',
    noneText: 'Lade einen Veranstalter ein, der die Veranstaltungen führt, und Ordner für die Eingänge.',
  },
});
