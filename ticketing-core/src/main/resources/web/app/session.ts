import { challenged } from './challenge.js';
import { call, persist, Refusal } from './http.js';
import { proof, publicKey } from './keys.js';
import type { Money } from './format.js';

/** What makes up a total: tickets less discount plus fee; the tax is part of it. */
export interface Bill {
  tickets: Money;
  discount: Money;
  fee: Money;
  taxIncluded: Money;
  taxPercent: number;
}

export interface Session {
  eventId: string;
  expiresAt: string;
  ordersLeft: number;
  seatsLeft: number;
  open?: boolean;
}

export interface Hold {
  id: string;
  state: string;
  seats: { id: string; label: string; category: string; categoryName?: string; price: Money }[];
  total: Money;
  bill?: Bill;
  expiresAt: string;
  extendable?: boolean;
}

/** What a fan asks for: these seats, the best ones, or places in a standing area. */
export type Wish =
  | { seats: string[] }
  | { category: string; quantity: number; together: boolean }
  | { area: string; quantity: number };

/** What a hold costs with a promo code. */
export interface Quote {
  total: Money;
  bill: Bill;
}

export interface Buyer {
  name: string;
  email: string;
}

/** Who comes to a seat. */
export interface Attendee {
  seat: string;
  name: string;
}

export interface Order {
  code: string;
  secret: string;
  state: string;
  /** With a client secret the buyer's bank wants to ask first. */
  payment?: { clientSecret?: string };
}

/** How an order is paid: a method the shop offers, and what stands for the card. */
export interface Payment {
  method: string;
  token: string;
}

/** A way to pay that the shop offers. */
export interface PaymentMethod {
  method: string;
  publicKey?: string;
}

interface Attempt {
  key: string;
  body: string;
}

/**
 * One fan's way through one event's shop: session, hold, order. Every call names the tab's own session: the cookie is one
 * for all tabs, and carries that of the tab which entered last. What must survive a reload is in the tab's storage.
 */
export class Shopping {
  readonly #path: string;

  /** What was typed into the checkout, so that neither a reload nor other seats cost it. Only this tab knows it. */
  get buyer(): Partial<Buyer> {
    return JSON.parse(sessionStorage.getItem('buyer') ?? '{}');
  }

  set buyer(buyer: Partial<Buyer>) {
    sessionStorage.setItem('buyer', JSON.stringify(buyer));
  }

  constructor(readonly eventId: string) {
    this.#path = `/events/${encodeURIComponent(eventId)}`;
  }

