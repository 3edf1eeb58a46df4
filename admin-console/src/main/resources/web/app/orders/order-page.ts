import { html, nothing } from 'lit';
import { chip, column, deeds, figure } from '../columns.js';
import type { Column } from '../data-table.js';
import { confirmAction, openForm } from '../dialogs.js';
import { Island } from '../island.js';
import { money, moment } from '../format.js';
import { Refusal, send } from '../http.js';
import { Live } from '../live.js';
import { toast } from '../toast.js';
import { keysByWish, ofEvent, type Money, type OrderFile, type Ticket } from './api.js';
import { say } from './order-words.js';
import { say as sayOrders } from './orders-words.js';
import { paymentTones, tones } from './orders-page.js';

type Line = OrderFile['lines'][number];

const sum = ({ amount, currency }: Money): string => money(amount, currency);

/** One order: what it is, what became of it, and what can be done for its buyer. */
export class OrderPage extends Island {
  static override properties = { chosen: { state: true }, failed: { state: true } };

  declare chosen: ReadonlySet<string>;
  declare failed: Refusal | null;

  #file = new Live<OrderFile>(this, () => this.params && this.#path(), 3);

  constructor() {
    super();
    this.chosen = new Set();
    this.failed = null;
  }

  #path(rest = ''): string {
    return ofEvent(this.params.event!, `/orders/${encodeURIComponent(this.params.code!)}${rest}`);
  }

  protected override render() {
    const file = this.#file.value;
    return html`
      <p><a href="/admin/events/${this.params.event}/orders">← ${say.back}</a></p>
      ${this.#file.problem ? html`<problem-note .problem=${this.#file.problem}></problem-note>` : nothing}
      ${file ? html`${this.#head(file)}${this.#tickets(file)}<div class="pair">${this.#bill(file)}${this.#history(file)}</div>`
        : this.#file.problem ? nothing : html`<p role="status">${sayOrders.loading}</p>`}`;
  }

  #head({ order, refunds }: OrderFile) {
    const valid = order.tickets.filter(({ state }) => state === 'VALID');
    return html`<section class="card">
      <header class="section-head"><h1>${say.title} ${order.code}
          <span class="chip ${tones[order.state]}">${sayOrders.states[order.state]}</span></h1>
        <data-age .at=${this.#file.readAt} .every=${3}></data-age></header>
      <dl class="facts">
        <div><dt>${say.buyer}</dt><dd>${order.buyer.name}<br>
          <a href="mailto:${order.buyer.email}">${order.buyer.email}</a></dd></div>
        <div><dt>${say.ordered}</dt><dd>${moment(order.createdAt)}</dd></div>
        <div><dt>${say.payment}</dt><dd>${order.payment.method}
          <span class="chip ${paymentTones[order.payment.state]}">${sayOrders.payments[order.payment.state]}</span></dd></div>
        <div><dt>${say.total}</dt><dd>${sum(order.total)}</dd></div>
      </dl>
      ${refunds.some(({ state, attempts }) => state === 'DUE' && attempts > 1)
        ? html`<p class="notice warn">${say.troubled}</p>` : nothing}
      ${this.failed ? html`<problem-note .problem=${this.failed}></problem-note>` : nothing}
      ${order.state === 'PAID' ? html`<div class="actions">
        <button type="button" @click=${() => this.#sendAgain(order.buyer.email)}>${say.sendAgain}</button>
        <button type="button" class="danger" @click=${() => this.#refund(valid,
          true)}>${say.refundAll}</button></div>` : nothing}
    </section>`;
  }

  #tickets({ order, lines }: OrderFile) {
    if (order.tickets.length === 0) {
      const columns: Column<Line>[] = [
        column('label', say.seat, (line) => line.label), column('category', say.category, (line) => line.category),
        figure('price', say.price, (line) => line.price.amount, (_, line) => sum(line.price)),
      ];
      return html`<section class="card"><h2>${say.lines}</h2><p>${say.noTickets}</p>
        <data-table name="lines" .columns=${columns} .rows=${lines} 
          .rowKey=${(line: Line) => line.seat}></data-table></section>`;
    }
    const chosen = order.tickets.filter((ticket) => ticket.state === 'VALID' && this.chosen.has(ticket.id));
    const holder = (ticket: Ticket) => [ticket.holder?.name ?? order.buyer.name,
      ticket.holder?.email].filter(Boolean).join(', ');
    const columns: Column<Ticket>[] = [
      { key: 'choose', label: '', cell: (ticket) => (ticket.state === 'VALID' ? html`<input type="checkbox"
        aria-label=${say.choose(ticket.seat.label)} .checked=${this.chosen.has(ticket.id)}
          @change=${() => this.#toggle(ticket.id)}>` : '') },
      column('seat', say.seat, (ticket) => ticket.seat.label), column('category', say.category,
        (ticket) => ticket.seat.category),
      column('holder', say.holder, holder), figure('paid', say.paid, (ticket) => ticket.paid.amount, (_,
        ticket) => sum(ticket.paid)),
      chip('state', say.state, (ticket) => (ticket.reason ? say.voids[ticket.reason] : say.valid),
        (ticket) => (ticket.reason ? '' : 'good')),
      deeds((ticket) => (ticket.state === 'VALID'
        ? html`<button type="button" class="quiet"
          @click=${() => this.#changeHolder(ticket)}>${say.changeHolder}</button>` : '')),
    ];
    return html`<section class="card"><h2>${say.tickets}</h2>
      <data-table name="tickets" .columns=${columns} .rows=${order.tickets}></data-table>
      ${chosen.length ? html`<div class="actions"><button type="button" class="danger"
        @click=${() => this.#refund(chosen, false)}>
        ${say.refundSome(chosen.length)}</button></div>` : nothing}</section>`;
  }

  #bill({ order, refunds }: OrderFile) {
    const line = (name: string, amount: Money, sign = '') => (amount.amount === 0 ? nothing
      : html`<div><dt>${name}</dt><dd>${sign}${sum(amount)}</dd></div>`);
    return html`<section class="card"><h2>${say.bill}</h2><dl class="bill">
        ${line(say.ticketsSum, order.bill.tickets)}${line(`${say.discount}${order.promoCode ? ` (${order.promoCode})`
          : ''}`, order.bill.discount, '−')}
        ${line(say.fee, order.bill.fee)}
        <div class="sum"><dt>${say.total}</dt><dd>${sum(order.total)}</dd></div>
        ${line(say.tax(String(order.bill.taxPercent)), order.bill.taxIncluded)}${line(say.given, order.refunded, '−')}
      </dl>
      ${refunds.length ? html`<h3>${say.refunds}</h3><ul class="plain">${refunds.map((refund) => html`<li>
        ${sum(refund.amount)} <span class="chip ${refund.state === 'DONE' ? 'good' : 'warn'}">${say.refundStates[refund.state]}</span>
        ${say.voids[refund.reason]}, ${moment(refund.doneAt ?? refund.createdAt)}
        ${refund.attempts > 1 ? html`<span class="hint">${say.attempts(refund.attempts)}</span>`
          : nothing}</li>`)}</ul>` : nothing}
    </section>`;
  }

  #history({ history }: OrderFile) {
    return html`<section class="card"><h2>${say.history}</h2><ol class="history">${history.map((entry) => html`<li>
      <time datetime=${entry.at}>${moment(entry.at)}</time> <span>${told(entry)}</span></li>`)}</ol></section>`;
  }

  #toggle(id: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  async #sendAgain(email: string): Promise<void> {
    if (!await confirmAction({ title: say.sendTitle, consequence: say.sendText(email), verb: say.sendVerb })) return;
    await this.#try(async () => {
      await send('POST', this.#path('/letter'));
      toast(say.sent);
    });
  }

  async #refund(tickets: Ticket[], whole: boolean): Promise<void> {
    const currency = tickets[0]?.paid.currency ?? 'EUR';
    const file = this.#file.value!;
    const most = tickets.reduce((total, ticket) => total + ticket.paid.amount, 0);
    const fees = new Map(file.lines.map(({ seat, fee }) => [seat, fee.amount]));
    const fee = tickets.reduce((total, ticket) => total + (fees.get(ticket.seat.id) ?? 0), 0);
    const keyOf = keysByWish();
    const done = await openForm({
      title: say.refundTitle(tickets.length), text: say.refundText(money(most, currency), money(most - fee, currency)),
      fields: [
        ...(fee ? [{ name: 'keepFees', label: say.keepFees, type: 'checkbox' as const }] : []),
        { name: 'reason', label: say.reason, hint: say.reasonHint, maxlength: 200 },
      ],
      verb: say.refundVerb, danger: true,
      submit: async ({ keepFees, reason }) => {
        const body = { ...(!whole && { tickets: tickets.map(({ id }) => id) }), ...(keepFees && { keepFees }),
          ...(reason && { reason }) };
        await send('POST', `/ticketing/orders/${encodeURIComponent(this.params.code!)}/refund`, body,
          { idempotencyKey: keyOf(body) });
        return true;
      },
    });
    if (!done) return;
    this.chosen = new Set();
    toast(say.refunded);
  }

  async #changeHolder(ticket: Ticket): Promise<void> {
    const keyOf = keysByWish();
    const done = await openForm({
      title: say.holderTitle(ticket.seat.label), text: say.holderText,
      fields: [
        { name: 'name', label: say.name, required: true, maxlength: 200, autocomplete: 'off' },
        { name: 'email', label: say.email, type: 'email', hint: say.emailHint, maxlength: 254, autocomplete: 'off' },
      ],
      verb: say.holderVerb,
      submit: async (values) => {
        await send('POST', this.#path(`/tickets/${ticket.id}/holder`), values, { idempotencyKey: keyOf(values) });
        return true;
      },
    });
    if (done) toast(say.holderDone);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      this.failed = null;
      await work();
    } catch (problem) {
      this.failed = problem as Refusal;
    }
  }
}

/** What happened, in one line. */
function told(entry: OrderFile['history'][number]): string {
  const detail = entry.detail ?? '';
  const parts = [say.happened[entry.what], entry.seats, entry.amount && sum(entry.amount)];
  switch (entry.what) {
    case 'PLACED':
      return [...parts, entry.reason && say.promo(entry.reason)].filter(Boolean).join(', ');
    case 'STAFF':
      return [`${entry.by ?? say.somebody} ${say.actions[detail] ?? detail}`, entry.reason
        && say.forReason(entry.reason)]
        .filter(Boolean).join(', ');
    case 'SCANNED_IN':
    case 'SCANNED_OUT':
    case 'SCAN_REFUSED':
      return [...parts, say.gate(detail), entry.reason].filter(Boolean).join(', ');
    default:
      return [...parts, say.voids[detail as keyof typeof say.voids]].filter(Boolean).join(', ');
  }
}

customElements.define('order-page', OrderPage);
