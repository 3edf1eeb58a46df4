import { problemWords } from '../problem-words.js';
import { words } from '../words.js';

type Known = Record<string, readonly [string, string]>;

/** What the ticketing core refuses on these pages, in German; in English it speaks for itself. */
Object.assign(problemWords.known, words<{ known: Known }>({
  en: { known: {} },
  de: {
    known: {
      'event-begun': ['Die Veranstaltung hat begonnen', 'Tickets ändern sich nur davor.'],
      'event-not-cancelled': [
        'Die Veranstaltung findet statt', 'Sag sie zuerst ab, oder erstatte einzelne Bestellungen.',
      ],
      'idempotency-key-reused': ['Das wurde schon anders verlangt', 'Lade die Seite neu und versuch es noch einmal.'],
      'invalid-webhook': [
        'Dorthin lässt sich nichts melden', 'Die Adresse muss mit https beginnen und ins öffentliche Internet führen.',
      ],
      'last-organizer': [
        'Jemand muss sich um die Organisation kümmern', 'Mach zuerst jemand anderen zum Veranstalter.',
      ],
      'member-has-password': ['Diese Person hat schon ein Passwort', 'Sie kann sich damit anmelden.'],
      'order-not-paid': [
        'Die Bestellung ist nicht bezahlt',
        'Es gibt nichts zurückzugeben oder zu senden. Sieh gleich noch einmal nach.',
      ],
      'promo-code-exists': ['Diesen Aktionscode gibt es schon', 'Wähle einen anderen, oder ändere den, den es gibt.'],
      'promo-code-uses-taken': [
        'So viele haben ihn schon eingelöst', 'Setze nicht weniger; halte den Code an, um ihn zu beenden.',
      ],
      'seats-taken': [
        'Fans haben einige dieser Plätze',
        'Nichts wurde geändert. Lass sie weg, oder erstatte zuerst ihre Bestellungen.',
      ],
      'still-running': ['Die erste Anfrage läuft noch', 'Versuch es gleich noch einmal; es geschieht nur einmal.'],
      'ticket-in-use': ['Mit diesem Ticket ist jemand im Haus', 'Ein benutztes Ticket bleibt, wie es ist.'],
      'ticket-not-valid': [
        'Das ist kein gültiges Ticket der Bestellung', 'Sieh die Bestellung neu an; es wurde vielleicht ersetzt.',
      ],
      'too-many-tokens': ['Die Organisation hat zu viele Token', 'Widerrufe, was niemand mehr benutzt.'],
      'too-many-webhooks': ['Die Organisation hat zu viele Webhooks', 'Entferne, was niemand mehr braucht.'],
      'unknown-category': ['Diese Kategorie gibt es hier nicht', 'Sieh nach, welche die Veranstaltung hat.'],
      'unknown-member': ['Diese Person gehört nicht zum Team', 'Suche sie in der Liste.'],
      'unknown-organization': ['Diese Organisation gibt es nicht', 'Bitte einen Admin, dich hinzuzufügen.'],
      'unknown-seat': [
        'Einige dieser Plätze sind nicht im Verkauf', 'Nichts wurde geändert. Veröffentliche die Veranstaltung zuerst.',
      ],
      'unknown-token': ['Dieses Token gibt es nicht', 'Suche es in der Liste.'],
      'unknown-webhook': ['Diesen Webhook gibt es nicht', 'Suche ihn in der Liste.'],
    },
  },
}).known);
