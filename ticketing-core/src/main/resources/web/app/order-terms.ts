import { call, persist, Refusal } from './http.js';

/** What an event's organizer offers to buyers. */
export interface OrderTerms {
  holderChanges: boolean;
  returns: boolean;
  returnsUntil?: string | null;
  waitingList: boolean;
  /** Whether buyers name who comes, seat by seat. */
  attendees: 'NONE' | 'OPTIONAL' | 'REQUIRED';
}

const nothingOffered: OrderTerms = { holderChanges: false, returns: false, waitingList: false, attendees: 'NONE' };

/** The terms of an event. They are an extra: a page that cannot read them does without. */
export async function readTerms(event: string): Promise<OrderTerms> {
  try {
    return await persist(() => call<OrderTerms>('GET', `/events/${encodeURIComponent(event)}/order-terms`), 2);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return nothingOffered;
  }
}
