import { words } from '../words.js';

export const say = words({
  en: {
    groups: { sell: 'Sell', people: 'Team and data', steer: 'Steer', system: 'System', account: 'My account' },
    menu: 'Menu', closeMenu: 'Close the menu', mainMenu: 'Main menu', signOut: 'Sign out',
    shortcuts: 'Keyboard shortcuts',
    shop: 'Shop', tabs: 'This event', events: 'Events', close: 'Close',
    states: {
      DRAFT: 'draft', PUBLISHED: 'published', CANCELLED: 'cancelled', POSTPONED: 'postponed',
    } as Record<string, string>,
    nothingHere: 'There is nothing at this address',
    nothingHereText: 'Perhaps a letter is missing, or the page is for another role. The menu shows all that is open to '
      + 'you.',
    noConsole: 'The console does not answer',
    help: 'Show these shortcuts', filter: 'To the filter of the page', goTo: (page: string) => `Go to ${page}`,
    leave: 'Close what is open',
  },
  de: {
    groups: { sell: 'Verkaufen', people: 'Team und Daten', steer: 'Steuern', system: 'System', account: 'Mein Konto' },
    menu: 'Menü', closeMenu: 'Menü schließen', mainMenu: 'Hauptmenü', signOut: 'Abmelden', shortcuts: 'Tastenkürzel',
    shop: 'Shop', tabs: 'Diese Veranstaltung', events: 'Veranstaltungen', close: 'Schließen',
    states: { DRAFT: 'Entwurf', PUBLISHED: 'veröffentlicht', CANCELLED: 'abgesagt', POSTPONED: 'verschoben' },
    nothingHere: 'Unter dieser Adresse ist nichts',
    nothingHereText: 'Vielleicht fehlt ein Buchstabe, oder die Seite ist für eine andere Rolle. Das Menü zeigt alles, '
      + 'was dir offensteht.',
    noConsole: 'Die Konsole antwortet nicht',
    help: 'Diese Kürzel zeigen', filter: 'Zum Filter der Seite', goTo: (page: string) => `Zu: ${page}`,
    leave: 'Schließen, was offen ist',
  },
});
