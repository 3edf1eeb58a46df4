import type { Field } from '../forms.js';
import type { TypedTerms } from './wizard-draft.js';
import { say } from './wizard-words.js';

/** What is typed about an event, wherever it is: in the wizard, or on its settings' page. */
export interface Typed {
  title: string;
  genre: string;
  description: string;
  startsAt: string;
  salesFrom: string;
  salesUntil: string;
  maxSeatsPerOrder: string;
  maxSeatsPerBuyer: string;
  holdSeconds: string;
  returnDelaySeconds: string;
}

export const textFields = (typed: Typed): Field[] => [
  { name: 'title', label: say.eventTitle, required: true, maxlength: 200, value: typed.title },
  { name: 'startsAt', label: say.startsAt, hint: say.zoneLater, type: 'datetime-local', required: true, value: typed.startsAt },
  { name: 'genre', label: say.genre, hint: say.genreHint, required: true, maxlength: 60, value: typed.genre },
  { name: 'description', label: say.description, hint: say.descriptionHint, type: 'textarea', maxlength: 10_000, value: typed.description },
];

export const saleFields = (typed: Typed, zone: string): Field[] => [
  { name: 'salesFrom', label: say.salesFrom, hint: say.zone(zone), type: 'datetime-local', required: true, value: typed.salesFrom },
  { name: 'salesUntil', label: say.salesUntil, hint: say.zone(zone), type: 'datetime-local', required: true, value: typed.salesUntil },
  { name: 'maxSeatsPerOrder', label: say.perOrder, type: 'number', required: true, min: 1, max: 100, value: typed.maxSeatsPerOrder },
  { name: 'maxSeatsPerBuyer', label: say.perBuyer, hint: say.perBuyerHint, type: 'number', required: true, min: 1, max: 1000, value: typed.maxSeatsPerBuyer },
  { name: 'holdSeconds', label: say.hold, hint: say.holdHint, type: 'number', required: true, min: 30, max: 3600, value: typed.holdSeconds },
  { name: 'returnDelaySeconds', label: say.returnDelay, hint: say.returnDelayHint, type: 'number', required: true, min: 0, max: 3600, value: typed.returnDelaySeconds },
];

/** Three about money, the rest about the time after the sale. */
export const termsFields = (typed: TypedTerms): Field[] => [
  { name: 'feePerTicket', label: say.feePerTicket, required: true, pattern: '\\d+([.,]\\d{1,2})?', value: typed.feePerTicket },
  { name: 'feePercent', label: say.feePercent, type: 'number', required: true, min: 0, max: 100, step: 0.01, value: typed.feePercent },
  { name: 'taxPercent', label: say.tax, hint: say.taxHint, type: 'number', required: true, min: 0, max: 100, step: 0.01, value: typed.taxPercent },
  { name: 'holderChanges', label: say.holderChanges, type: 'checkbox', value: typed.holderChanges },
  { name: 'returns', label: say.returns, type: 'checkbox', value: typed.returns },
  ...typed.returns ? [{ name: 'returnsUntil', label: say.returnsUntil, type: 'datetime-local', value: typed.returnsUntil } as Field] : [],
  { name: 'waitingList', label: say.waitingList, type: 'checkbox', value: typed.waitingList },
];
