import { html, nothing } from 'lit';
import { Island } from './island.js';
import { call, download, persist, Refusal } from './http.js';
import { moment, money, type Money } from './format.js';
import { readTerms, type OrderTerms } from './order-terms.js';
import type { Ticket } from './ticket-card.js';
import './ticket-card.js';
import { language } from './language.js';
import { say } from './words.js';

interface OrderView {
  code: string;
  state: string;
  event?: EventView;
  total: Money;
  refunded?: Money;
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

/** An order for whoever holds its secret, which stands in the address after the `#` and never leaves the browser but as
 * authorization. */
class OrderPage extends Island {
  static override properties = {
    code: { type: String }, order: { state: true }, refusal: { state: true }, codes: { state: true },
    busy: { state: true }, terms: { state: true },
  };

  declare code: string;
  declare order: OrderView | null;
  declare refusal: Refusal | null;
  declare codes: ReadonlyMap<string, string>;
  declare busy: boolean;
  declare terms: OrderTerms | null;
  #timer = 0;
  #polls = 0;

  constructor() {
    super();
    this.order = null;
    this.refusal = null;
    this.codes = new Map();
    this.busy = false;
    this.terms = null;
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
    const { state, event, total, refunded, tickets } = this.order;
    const standing = tickets.filter((ticket) => ticket.state === 'VALID').length || tickets.length;
    const [heading, text] = say.orders[state] ?? [state, ''];
    return html`
      <section class="card ${state === 'PAID' ? 'call' : ''}" role="status"><h2>${heading}</h2><p>${text}</p></section>
      ${event ? this.#concert(event) : nothing}
      <p class="total">${tickets.length ? html`${say.tickets(standing)}, ` : nothing}<b>${money(total)}</b>
        ${refunded?.amount ? html`<small>${say.refunded(money(refunded))}</small>` : nothing}</p>
      ${state === 'PAID' ? this.#papers() : nothing}
      ${this.refusal ? html`<p class="banner" role="alert"><strong>${this.refusal.message}.</strong> ${this.refusal.detail}</p>`
    : nothing}
      <ul class="tickets">${tickets.map((ticket) => html`<li><ticket-card .ticket=${ticket} .terms=${this.terms}
        code=${this.codes.get(ticket.id) ?? ''} path=${this.#path} .headers=${this.#headers}
        ?changeable=${state === 'PAID'} @order-changed=${this.#changed}></ticket-card></li>`)}</ul>
      ${state === 'PAID' ? this.#cancellation() : nothing}`;
  }

  #papers() {
    return html`<div class="actions">
      <button class="primary" @click=${() => this.#save('tickets.pdf', `?lang=${language}`)}>${say.pdf}</button>
      <button @click=${() => this.#save('tickets.pdf', `?paper=phone&lang=${language}`)}>${say.pdfForPhone}</button>
      <button @click=${() => this.#save('calendar.ics')}>${say.calendar}</button>
    </div>`;
  }

  /** Asked twice, because it cannot be taken back. */
  #cancellation() {
    const dialog = () => this.querySelector('dialog')!;
    return html`<p><button class="quiet" @click=${() => dialog().showModal()}>${say.cancelOrder}</button></p>
      <dialog class="card" aria-labelledby="cancel-heading">
        <h2 id="cancel-heading">${say.cancelTitle}</h2>
        <p>${say.cancelText}</p>
        <div class="actions">
          <button class="primary" @click=${() => dialog().close()}>${say.cancelNo}</button>
          <button class="danger" ?disabled=${this.busy} @click=${() => this.#cancel()}>${say.cancelYes}</button>
        </div>
      </dialog>`;
  }

  #refused() {
    const known = this.#secret !== '';
    return html`<section class="card"><h2>${known ? this.refusal!.message : say.linkIncomplete}</h2>
      <p>${known ? this.refusal!.detail : say.linkIncompleteText}</p>
      ${this.refusal?.passing ? html`<button @click=${() => this.#load()}>${say.tryAgain}</button>` : nothing}
      <a class="button" href="/">${say.seeAll}</a></section>`;
  }

  #concert({ id, title, startsAt, venue, city, timezone }: EventView) {
    return html`<p class="concert"><a href="/events/${id}">${title}</a><br>
      ${moment(startsAt, timezone)}, ${venue}, ${city}</p>`;
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
      this.order = await persist(() => call<OrderView>('GET', this.#path, { headers: this.#headers }));
      this.refusal = null;
      if (this.order.state === 'PENDING') this.#again();
      else await this.#complete(this.order);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    }
  }

  async #complete({ event, tickets }: OrderView): Promise<void> {
    const codes = tickets.filter(({ state }) => state === 'VALID').map((ticket) => this.#loadCode(ticket));
    if (event && !this.terms) this.terms = await readTerms(event.id);
    await Promise.all(codes);
  }

  #changed = ({ detail }: CustomEvent<OrderView>): void => {
    this.order = detail;
    void this.#complete(detail);
  };

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

  async #cancel(): Promise<void> {
    this.busy = true;
    this.refusal = null;
    try {
      this.order = await persist(() => call('POST', `${this.#path}/cancellation`, { headers: this.#headers }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    } finally {
      this.busy = false;
      this.querySelector('dialog')?.close();
    }
  }

  async #save(document_: string, query = ''): Promise<void> {
    try {
      const url = URL.createObjectURL(await download(`${this.#path}/${document_}${query}`, this.#headers));
      Object.assign(document.createElement('a'), { href: url, download: `${this.code}-${document_}` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    }
  }
}

customElements.define('order-page', OrderPage);
