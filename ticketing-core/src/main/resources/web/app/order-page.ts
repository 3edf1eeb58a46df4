import { html, nothing } from 'lit';
import { Island } from './island.js';
import { call, download, persist, Refusal } from './http.js';
import { count, moment, money, type Money } from './format.js';

interface Ticket {
  id: string;
  seat: { id: string; label: string };
  state: string;
}

interface OrderView {
  code: string;
  state: string;
  event?: EventView;
  total: Money;
  tickets: Ticket[];
}

interface EventView {
  id: string;
  title: string;
  startsAt: string;
  venue: string;
  city: string;
  timezone: string;
}

const headings: Record<string, [string, string]> = {
  PENDING: ['Your payment is on its way', 'The bank has not answered yet. This page changes by itself; your seats are kept.'],
  PAID: ['You are going!', 'Your tickets are below and in your mail.'],
  CANCELLED: ['This order is cancelled', 'Its tickets are not valid any more.'],
  REFUNDED: ['This order is refunded', 'Its tickets are not valid any more.'],
  DECLINED: ['The payment did not go through', 'Nothing was charged, and the seats are on sale again.'],
};

/** An order for whoever holds its secret, which stands in the address after the `#` and never leaves the browser but as
 * authorization. */
class OrderPage extends Island {
  static override properties = {
    code: { type: String }, order: { state: true }, refusal: { state: true }, codes: { state: true },
  };

  declare code: string;
  declare order: OrderView | null;
  declare refusal: Refusal | null;
  declare codes: ReadonlyMap<string, string>;
  #timer = 0;
  #polls = 0;

  constructor() {
    super();
    this.order = null;
    this.refusal = null;
    this.codes = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#seen);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#seen);
    clearTimeout(this.#timer);
    for (const url of this.codes.values()) URL.revokeObjectURL(url);
  }

  protected override shouldUpdate(): boolean {
    return this.order !== null || this.refusal !== null;
  }

  protected override willUpdate(): void {
    this.takeOver();
  }

  protected override render() {
    if (!this.order) return this.#refused();
    const { state, event, total, tickets } = this.order;
    const [heading, text] = headings[state] ?? [state, ''];
    return html`
      <section class="card" role="status"><h2>${heading}</h2><p>${text}</p></section>
      ${event ? this.#concert(event) : nothing}
      <p class="total">${tickets.length ? html`${count(tickets.length, 'ticket')}, ` : nothing}<b>${money(total)}</b></p>
      ${state === 'PAID' ? html`
        <div class="actions">
          <button class="primary" @click=${() => this.#save('tickets.pdf')}>Tickets as PDF</button>
          <button @click=${() => this.#save('calendar.ics')}>Add to calendar</button>
        </div>` : nothing}
      ${this.refusal ? html`<p class="banner" role="alert"><strong>${this.refusal.message}.</strong> ${this.refusal.detail}</p>`
    : nothing}
      <ul class="tickets">${tickets.map((ticket) => this.#ticket(ticket))}</ul>`;
  }

  #refused() {
    const known = this.#secret !== '';
    return html`<section class="card"><h2>${known ? this.refusal!.message : 'The link is not complete'}</h2>
      <p>${known ? this.refusal!.detail : 'Open the link in your mail: it carries the key to your tickets after the #.'}</p>
      ${this.refusal?.passing ? html`<button @click=${() => this.#load()}>Try again</button>` : nothing}
      <a class="button" href="/">See all concerts</a></section>`;
  }

  #concert({ id, title, startsAt, venue, city, timezone }: EventView) {
    return html`<p class="concert"><a href="/events/${id}">${title}</a><br>
      ${moment(startsAt, timezone)}, ${venue}, ${city}</p>`;
  }

  #ticket({ id, seat, state }: Ticket) {
    const image = this.codes.get(id);
    return html`<li class="ticket">
      ${image ? html`<img src=${image} width="176" height="176" alt="QR code of the ticket for ${seat.label}">` : nothing}
      <div><h3>${seat.label}</h3><p>${state === 'VALID' ? 'Show this code at the entrance.' : `This ticket is ${state.toLowerCase()}.`}</p></div>
    </li>`;
  }

  get #secret(): string {
    return decodeURIComponent(location.hash.slice(1));
  }

  get #headers(): Record<string, string> {
    return { Authorization: `Bearer ${this.#secret}` };
  }

  get #path(): string {
    return `/orders/${encodeURIComponent(this.code)}`;
  }

  async #load(): Promise<void> {
    try {
      this.order = await persist(() => call('GET', this.#path, { headers: this.#headers }));
      this.refusal = null;
      if (this.order!.state === 'PENDING') this.#again();
      else await Promise.all(this.order!.tickets.map((ticket) => this.#loadCode(ticket)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    }
  }

  /** The bank takes seconds, sometimes minutes: asks less and less often, and rests while nobody looks. */
  #again(): void {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    const pause = Math.min(15_000, 1000 * 1.5 ** this.#polls++) * (0.8 + 0.4 * Math.random());
    this.#timer = window.setTimeout(() => this.#load(), pause);
  }

  #seen = (): void => {
    if (!document.hidden && this.order?.state === 'PENDING') void this.#load();
  };

  async #loadCode({ id }: Ticket): Promise<void> {
    if (this.codes.has(id)) return;
    const image = await persist(() => download(`/tickets/${encodeURIComponent(id)}/qr.png`, this.#headers));
    this.codes = new Map(this.codes).set(id, URL.createObjectURL(image));
  }

  async #save(document_: string): Promise<void> {
    try {
      const url = URL.createObjectURL(await download(`${this.#path}/${document_}`, this.#headers));
      Object.assign(document.createElement('a'), { href: url, download: `${this.code}-${document_}` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    }
  }
}

customElements.define('order-page', OrderPage);
