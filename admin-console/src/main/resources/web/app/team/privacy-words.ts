import { plural, words } from '../words.js';

export const say = words({
  en: {
    title: 'Personal data',
    hint: 'When a buyer asks what you keep of them, or asks to be forgotten. Both are written into the audit trail: '
      + 'that it was done, not about whom.',
    email: 'E-mail address of whoever asks',
    emailHint: 'Make sure that they are who they say: answer to this address only.',
    look: 'Look up',
    found: (orders: number) => `${plural(orders, 'order', 'orders')} of this address`,
    others: (tickets: number) => `${plural(tickets, 'ticket', 'tickets')} that others passed on to it`,
    lines: (places: number) => `${plural(places, 'place', 'places')} in waiting lists`,
    nothing: 'Nothing is kept of this address',
    nothingText: 'Look for another spelling of it; capitals do not matter.',
    save: 'Save everything as a file',
    order: 'Order',
    event: 'Event',
    state: 'State',
    seats: 'Seats',
    date: 'Date of the event',
    forget: 'Forget this person',
    forgetTitle: 'Forget this person?',
    forgetText: 'Name and address are replaced in their orders, on tickets and in waiting lists; places in lines are '
      + 'given up. Sums, seats and '
      + 'tickets stay, so the books add up and refunds still work. This cannot be undone: nobody can find their '
      + 'orders by name again.',
    upcomingToo: 'Also orders of events that are still to come',
    upcomingHint: 'Their tickets stay good, but they cannot be written to any more: no letter, no news of a '
      + 'cancelled event.',
    typed: 'Type the address once more',
    forgetVerb: 'Forget',
    differs: 'This is another address',
    differsText: 'Type the very address that you looked up.',
    erased: (orders: number) => `${plural(orders, 'order tells', 'orders tell')} nothing of the person any more.`,
    kept: 'Kept for now',
    reasons: {
      pending: 'its payment is on its way; try again in a moment',
      upcoming: 'its tickets are still needed; choose "also …" to erase it anyway',
    },
    answer: 'Answer',
  },
  de: {
    title: 'Personendaten',
    hint: 'Wenn ein Käufer wissen will, was ihr über ihn habt, oder vergessen werden will. Beides steht danach im '
      + 'Protokoll: dass es geschah, nicht über wen.',
    email: 'E-Mail-Adresse der Person, die fragt',
    emailHint: 'Prüfe, dass sie es wirklich ist: Antworte nur an diese Adresse.',
    look: 'Nachsehen',
    found: (orders: number) => `${plural(orders, 'Bestellung', 'Bestellungen')} dieser Adresse`,
    others: (tickets: number) => `${plural(tickets, 'Ticket', 'Tickets')}, die andere an sie weitergaben`,
    lines: (places: number) => `${plural(places, 'Stelle', 'Stellen')} in Wartelisten`,
    nothing: 'Zu dieser Adresse ist nichts gespeichert',
    nothingText: 'Versuch eine andere Schreibweise; Groß- und Kleinbuchstaben sind egal.',
    save: 'Alles als Datei speichern',
    order: 'Bestellung',
    event: 'Veranstaltung',
    state: 'Zustand',
    seats: 'Plätze',
    date: 'Tag der Veranstaltung',
    forget: 'Diese Person vergessen',
    forgetTitle: 'Diese Person vergessen?',
    forgetText: 'Name und Adresse werden in ihren Bestellungen, auf Tickets und in Wartelisten ersetzt; Stellen in '
      + 'Reihen werden aufgegeben. Summen, Plätze '
      + 'und Tickets bleiben, damit die Bücher stimmen und Erstattungen gehen. Das lässt sich nicht rückgängig '
      + 'machen: Niemand findet die Bestellungen mehr über den Namen.',
    upcomingToo: 'Auch Bestellungen von Veranstaltungen, die noch kommen',
    upcomingHint: 'Ihre Tickets bleiben gültig, aber schreiben kann man ihr dann nicht mehr: kein Brief, keine '
      + 'Nachricht von einer Absage.',
    typed: 'Die Adresse noch einmal eintippen',
    forgetVerb: 'Vergessen',
    differs: 'Das ist eine andere Adresse',
    differsText: 'Tippe genau die Adresse ein, nach der du gesucht hast.',
    erased: (orders: number) => `${plural(orders, 'Bestellung sagt', 'Bestellungen sagen')} nichts mehr über die `
      + `Person.`,
    kept: 'Vorerst behalten',
    reasons: {
      pending: 'ihre Zahlung ist unterwegs; gleich noch einmal versuchen',
      upcoming: 'ihre Tickets werden noch gebraucht; „Auch …“ wählen, um sie trotzdem zu löschen',
    },
    answer: 'Antwort',
  },
});
