import { minorDigits } from '../format.js';
import type { EventPicture } from './picture-data.js';

export interface Money {
  amount: number;
  currency: string;
}

/** An event as the core shows it. */
export interface EventView {
  id: string;
  organizationId: string;
  organizer: string;
  title: string;
  description: string;
  genre: string;
  picture: EventPicture | null;
  startsAt: string;
  venue: { id: string; name: string; address: string; city: string; country: string; timezone: string };
  planId: string;
  state: 'DRAFT' | 'PUBLISHED' | 'POSTPONED' | 'CANCELLED';
  gated: boolean;
  queueUrl: string | null;
  currency: string;
  salesFrom: string;
  salesUntil: string;
  saleState: string;
  holdSeconds: number;
  maxSeatsPerOrder: number;
  maxSeatsPerBuyer: number;
  returnDelaySeconds: number;
  categories: Category[];
  free: number;
}

export interface Category {
  id: string;
  name: string;
  color: string;
  price: Money;
  seats: number;
  free: number;
  salesFrom: string;
  salesUntil: string;
}

/** What a category costs, as it is typed; windows of its own as the venue's clock shows them. */
export interface TypedPrice {
  amount: string;
  from?: string;
  until?: string;
}

/** Minor units of what was typed, such as 4950 for "49.5" or "49,50". */
export const minorUnits = (typed: string, currency: string): number =>
  Math.round(Number(typed.replace(',', '.')) * 10 ** minorDigits(currency));

/** As it is typed, such as "49.50" for 4950. */
export const majorUnits = (amount: number, currency: string): string =>
  (amount / 10 ** minorDigits(currency)).toFixed(minorDigits(currency));

export const eventPath = (id: string): string => `/ticketing/events/${encodeURIComponent(id)}`;
