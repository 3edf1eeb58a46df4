import { plural, words } from '../words.js';

export const say = words({
  en: {
    tab: 'Orders',
    search: 'Code, name or e-mail',
    find: 'Find',
    state: 'State',
    payment: 'Payment',
    promoCode: 'Promo code',
    any: 'Any',
    states: {
      PENDING: 'waiting for payment', PAID: 'paid', DECLINED: 'declined', CANCELLED: 'taken back',
      REFUNDED: 'paid too late',
    },
    payments: {
      STARTED: 'under way', PAID: 'paid', DECLINED: 'declined', REFUND_DUE: 'money on its way back',
      REFUNDED: 'given back',
    },
    order: 'Order',
    buyer: 'Buyer',
    seats: 'Seats',
    total: 'Total',
    back: 'Given back',
    ordered: 'Ordered',
    more: 'Show more',
    loading: 'Reading …',
    shown: (shown: number) => plural(shown, 'order shown', 'orders shown'),
    moreThere: 'there are more',
    exportAll: 'All tickets as a file',
    none: 'No orders yet',
    noneText: 'Orders appear here the moment somebody pays. Until then, watch the release board or try the shop '
      + 'yourself.',
    noneFound: 'No order fits',
    noneFoundText: 'Look for a part of the code, the name or the address, or take a filter away.',
    everything: 'Show all orders',
    cancelledEvent: 'This event is cancelled',
    refundAll: 'Give all money back',
    refundAllText: (orders: string) => `${orders} paid orders still stand. Their buyers get a letter, and everything `
      + `they paid goes back.`,
    refundAllTitle: 'Take back all orders?',
    refundAllConsequence: 'Every paid order of this event is taken back: tickets are void, everything that was paid '
      + 'goes back, '
      + 'and each buyer gets a letter. This cannot be stopped or undone.',
    refundAllVerb: 'Take all back',
    refundWord: 'REFUND',
    progress: 'All orders are being taken back',
    progressDone: 'All orders are taken back',
    progressOrders: (done: string, of: string) => `${done} of ${of} orders taken back`,
    progressMoney: (returned: string, due: string) => `${returned} given back, ${due} on its way`,
    troubledOrders: (orders: number) => `${plural(orders, 'order', 'orders')} could not be taken back at the first `
      + `try. It is tried `
      + 'again by itself, less and less often; nothing needs to be done unless it stays.',
    troubledRefunds: (refunds: number) => `The payment provider has not confirmed `
      + `${plural(refunds, 'refund', 'refunds')} yet. `
      + 'It is asked again by itself, under the same number, so no money goes back twice. If it stays, look into the '
      + 'provider’s dashboard.',
    started: (at: string) => `started ${at}`,
  },
  de: {
    tab: 'Bestellungen',
    search: 'Code, Name oder E-Mail',
    find: 'Suchen',
    state: 'Zustand',
    payment: 'Zahlung',
    promoCode: 'Aktionscode',
    any: 'Alle',
    states: {
      PENDING: 'wartet auf Zahlung', PAID: 'bezahlt', DECLINED: 'abgelehnt', CANCELLED: 'zurückgenommen',
      REFUNDED: 'zu spät bezahlt',
    },
    payments: {
      STARTED: 'unterwegs', PAID: 'bezahlt', DECLINED: 'abgelehnt', REFUND_DUE: 'Geld auf dem Rückweg',
      REFUNDED: 'zurückgezahlt',
    },
    order: 'Bestellung',
    buyer: 'Käufer',
    seats: 'Plätze',
    total: 'Summe',
    back: 'Zurückgezahlt',
    ordered: 'Bestellt',
    more: 'Mehr zeigen',
    loading: 'Wird gelesen …',
    shown: (shown: number) => plural(shown, 'Bestellung', 'Bestellungen'),
    moreThere: 'es gibt mehr',
    exportAll: 'Alle Tickets als Datei',
    none: 'Noch keine Bestellungen',
    noneText: 'Bestellungen erscheinen hier, sobald jemand bezahlt. Bis dahin: die Freigabe beobachten oder den Shop '
      + 'selbst ausprobieren.',
    noneFound: 'Keine Bestellung passt',
    noneFoundText: 'Suche nach einem Teil des Codes, des Namens oder der Adresse, oder lass einen Filter '
      + 'weg.',
    everything: 'Alle Bestellungen zeigen',
    cancelledEvent: 'Diese Veranstaltung ist abgesagt',
    refundAll: 'Alles Geld zurückgeben',
    refundAllText: (orders: string) => `${orders} bezahlte Bestellungen stehen noch. Ihre Käufer bekommen einen `
      + `Brief und alles zurück, was sie bezahlt haben.`,
    refundAllTitle: 'Alle Bestellungen zurücknehmen?',
    refundAllConsequence: 'Jede bezahlte Bestellung dieser Veranstaltung wird zurückgenommen: Tickets werden '
      + 'ungültig, alles Bezahlte geht '
      + 'zurück, und jeder Käufer bekommt einen Brief. Das lässt sich weder aufhalten noch rückgängig machen.',
    refundAllVerb: 'Alle zurücknehmen',
    refundWord: 'ERSTATTEN',
    progress: 'Alle Bestellungen werden zurückgenommen',
    progressDone: 'Alle Bestellungen sind zurückgenommen',
    progressOrders: (done: string, of: string) => `${done} von ${of} Bestellungen zurückgenommen`,
    progressMoney: (returned: string, due: string) => `${returned} zurückgezahlt, ${due} unterwegs`,
    troubledOrders: (orders: number) => `${plural(orders, 'Bestellung konnte', 'Bestellungen konnten')} beim ersten `
      + `Mal nicht zurückgenommen werden. `
      + 'Es wird von selbst wieder versucht, immer seltener; zu tun ist nichts, solange es nicht so bleibt.',
    troubledRefunds: (refunds: number) => `Der Zahlungsdienst hat ${plural(refunds, 'Erstattung', 'Erstattungen')} `
      + `noch nicht bestätigt. `
      + 'Er wird von selbst wieder gefragt, unter derselben Nummer, also geht kein Geld zweimal zurück. Bleibt es '
      + 'so, hilft ein Blick in sein Dashboard.',
    started: (at: string) => `begonnen ${at}`,
  },
});
