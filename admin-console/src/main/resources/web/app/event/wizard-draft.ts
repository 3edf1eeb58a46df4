import type { Organization } from '../venue/venues.js';
import { fromZone } from '../zone.js';
import { minorUnits, type TypedPrice } from './event-data.js';

/** All that is typed in the wizard; moments as the venue's clock shows them. */
export interface Draft {
  organization: string;
  venue: string;
  plan: string;
  title: string;
  genre: string;
  description: string;
  /** As a data URL; empty for none. */
  picture: string;
  alternative: string;
  startsAt: string;
  currency: string;
  prices: Record<string, TypedPrice>;
  salesFrom: string;
  salesUntil: string;
  maxSeatsPerOrder: string;
  maxSeatsPerBuyer: string;
  holdSeconds: string;
  returnDelaySeconds: string;
  feePerTicket: string;
  feePercent: string;
  taxPercent: string;
  holderChanges: boolean;
  returns: boolean;
  returnsUntil: string;
  waitingList: boolean;
  gated: boolean;
  release: Record<string, unknown>;
}

const key = 'console:new-event';

const fresh: Draft = {
  organization: '', venue: '', plan: '', title: '', genre: '', description: '', picture: '', alternative: '', startsAt: '', currency: 'EUR', prices: {},
  salesFrom: '', salesUntil: '', maxSeatsPerOrder: '6', maxSeatsPerBuyer: '6', holdSeconds: '600', returnDelaySeconds: '0',
  feePerTicket: '0', feePercent: '0', taxPercent: '0', holderChanges: true, returns: false, returnsUntil: '', waitingList: true,
  gated: true, release: {},
};

/** What was typed before the page was loaded anew. */
export const keptDraft = (organizations: Organization[]): Draft => {
  const kept = { ...fresh, ...JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft> };
  const known = organizations.some(({ id }) => id === kept.organization);
  return known ? kept : { ...kept, organization: organizations[0]?.id ?? '', venue: '', plan: '', prices: {} };
};

export const keepDraft = (draft: Draft): void => sessionStorage.setItem(key, JSON.stringify(draft));

export const forgetDraft = (): void => sessionStorage.removeItem(key);

/** A moment so many minutes from now, on the hour or a quarter of it, as a field shows it. */
export const shifted = (local: string, minutes: number): string =>
  new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 16);

/** The event as the core takes it. */
export const eventOf = (draft: Draft, zone: string): Record<string, unknown> => ({
  organizationId: draft.organization, venueId: draft.venue, planId: draft.plan, title: draft.title, genre: draft.genre,
  ...draft.description && { description: draft.description },
  startsAt: fromZone(draft.startsAt, zone), gated: draft.gated, currency: draft.currency.toUpperCase(),
  salesFrom: fromZone(draft.salesFrom, zone), salesUntil: fromZone(draft.salesUntil, zone),
  holdSeconds: Number(draft.holdSeconds), maxSeatsPerOrder: Number(draft.maxSeatsPerOrder),
  maxSeatsPerBuyer: Number(draft.maxSeatsPerBuyer), returnDelaySeconds: Number(draft.returnDelaySeconds),
  prices: pricesOf(draft.prices, draft.currency.toUpperCase(), zone),
});

export const pricesOf = (prices: Record<string, TypedPrice>, currency: string, zone: string): Record<string, unknown>[] =>
  Object.entries(prices).map(([category, { amount, from, until }]) => ({
    category, amount: minorUnits(amount, currency),
    ...from && { salesFrom: fromZone(from, zone) }, ...until && { salesUntil: fromZone(until, zone) },
  }));

/** What may be typed about fees, tax and the time after the sale. */
export type TypedTerms = Pick<Draft, 'feePerTicket' | 'feePercent' | 'taxPercent' | 'holderChanges' | 'returns' | 'returnsUntil' | 'waitingList'>;

export const termsOf = (typed: TypedTerms, currency: string, zone: string): Record<string, unknown> => ({
  serviceFee: { amountPerTicket: minorUnits(typed.feePerTicket || '0', currency), percent: Number(typed.feePercent || '0') },
  taxPercent: Number(typed.taxPercent || '0'), holderChanges: typed.holderChanges, returns: typed.returns,
  ...typed.returns && typed.returnsUntil && { returnsUntil: fromZone(typed.returnsUntil, zone) }, waitingList: typed.waitingList,
});