  get #secret(): string | null {
    return sessionStorage.getItem(`session:${this.eventId}`);
  }

  get #named(): Record<string, string> {
    return this.#secret ? { Authorization: `DPoP ${this.#secret}` } : {};
  }

  /** The session of an earlier page view, or the one that the queue's admission opens; null without either. */
  async resume(): Promise<Session | null> {
    const admission = sessionStorage.getItem(`admission:${this.eventId}`);
    if (admission) {
      try {
        return await this.#exchange(admission);
      } catch (error) {
        // Used, too late or not for us: it will not get better. A line that failed leaves it for the next try.
        if (error instanceof Refusal && !error.passing) this.#forgetAdmission();
        throw error;
      }
    }
    if (!this.#secret) return null;
    try {
      const current = await persist(() => call<Session>('GET', '/admissions/current', { headers: this.#named }));
      if (current.eventId === this.eventId && current.open !== false) return current;
    } catch (error) {
      if (!(error instanceof Refusal) || error.passing) throw error;
    }
    this.#forget();
    return null;
  }

  /** An admission opens one session; should the answer get lost, the same key brings it again. */
  async #exchange(token: string): Promise<Session> {
    const name = `entry:${this.eventId}`;
    const key = sessionStorage.getItem(name) ?? crypto.randomUUID();
    sessionStorage.setItem(name, key);
    return this.#keep(await persist(async () => call('POST', '/admissions', {
      body: { token },
      headers: { DPoP: await proof('POST', '/admissions', token), 'Idempotency-Key': key },
    })));
  }

  /** A session for an event without a queue; made only when it is needed. */
  async enter(): Promise<Session> {
    const key = await publicKey();
    return this.#keep(await persist(() => call('POST', '/admissions', { body: { eventId: this.eventId, key } })));
  }

  #keep(answer: Session & { session: string }): Session {
    sessionStorage.setItem(`session:${this.eventId}`, answer.session);
    this.#forgetAdmission();
    return answer;
  }

  /** The hold of an earlier page view, if it still lives. */
  async resumeHold(): Promise<Hold | null> {
    const id = sessionStorage.getItem(`hold:${this.eventId}`);
    if (!id || !this.#secret) return null;
    try {
      const hold = await persist(() => call<Hold>('GET', `/holds/${id}`, { headers: this.#named }));
      if (hold.state === 'ACTIVE') return hold;
    } catch (error) {
      if (!(error instanceof Refusal) || error.passing) throw error;
    }
    sessionStorage.removeItem(`hold:${this.eventId}`);
    return null;
  }

  async hold(wanted: Wish): Promise<Hold> {
    const key = crypto.randomUUID();
    const hold = await this.#prove<Hold>(`${this.#path}/holds`, wanted, key);
    sessionStorage.setItem(`hold:${this.eventId}`, hold.id);
    return hold;
  }

  quote(hold: Hold, promoCode: string): Promise<Quote> {
    return this.#prove<Quote>(`/holds/${hold.id}/quote`, { promoCode });
  }

  /** The ways to pay that are offered now. */
  async paymentMethods(): Promise<PaymentMethod[]> {
    return (await persist(() => call<{ methods: PaymentMethod[] }>('GET', '/payments/methods'))).methods;
  }

  /** Seats that were held for a place in the waiting list become this browser's. */
  async claimOffer(entry: string, secret: string): Promise<Session> {
    const key = await publicKey();
    const claimed = await persist(() => call('POST', `/waiting-list/${encodeURIComponent(entry)}/claim`, {
      body: { key }, headers: { Authorization: `Bearer ${secret}` },
    }));
    sessionStorage.setItem(`hold:${this.eventId}`, claimed.hold);
    return this.#keep(claimed);
  }

  async extend(hold: Hold): Promise<Hold> {
    return { ...hold, ...(await this.#prove<Hold>(`/holds/${hold.id}/extension`, undefined)) };
  }

  async giveBack(hold: Hold): Promise<void> {
    await persist(() => call('DELETE', `/holds/${hold.id}`, { headers: this.#named }));
    sessionStorage.removeItem(`hold:${this.eventId}`);
  }

  /** Ends the session; held seats are free again and the next fan may come in. */
  async leave(): Promise<void> {
    await persist(() => call('DELETE', '/admissions/current', { headers: this.#named }));
    this.#forget();
  }

  /**
   * Buys what is held. The same attempt sent twice, even after a reload, is one order: its idempotency key is kept
   * until a clear answer came. Should the answer to an earlier attempt have been lost, that attempt is repeated.
   */
  async order(hold: Hold, buyer: Buyer, payment: Payment, attendees: Attendee[], promoCode?: string): Promise<Order> {
    const body = JSON.stringify({
      buyer, payment, ...(attendees.length && { attendees }), ...(promoCode && { promoCode }),
    });
    const known = this.#attempt(hold);
    const attempt = known?.body === body ? known : { key: crypto.randomUUID(), body };
    try {
      return await this.#orderOnce(hold, attempt);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'hold-used' || !known || known === attempt) throw error;
      return this.#orderOnce(hold, known);
    }
  }

  async #orderOnce(hold: Hold, attempt: Attempt): Promise<Order> {
    sessionStorage.setItem(`attempt:${hold.id}`, JSON.stringify(attempt));
    try {
      const order = await this.#prove<Order>(`/holds/${hold.id}/order`, JSON.parse(attempt.body), attempt.key);
      sessionStorage.removeItem(`attempt:${hold.id}`);
      sessionStorage.removeItem(`hold:${this.eventId}`);
      sessionStorage.removeItem('buyer');
      return order;
    } catch (error) {
      if (error instanceof Refusal && !error.passing) sessionStorage.removeItem(`attempt:${hold.id}`);
      throw error;
    }
  }

  #attempt(hold: Hold): Attempt | null {
    return JSON.parse(sessionStorage.getItem(`attempt:${hold.id}`) ?? 'null');
  }

  /** Every try carries a proof of its own: a proof is good for one request. */
  #prove<T>(path: string, body: unknown, idempotencyKey?: string): Promise<T> {
    return challenged((solution) => persist(async () => call<T>('POST', path, {
      body,
      headers: {
        ...this.#named,
        ...(this.#secret && { DPoP: await proof('POST', path, this.#secret) }),
        ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
        ...solution,
      },
    })));
  }

  #forgetAdmission(): void {
    for (const name of ['admission', 'entry']) sessionStorage.removeItem(`${name}:${this.eventId}`);
  }

  #forget(): void {
    for (const name of ['session', 'hold']) sessionStorage.removeItem(`${name}:${this.eventId}`);
  }
}
