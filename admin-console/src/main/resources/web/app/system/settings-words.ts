import { words } from '../words.js';

export const settingsWords = words({
  en: {
    title: 'Settings',
    intro: 'What every service runs with. Settings are environment variables: they hold from the next start on, and '
      + 'secrets are never shown.',
    service: 'Service', name: 'Setting', value: 'Value', unit: 'Unit', bounds: 'Bounds', standard: 'Default',
    meaning: 'What it does',
    notSet: 'not set', secretSet: 'set, not shown', fromEnvironment: 'set', where: 'Change it at',
    howTo: 'How to change one',
    howToText: 'Set the variable named below the setting in the environment of that service: in docker-compose.yml '
      + 'under environment, with ./run in the shell that starts it, elsewhere in the unit or manifest. Then start its '
      + 'instances again, one after the other: fans notice nothing.',
    elsewhere: 'Throttles of a release stand on the release board, the bot defense\'s policy under Bot defense, an '
      + 'event\'s limits at the event. They change at once.',
    none: 'No settings known', noneText: 'The service does not answer, or is of a version that does not tell.',
    services: { 'waiting-room': 'Waiting room', 'ticketing': 'Ticketing core' } as Record<string, string>,
    notRead: (name: string) => `${name} does not tell its settings right now.`, checked: 'as an instance has it',
  },
  de: {
    title: 'Einstellungen',
    intro: 'Womit jeder Dienst läuft. Einstellungen sind Umgebungsvariablen: sie gelten ab dem nächsten Start, und '
      + 'Geheimnisse werden nie gezeigt.',
    service: 'Dienst', name: 'Einstellung', value: 'Wert', unit: 'Einheit', bounds: 'Grenzen', standard: 'Vorgabe',
    meaning: 'Was sie tut',
    notSet: 'nicht gesetzt', secretSet: 'gesetzt, wird nicht gezeigt', fromEnvironment: 'gesetzt', where: 'Ändern bei',
    howTo: 'Wie man eine ändert',
    howToText: 'Setz die Variable, die unter der Einstellung steht, in der Umgebung des Dienstes: in '
      + 'docker-compose.yml unter environment, bei ./run in der Shell, die es startet, sonst in der Unit oder im '
      + 'Manifest. Starte dann seine Instanzen neu, eine nach der anderen: Fans merken nichts.',
    elsewhere: 'Drosseln eines Vorverkaufs stehen auf der Tafel, die Regeln der Bot-Abwehr unter Bot-Abwehr, Grenzen '
      + 'einer Veranstaltung bei der Veranstaltung. Sie gelten sofort.',
    none: 'Keine Einstellungen bekannt',
    noneText: 'Der Dienst antwortet nicht oder ist von einer Version, die nichts sagt.',
    services: { 'waiting-room': 'Warteraum', 'ticketing': 'Ticketkern' },
    notRead: (name: string) => `${name} sagt seine Einstellungen gerade nicht.`, checked: 'wie eine Instanz sie hat',
  },
});
