import type { Field } from '../forms.js';
import { words } from '../words.js';
import { fromZone, inZone } from '../zone.js';
import type { Release } from './release-data.js';

export const fieldWords = words({
  en: {
    title: 'Name of the release', titleHint: 'What your team and the fans call it, such as "General sale".',
    policy: 'Who comes first', fifo: 'First come, first served', draw: 'A draw among all who came before the start',
    policyHint: 'In a draw nobody gains by coming at midnight, or by many tabs. Recommended where more come than there are seats: together with the bot defense at high demand it leaves bots least.',
    lobbyOpensAt: 'Lobby opens', lobbyHint: 'From then on fans gather and see a countdown.', opensAt: 'Doors open', closesAt: 'Doors close',
    zone: (zone: string) => `Times are on the venue's clock (${zone}).`,
    rate: 'Fans let in per minute', rateHint: 'At most so many in any 60 seconds.', active: 'Fans in the shop at once', activeHint: 'At most; a place becomes free when somebody has bought, left or run out of time.',
    claim: 'Seconds to come in when called', admission: 'Seconds in the shop', orders: 'Orders per admission', seats: 'Seats per admission',
    binding: 'An admission belongs to', key: 'the browser that queued (recommended)', cookie: 'whoever has the cookie',
    codes: 'Access codes', none: 'none: everybody may queue', required: 'needed: only who has one may queue',
    message: 'Message to those who wait', brandName: 'Name on the queue page', brandColor: 'Colour on the queue page', brandLogo: 'Logo', logoHint: 'An https address.',
    more: 'More settings',
  },
  de: {
    title: 'Name des Vorverkaufs', titleHint: 'So nennen ihn dein Team und die Fans, etwa „Freier Verkauf“.',
    policy: 'Wer zuerst drankommt', fifo: 'Wer zuerst kommt', draw: 'Das Los unter allen, die vor dem Start da sind',
    policyHint: 'Beim Los bringt es nichts, um Mitternacht zu kommen oder mit vielen Tabs. Empfohlen, wo mehr kommen als es Plätze gibt: zusammen mit der Bot-Abwehr bei großem Andrang bleibt Bots so am wenigsten.',
    lobbyOpensAt: 'Lobby öffnet', lobbyHint: 'Ab dann sammeln sich die Fans und sehen einen Countdown.', opensAt: 'Türen öffnen', closesAt: 'Türen schließen',
    zone: (zone: string) => `Zeiten nach der Uhr am Ort (${zone}).`,
    rate: 'Fans je Minute', rateHint: 'Höchstens so viele in jeder Spanne von 60 Sekunden.', active: 'Fans zugleich im Shop', activeHint: 'Höchstens; ein Platz wird frei, wenn jemand gekauft hat, gegangen ist oder keine Zeit mehr hat.',
    claim: 'Sekunden, um nach dem Aufruf zu kommen', admission: 'Sekunden im Shop', orders: 'Bestellungen je Einlass', seats: 'Plätze je Einlass',
    binding: 'Ein Einlass gehört', key: 'dem Browser, der anstand (empfohlen)', cookie: 'wer das Cookie hat',
    codes: 'Zugangscodes', none: 'keine: alle dürfen anstehen', required: 'nötig: anstehen darf, wer einen hat',
    message: 'Nachricht an die Wartenden', brandName: 'Name auf der Warteseite', brandColor: 'Farbe auf der Warteseite', brandLogo: 'Logo', logoHint: 'Eine https-Adresse.',
    more: 'Weitere Einstellungen',
  },
});

const say = fieldWords;

/** What everybody has to think about. */
export const mainFields = (release: Partial<Release>, zone: string): Field[] => [
  { name: 'title', label: say.title, hint: say.titleHint, value: release.title, required: true, maxlength: 200 },
  { name: 'policy', label: say.policy, hint: say.policyHint, type: 'select', required: true, value: release.policy ?? 'FIFO',
    options: [{ value: 'FIFO', label: say.fifo }, { value: 'DRAW', label: say.draw }] },
  { name: 'lobbyOpensAt', label: say.lobbyOpensAt, hint: say.lobbyHint, type: 'datetime-local', value: inZone(release.lobbyOpensAt, zone) },
  { name: 'opensAt', label: say.opensAt, hint: say.zone(zone), type: 'datetime-local', required: true, value: inZone(release.opensAt, zone) },
  { name: 'closesAt', label: say.closesAt, type: 'datetime-local', value: inZone(release.closesAt, zone) },
  { name: 'ratePerMinute', label: say.rate, hint: say.rateHint, type: 'number', required: true, min: 1, max: 600_000, value: release.ratePerMinute ?? 60 },
  { name: 'maxActive', label: say.active, hint: say.activeHint, type: 'number', required: true, min: 1, max: 1_000_000, value: release.maxActive ?? 200 },
];

/** What has good defaults. */
export const moreFields = (release: Partial<Release>): Field[] => [
  { name: 'claimSeconds', label: say.claim, type: 'number', min: 1, max: 3600, value: release.claimSeconds ?? 120 },
  { name: 'admissionSeconds', label: say.admission, type: 'number', min: 1, max: 86_400, value: release.admissionSeconds ?? 600 },
  { name: 'maxOrders', label: say.orders, type: 'number', min: 1, max: 100, value: release.maxOrders ?? 1 },
  { name: 'maxSeats', label: say.seats, type: 'number', min: 1, max: 1000, value: release.maxSeats ?? 6 },
  { name: 'binding', label: say.binding, type: 'select', required: true, value: release.binding ?? 'KEY',
    options: [{ value: 'KEY', label: say.key }, { value: 'COOKIE', label: say.cookie }] },
  { name: 'accessCodes', label: say.codes, type: 'select', required: true, value: release.accessCodes ?? 'NONE',
    options: [{ value: 'NONE', label: say.none }, { value: 'REQUIRED', label: say.required }] },
  { name: 'message', label: say.message, maxlength: 1000, value: release.message },
  { name: 'brandName', label: say.brandName, maxlength: 80, value: release.brand?.name },
  { name: 'brandColor', label: say.brandColor, pattern: '#[0-9a-fA-F]{6}', placeholder: '#4b2fb5', value: release.brand?.color },
  { name: 'brandLogo', label: say.brandLogo, hint: say.logoHint, maxlength: 300, value: release.brand?.logo },
];

const moments = ['lobbyOpensAt', 'opensAt', 'closesAt'];

/** What was typed as the waiting room takes it; what was emptied is null, and goes back to its default. */
export function typedRelease(form: HTMLFormElement, zone: string): Record<string, unknown> {
  const document: Record<string, unknown> = {};
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name], select[name], textarea[name]')) {
    const typed = input.value.trim();
    document[input.name] = typed === '' ? null
      : moments.includes(input.name) ? fromZone(typed, zone) : input.type === 'number' ? Number(typed) : typed;
  }
  return document;
}
