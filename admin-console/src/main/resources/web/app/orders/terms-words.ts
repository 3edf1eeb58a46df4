import { words } from '../words.js';

export const say = words({
  en: {
    tab: 'Order terms',
    hint: 'Fees are promised with the hold: a change applies to seats that are chosen from then on. Orders that '
      + 'stand stay as they are.',
    money: 'What a total is made of',
    feePerTicket: (currency: string) => `Service fee per ticket, in ${currency}`,
    feePercent: 'Service fee, in percent of the price',
    tax: 'Tax that is included, in percent',
    taxHint: 'Shown on orders and tickets; never added on top.',
    buyers: 'What buyers may do',
    holderChanges: 'Pass single tickets on to somebody else',
    holderHint: 'The old code is refused at the door, the new holder gets a ticket of their own.',
    returns: 'Give single tickets back for what the seat cost, without the fee',
    returnsHint: 'Money goes back, the seat goes to the waiting list or on sale.',
    returnsUntil: 'Give back until',
    returnsUntilHint: 'Left empty: until the event begins.',
    waitingList: 'Join a waiting list once nothing is free',
    save: 'Save terms',
    saved: 'The terms are saved.',
    preview: 'A ticket of',
    previewTotal: (total: string, fee: string, tax: string) => `costs ${total} with a fee of ${fee}; ${tax} of it is `
      + `tax.`,
    unsaved: 'Not saved yet',
  },
  de: {
    tab: 'Bestellbedingungen',
    hint: 'Gebühren werden mit dem Halten der Plätze zugesagt: Eine Änderung gilt für Plätze, die danach gewählt '
      + 'werden. Bestellungen bleiben, wie sie sind.',
    money: 'Woraus eine Summe besteht',
    feePerTicket: (currency: string) => `Servicegebühr je Ticket, in ${currency}`,
    feePercent: 'Servicegebühr, in Prozent vom Preis',
    tax: 'Enthaltene Steuer, in Prozent',
    taxHint: 'Steht auf Bestellungen und Tickets; kommt nie obendrauf.',
    buyers: 'Was Käufer dürfen',
    holderChanges: 'Einzelne Tickets an andere weitergeben',
    holderHint: 'Der alte Code wird am Einlass abgewiesen, der neue Inhaber bekommt ein eigenes Ticket.',
    returns: 'Einzelne Tickets zurückgeben, für den Preis ohne Gebühr',
    returnsHint: 'Das Geld geht zurück, der Platz an die Warteliste oder in den Verkauf.',
    returnsUntil: 'Zurückgeben bis',
    returnsUntilHint: 'Leer gelassen: bis zum Beginn.',
    waitingList: 'Sich in eine Warteliste eintragen, sobald nichts frei ist',
    save: 'Bedingungen speichern',
    saved: 'Die Bedingungen sind gespeichert.',
    preview: 'Ein Ticket für',
    previewTotal: (total: string, fee: string, tax: string) => `kostet ${total} mit einer Gebühr von ${fee}; davon `
      + `sind ${tax} Steuer.`,
    unsaved: 'Noch nicht gespeichert',
  },
});
