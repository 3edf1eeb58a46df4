import { words } from './words.js';

/** What the console itself says about what failed, and German for what the services say most. */
export const problemWords = words({
  en: {
    failed: 'That did not work',
    noConnection: 'No connection to the console',
    noConnectionText: 'Check your network. Whether a change was made shows when the connection is back.',
    known: {} as Record<string, readonly [string, string]>,
  },
  de: {
    failed: 'Das hat nicht geklappt',
    noConnection: 'Keine Verbindung zur Konsole',
    noConnectionText: 'Prüfe das Netz. Ob eine Änderung ankam, zeigt sich, wenn die Verbindung wieder da ist.',
    known: {
      'busy': ['Gerade ist sehr viel los', 'Nichts wurde geändert. Versuch es gleich noch einmal.'],
      'conflict': ['Das geht im jetzigen Zustand nicht', 'Lade die Seite neu und sieh nach, wie es steht.'],
      'cross-site': ['Die Anfrage kam von einer anderen Seite', 'Öffne die Seite neu und versuch es von dort.'],
      'internal-error': ['Auf unserer Seite ging etwas schief', 'Versuch es noch einmal. Bleibt es so, sag uns, wann es war.'],
      'invalid': ['Einige Werte gelten nicht', 'Sieh nach, was bei den Feldern steht.'],
      'not-allowed': ['Deine Rolle erlaubt das nicht', 'Bitte eine Organisatorin oder einen Admin darum.'],
      'not-authenticated': ['Du bist nicht angemeldet', 'Melde dich an und versuch es noch einmal.'],
      'not-found': ['Hier ist nichts', 'Prüfe die Adresse, oder ob du es sehen darfst.'],
      'service-away': ['Ein Dienst antwortet gerade nicht', 'Alles andere läuft weiter. Versuch es in ein paar Sekunden noch einmal.'],
      'slow-down': ['Zu viele Anfragen', 'Warte einen Moment und mach dann weiter.'],
      'stale': ['Jemand hat das inzwischen geändert', 'Sieh dir den neuen Stand an und entscheide neu.'],
      'too-large': ['Das ist zu groß', 'Schick weniger auf einmal.'],
      'unavailable': ['Dieser Teil ist gerade nicht da', 'Es ging nichts verloren. Versuch es in ein paar Sekunden noch einmal.'],
      'unknown-event': ['Diese Veranstaltung gibt es nicht', 'Suche sie in der Liste.'],
      'unknown-release': ['Diesen Vorverkauf gibt es nicht', 'Suche ihn bei der Veranstaltung.'],
    },
  },
});
