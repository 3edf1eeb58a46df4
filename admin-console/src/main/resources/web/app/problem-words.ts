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
      'internal-error': [
        'Auf unserer Seite ging etwas schief', 'Versuch es noch einmal. Bleibt es so, sag uns, wann es war.',
      ],
      'invalid': ['Einige Werte gelten nicht', 'Sieh nach, was bei den Feldern steht.'],
      'not-allowed': ['Deine Rolle erlaubt das nicht', 'Bitte eine Organisatorin oder einen Admin darum.'],
      'not-authenticated': ['Du bist nicht angemeldet', 'Melde dich an und versuch es noch einmal.'],
      'not-found': ['Hier ist nichts', 'Prüfe die Adresse, oder ob du es sehen darfst.'],
      'service-away': [
        'Ein Dienst antwortet gerade nicht', 'Alles andere läuft weiter. Versuch es in ein paar Sekunden noch einmal.',
      ],
      'slow-down': ['Zu viele Anfragen', 'Warte einen Moment und mach dann weiter.'],
      'stale': ['Jemand hat das inzwischen geändert', 'Sieh dir den neuen Stand an und entscheide neu.'],
      'too-large': ['Das ist zu groß', 'Schick weniger auf einmal.'],
      'unavailable': [
        'Dieser Teil ist gerade nicht da', 'Es ging nichts verloren. Versuch es in ein paar Sekunden noch einmal.',
      ],
      'unusable-picture': [
        'Das Bild lässt sich nicht verwenden',
        'Nimm ein JPEG, PNG oder WebP mit 200 bis 6000 Pixeln auf jeder Seite, in üblichen Farben (RGB).',
      ],
      'unknown-event': ['Diese Veranstaltung gibt es nicht', 'Suche sie in der Liste.'],
      'entry-too-wide': ['Das trifft sehr viele', 'Bestätige es, wenn du sicher bist.'],
      'if-match-stale': ['Jemand hat das vor dir geändert', 'Sieh dir den neuen Stand an und entscheide neu.'],
      'invalid-entry': [
        'Der Eintrag benennt niemanden oder ist schon abgelaufen',
        'Nimm ein Netz, eine Adresse, AS mit Nummer, einen Geräteschlüssel oder den Hash einer Mailadresse, und ein '
          + 'Ende in der Zukunft.',
      ],
      'invalid-policy': [
        'Das Regelwerk passt nicht zusammen', 'Behebe, was darunter steht; was in Kraft ist, bleibt in Kraft.',
      ],
      'list-full': [
        'Die Listen sind voll', 'Nimm Einträge heraus, die niemanden mehr treffen, oder fasse Netze zusammen.',
      ],
      'not-waiting': [
        'Dieser Platz wartet nicht',
        'Nur ein Platz, der wartet oder aufgerufen und noch nicht drin ist, lässt sich zurückstellen.',
      ],
      'own-account': ['Das bist du selbst', 'Ein anderer Admin kann dich aussperren; sich selbst sperrt niemand aus.'],
      'stale-version': [
        'Jemand hat den Vorverkauf inzwischen geändert', 'Sieh dir den neuen Stand an und wiederhole deine Änderung.',
      ],
      'store-unavailable': [
        'Der Speicherdienst antwortet nicht',
        'Niemand Neues kommt herein, Plätze bleiben. Versuch es gleich noch einmal.',
      ],
      'unknown-decision': [
        'Zu diesem Zeichen gibt es keine Entscheidung',
        'Prüfe die Schreibweise; Entscheidungen werden eine Zeit lang aufgehoben.',
      ],
      'unknown-entry': ['Diesen Eintrag gibt es nicht', 'Die Liste zeigt, was es gibt.'],
      'unknown-release': ['Diesen Vorverkauf gibt es nicht', 'Suche ihn bei der Veranstaltung.'],
    },
  },
});
