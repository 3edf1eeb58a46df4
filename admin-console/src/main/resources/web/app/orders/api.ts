/** What the ticketing core tells of a sale, as far as these pages use it. */

export interface Money {
  amount: number;
  currency: string;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface EventFacts {
  id: string;
  organizationId: string;
  title: string;
  state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  startsAt: string;
  currency: string;
  categories: { id: string; name: string; color: string; price: Money }[];
}

export type Outlook = 'SOLD_OUT' | 'EXPECTED' | 'NOT_BEFORE_THE_END' | 'TOO_FEW_TO_TELL' | 'NOT_BEGUN' | 'OVER';

export interface Forecast {
  outlook: Outlook;
  remaining: number;
  at?: string;
  earliest?: string;
  latest?: string;
  basis?: { tickets: number; seconds: number };
}

export type Step = 'MINUTE' | 'HOUR' | 'DAY';

export interface Interval {
  at: string;
  tickets: number;
  takings: Money;
}

export interface CategoryFigures {
  id: string;
  name: string;
  free: number;
  held: number;
  sold: number;
  blocked: number;
  takings: Money;
}

export interface Sales {
  at: string;
  tickets: number;
  takings: Money;
  orders: { paid: number; pending: number; declined: number; cancelled: number; refunded: number };
  categories: CategoryFigures[];
  step: Step;
  series: Interval[];
  heatMap: { zone: string; row: string; seats: number; sold: number }[];
  forecast: Forecast;
}

export interface Referrers {
  since: string;
  sources: { kind: 'TAG' | 'SITE' | 'DIRECT' | 'OTHER'; source: string; views: number }[];
  days: { day: string; views: number }[];
}

export interface Doors {
  tickets: number;
  entered: number;
  inside: number;
  gates: { gate: string; entered: number; exited: number; refused: number; lastAt: string }[];
  pace: { at: string; gate: string; entered: number }[];
  at: string;
}

export interface Scan {
  id: number;
  ticket: string;
  label: string;
  direction: 'IN' | 'OUT';
  gate: string;
  outcome: 'ACCEPTED' | 'ALREADY_IN' | 'NOT_IN' | 'TICKET_CANCELLED' | 'TICKET_REPLACED' | 'EVENT_CANCELLED';
  at: string;
  receivedAt: string;
}

export type OrderState = 'PENDING' | 'PAID' | 'DECLINED' | 'CANCELLED' | 'REFUNDED';
export type PaymentState = 'STARTED' | 'PAID' | 'DECLINED' | 'REFUND_DUE' | 'REFUNDED';

export interface OrderLine {
  code: string;
  state: OrderState;
  buyer: { name: string; email: string };
  seats: number;
  total: Money;
  promoCode?: string;
  payment: { method: string; state: PaymentState };
  refunded: Money;
  createdAt: string;
}

export type VoidReason = 'CANCELLED' | 'REFUNDED' | 'RETURNED' | 'REPLACED' | 'EVENT_CANCELLED';

export interface Ticket {
  id: string;
  seat: { id: string; label: string; category: string; price: Money };
  holder?: { name: string; email?: string };
  paid: Money;
  state: 'VALID' | 'CANCELLED';
  reason?: VoidReason;
}

export type Happened = 'PLACED' | 'PAID' | 'DECLINED' | 'PAID_TOO_LATE' | 'TICKETS_VOID' | 'REFUND_DUE' | 'REFUND_DONE'
  | 'SCANNED_IN' | 'SCANNED_OUT' | 'SCAN_REFUSED' | 'STAFF';

export interface OrderFile {
  order: {
    code: string;
    state: OrderState;
    event: { id: string; title: string; startsAt: string };
    buyer: { name: string; email: string };
    total: Money;
    bill: { tickets: Money; discount: Money; fee: Money; taxIncluded: Money; taxPercent: number };
    promoCode?: string;
    payment: { method: string; state: PaymentState };
    refunded: Money;
    tickets: Ticket[];
    createdAt: string;
  };
  lines: { seat: string; label: string; category: string; price: Money; discount: Money; fee: Money }[];
  refunds: {
    id: string; amount: Money; reason: VoidReason; state: 'DUE' | 'DONE'; attempts: number; createdAt: string; doneAt?: string;
  }[];
  history: {
    at: string; what: Happened; seats?: string; amount?: Money; by?: string; detail?: string; reason?: string;
  }[];
}

export interface RefundProgress {
  state: 'RUNNING' | 'DONE';
  startedAt: string;
  orders: { total: number; takenBack: number; waiting: number; troubled: number };
  refunds: { waiting: number; troubled: number; due: Money; returned: Money };
}

export interface PromoCode {
  code: string;
  percent?: number;
  amount?: Money;
  categories: string[];
  uses: number;
  used: number;
  validFrom?: string;
  validUntil?: string;
  active: boolean;
  createdAt: string;
}

export interface LineFigures {
  waiting: number;
  seatsWished: number;
  offered: number;
  bought: number;
  lapsed: number;
  left: number;
}

export type PlaceState = 'WAITING' | 'OFFERED' | 'DONE' | 'LAPSED' | 'LEFT';

export interface LinePlace {
  number: number;
  state: PlaceState;
  ahead?: number;
  category?: string;
  quantity: number;
  passedOver: boolean;
  joinedAt: string;
  changedAt: string;
  offeredUntil?: string;
}

export interface Terms {
  serviceFee: { perTicket: Money; percent: number };
  taxPercent: number;
  holderChanges: boolean;
  returns: boolean;
  returnsUntil: string | null;
  waitingList: boolean;
  attendees: Attendees;
}

/** Whether buyers name who comes, seat by seat. */
export type Attendees = 'NONE' | 'OPTIONAL' | 'REQUIRED';

export type SeatState = 'FREE' | 'HELD' | 'SOLD' | 'BLOCKED';

export const ofEvent = (event: string, rest = ''): string => `/ticketing/events/${encodeURIComponent(event)}${rest}`;

/** For calls that must not happen twice: the same for a retry, another for another wish. Works without https too. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The same key for a wish that is sent again, another for another wish. */
export function keysByWish(): (wish: unknown) => string {
  const known = new Map<string, string>();
  return (wish) => {
    const text = JSON.stringify(wish) ?? '';
    if (!known.has(text)) known.set(text, newKey());
    return known.get(text)!;
  };
}
