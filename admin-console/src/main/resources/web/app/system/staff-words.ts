import { words } from '../words.js';

export const staffWords = words({
  en: {
    title: 'Staff and organizations', intro: 'Everybody who can sign in, of all organizations.',
    organizations: 'Organizations', staff: 'Staff', organization: 'Organization', id: 'Id', add: 'New organization', addTitle: 'A new organization',
    addText: 'It owns venues, plans, events and their sales. Nobody of another organization sees any of it.', name: 'Name', addVerb: 'Create', added: (name: string) => `${name} is created`,
    team: 'Team', person: 'Person', email: 'E-mail', roles: 'Roles', state: 'State', since: 'Since', admin: 'Admin',
    active: 'active', invited: 'invited', suspended: 'kept out', noRole: 'no role', none: 'Nobody yet', noneText: 'The first admin is made at the first start.',
    noOrganization: 'No organization yet', noOrganizationText: 'Whoever sells needs one. Create it, then add its team.',
    suspend: 'Keep out…', suspendTitle: (name: string) => `Keep ${name} out?`,
    suspendText: 'They cannot sign in any more, and whatever they are signed in with stops counting with the next request, in all organizations; so do the API tokens they made. Nothing they made is deleted. You can let them in again.',
    reason: 'Reason', reasonHint: 'For the audit log; they are not told.', suspendVerb: 'Keep out', done: (name: string) => `${name} is kept out`,
    readmit: 'Let in again', readmitTitle: (name: string) => `Let ${name} in again?`, readmitText: 'They sign in with the password they had, with the roles they have.',
    readmitted: (name: string) => `${name} can sign in again`, you: 'you',
    role: { organizer: 'organizer', steward: 'steward' } as Record<string, string>,
  },
  de: {
    title: 'Personal und Organisationen', intro: 'Alle, die sich anmelden können, aus allen Organisationen.',
    organizations: 'Organisationen', staff: 'Personal', organization: 'Organisation', id: 'Kennung', add: 'Neue Organisation', addTitle: 'Eine neue Organisation',
    addText: 'Ihr gehören Häuser, Saalpläne, Veranstaltungen und deren Verkäufe. Niemand aus einer anderen Organisation sieht davon etwas.', name: 'Name', addVerb: 'Anlegen', added: (name: string) => `${name} ist angelegt`,
    team: 'Team', person: 'Person', email: 'E-Mail', roles: 'Rollen', state: 'Zustand', since: 'Seit', admin: 'Admin',
    active: 'aktiv', invited: 'eingeladen', suspended: 'ausgesperrt', noRole: 'keine Rolle', none: 'Noch niemand', noneText: 'Der erste Admin entsteht beim ersten Start.',
    noOrganization: 'Noch keine Organisation', noOrganizationText: 'Wer verkauft, braucht eine. Leg sie an und nimm dann ihr Team auf.',
    suspend: 'Aussperren…', suspendTitle: (name: string) => `${name} aussperren?`,
    suspendText: 'Anmelden geht dann nicht mehr, und womit die Person angemeldet ist, zählt ab der nächsten Anfrage nicht mehr, in allen Organisationen; ebenso die API-Token, die sie gemacht hat. Nichts von ihr wird gelöscht. Du kannst sie wieder hereinlassen.',
    reason: 'Grund', reasonHint: 'Für das Protokoll; die Person erfährt ihn nicht.', suspendVerb: 'Aussperren', done: (name: string) => `${name} ist ausgesperrt`,
    readmit: 'Wieder hereinlassen', readmitTitle: (name: string) => `${name} wieder hereinlassen?`, readmitText: 'Die Anmeldung geht wieder mit dem alten Passwort und den Rollen, die da sind.',
    readmitted: (name: string) => `${name} kann sich wieder anmelden`, you: 'du',
    role: { organizer: 'Organisation', steward: 'Einlass' },
  },
});
