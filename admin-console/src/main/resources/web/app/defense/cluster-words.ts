import { words } from '../words.js';

export const clusterWords = words({
  en: {
    title: 'Linked buyers',
    intro: 'Orders that share a device, a mailbox, a card or a holder count as one buyer for the limit of seats. Whose '
      + 'the marks are cannot be told from them.',
    seats: 'Seats together', addresses: 'Addresses', orders: 'Orders', edges: 'Linked by', reason: 'Reason',
    when: 'When',
    kinds: {
      DEVICE: 'the same device', MAILBOX: 'the same mailbox', PAYMENT: 'the same card',
      HOLDER: 'the same holder of tickets',
    } as Record<string, string>,
    none: 'Nobody is linked', noneText: 'Every order of this event stands by itself.', cuts: 'Taken apart',
    cut: 'Take apart…', cutTitle: 'Take these buyers apart?',
    cutText: 'This mark does not link buyers of this event any more: a family with one computer gets a limit each. You '
      + 'can undo it.',
    done: 'Taken apart', mend: 'Link again', mendTitle: 'Link them again?',
    mendText: 'From the next order on they count as one buyer again; orders that stand are left alone.',
  },
  de: {
    title: 'Verbundene Käufer',
    intro: 'Bestellungen, die ein Gerät, ein Postfach, eine Karte oder Ticketinhaber teilen, zählen für die Höchstzahl '
      + 'als ein Käufer. Wem die Merkmale gehören, lässt sich ihnen nicht ansehen.',
    seats: 'Plätze zusammen', addresses: 'Adressen', orders: 'Bestellungen', edges: 'Verbunden durch', reason: 'Grund',
    when: 'Wann',
    kinds: {
      DEVICE: 'dasselbe Gerät', MAILBOX: 'dasselbe Postfach', PAYMENT: 'dieselbe Karte',
      HOLDER: 'dieselbe Ticketinhaberin',
    },
    none: 'Niemand ist verbunden', noneText: 'Jede Bestellung dieser Veranstaltung steht für sich.', cuts: 'Getrennt',
    cut: 'Trennen…', cutTitle: 'Diese Käufer trennen?',
    cutText: 'Dieses Merkmal verbindet bei dieser Veranstaltung niemanden mehr: eine Familie mit einem Rechner bekommt '
      + 'je ihre Höchstzahl. Es lässt sich zurücknehmen.',
    done: 'Getrennt', mend: 'Wieder verbinden', mendTitle: 'Wieder verbinden?',
    mendText: 'Ab der nächsten Bestellung zählen sie wieder als ein Käufer; bestehende Bestellungen bleiben.',
  },
});
