import { html, nothing } from 'lit';
import { column, figure, time } from '../columns.js';
import type { Column } from '../data-table.js';
import { Island } from '../island.js';
import { money } from '../format.js';
import { read, Refusal } from '../http.js';
import { Live } from '../live.js';
import { fromAddress, keepInAddress } from '../pages.js';
import { ofEvent, type EventFacts, type Money, type OrderLine, type OrderState, type Page, type PaymentState } from './api.js';
import { say } from './orders-words.js';
import './event-refund.js';

export const tones: Record<OrderState, string> = {
  PENDING: 'warn', PAID: 'good', DECLINED: '', CANCELLED: '', REFUNDED: 'warn',
};
export const paymentTones: Record<PaymentState, string> = {
  STARTED: 'warn', PAID: 'good', DECLINED: '', REFUND_DUE: 'warn', REFUNDED: '',
};

/** How a payment stands that says no more than its order does. */
const expected: Partial<Record<OrderState, PaymentState>> = {
  PENDING: 'STARTED', PAID: 'PAID', DECLINED: 'DECLINED', CANCELLED: 'REFUNDED', REFUNDED: 'REFUNDED',
};

const standing = ({ state, payment }: OrderLine): string =>
  (expected[state] === payment.state ? say.states[state] : `${say.states[state]}, ${say.payments[payment.state]}`);

const filters = ['query', 'state', 'payment', 'promoCode'] as const;

/** The orders of an event: found by the services, however many there are; the latest appear by themselves. */
export class OrdersPage extends Island {
  static override properties = { wish: { state: true }, older: { state: true }, next: { state: true },
    failed: { state: true } };

  declare wish: string;
  declare older: OrderLine[];
  /** Where the next page begins: not known before anybody asked, null behind the last. */
  declare next: string | null | undefined;
  declare failed: Refusal | null;

  #event = new Live<EventFacts>(this, () => this.params && ofEvent(this.params.event!), 10);
  #latest = new Live<Page<OrderLine>>(this, () => this.params && ofEvent(this.params.event!,
    `/orders?limit=50${this.wish}`), 3);

  constructor() {
    super();
    this.#forget(this.#fromAddress());
  }

  #fromAddress(): string {
    return filters.map((name) => (fromAddress(name) ? `&${name}=${encodeURIComponent(fromAddress(name))}`
      : '')).join('');
  }

  #forget(wish: string): void {
    this.wish = wish;
    this.older = [];
    this.next = undefined;
    this.failed = null;
  }

  #search = (submit: Event): void => {
    submit.preventDefault();
    const form = new FormData(submit.currentTarget as HTMLFormElement);
    for (const name of filters) keepInAddress(name, String(form.get(name) ?? '').trim());
    this.#forget(this.#fromAddress());
  };

  #all = (): void => {
    for (const name of filters) keepInAddress(name, '');
    this.#forget('');
  };

  #more = async (): Promise<void> => {
    const after = this.next === undefined ? this.#latest.value?.next : this.next;
    if (!after) return;
    try {
      const page = await read<Page<OrderLine>>(ofEvent(this.params.event!,
        `/orders?limit=200${this.wish}&after=${after}`));
      this.older = [...this.older, ...page.items];
      this.next = page.next;
      this.failed = null;
    } catch (problem) {
      this.failed = problem as Refusal;
    }
  };

  /** What was read as the latest may have become older meanwhile: each order once. */
  get #rows(): OrderLine[] {
    const latest = this.#latest.value?.items ?? [];
    const known = new Set(latest.map(({ code }) => code));
    return [...latest, ...this.older.filter(({ code }) => !known.has(code))];
  }

  protected override render() {
    const rows = this.#rows;
    const more = this.next === undefined ? this.#latest.value?.next : this.next;
    const searching = this.wish !== '';
    const event = this.#event.value;
    return html`<h1 class="unseen">${say.tab}</h1>
      ${event?.state === 'CANCELLED' ? html`<event-refund .event=${event.id}></event-refund>` : nothing}
      <section class="card">
        ${this.#filters()}
        ${this.#latest.problem ? html`<problem-note .problem=${this.#latest.problem}></problem-note>` : nothing}
        <div class="section-head">
          <p aria-live="polite">${say.shown(rows.length)}${more ? `, ${say.moreThere}` : ''}</p>
          <data-age .at=${this.#latest.readAt} .every=${3}></data-age>
        </div>
        ${this.#latest.value ? html`<data-table name="orders" .columns=${this.#columns()} .rows=${rows}
          .rowKey=${(row: OrderLine) => row.code}
          .empty=${searching ? { title: say.noneFound, text: say.noneFoundText,
            action: html`<button type="button" @click=${this.#all}>${say.everything}</button>` }
            : { title: say.none, text: say.noneText }}></data-table>` : html`<p role="status">${say.loading}</p>`}
        ${this.failed ? html`<problem-note .problem=${this.failed} .retry=${this.#more}></problem-note>` : nothing}
        <div class="actions">
          ${more ? html`<button type="button" @click=${this.#more}>${say.more}</button>` : nothing}
          <span>${say.exportAll}:</span>
          ${['csv', 'xlsx'].map((kind) => html`<a download href="/admin/api${ofEvent(this.params.event!, `/export.${kind}`)}">${kind.toUpperCase()}</a>`)}
        </div>
      </section>`;
  }

  #filters() {
    const choice = (name: 'state' | 'payment', label: string, words: Record<string, string>) => html`
      <label>${label}<select name=${name}
        @change=${(change: Event) => (change.target as HTMLSelectElement).form!.requestSubmit()}>
        <option value="">${say.any}</option>${Object.entries(words).map(([value, word]) => html`
          <option value=${value} ?selected=${fromAddress(name) === value}>${word}</option>`)}</select></label>`;
    return html`<form class="filters" role="search" @submit=${this.#search}>
      <label class="broad">${say.search}<input type="search" name="query" data-filter
        .value=${fromAddress('query')}></label>
      ${choice('state', say.state, say.states)}${choice('payment', say.payment, say.payments)}
      <label>${say.promoCode}<input name="promoCode" size="10" .value=${fromAddress('promoCode')}></label>
      <button type="submit">${say.find}</button>
    </form>`;
  }

  #columns(): Column<OrderLine>[] {
    const sum = ({ amount, currency }: Money) => money(amount, currency);
    return [
      column('code', say.order, (row) => row.code,
        (row) => html`<a class="whole" href="/admin/events/${this.params.event}/orders/${row.code}">${row.code}</a>`),
      column('state', say.state, standing, (row) => html`<div class="stack">
        <span class="chip ${tones[row.state]}">${say.states[row.state]}</span>
        ${expected[row.state] === row.payment.state ? nothing
          : html`<span class="chip ${paymentTones[row.payment.state]}">${say.payments[row.payment.state]}</span>`}</div>`),
      column('buyer', say.buyer, (row) => `${row.buyer.name} ${row.buyer.email}`,
        (row) => html`<span class="who">${row.buyer.name} <small>${row.buyer.email}</small></span>`),
      figure('seats', say.seats, (row) => row.seats), figure('total', say.total, (row) => row.total.amount, (_,
        row) => sum(row.total)),
      figure('refunded', say.back, (row) => row.refunded.amount, (amount, row) => (amount ? sum(row.refunded) : '–')),
      column('promoCode', say.promoCode, (row) => row.promoCode ?? '–'), time('createdAt', say.ordered,
        (row) => row.createdAt),
    ];
  }
}

customElements.define('orders-page', OrdersPage);
