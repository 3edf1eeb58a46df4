import { html, nothing } from 'lit';
import { confirmAction } from '../dialogs.js';
import { Island } from '../island.js';
import { count, money, moment } from '../format.js';
import { Refusal, send } from '../http.js';
import { Live } from '../live.js';
import { newKey, ofEvent, type RefundProgress, type Sales } from './api.js';
import { say } from './orders-words.js';

/** All money of a cancelled event goes back: the button, and how far it is. */
export class EventRefund extends Island {
  static override properties = { event: { type: String }, failed: { state: true } };

  declare event: string;
  declare failed: Refusal | null;

  #key = newKey();
  #progress = new Live<RefundProgress>(this, () => (this.event ? ofEvent(this.event, '/refunds') : undefined), 2);
  #sales = new Live<Sales>(this, () => (this.event ? ofEvent(this.event, '/sales') : undefined), 10);

  constructor() {
    super();
    this.event = '';
    this.failed = null;
  }

  /** The key stays the same until it worked: asked twice, it is started once. */
  #start = async (): Promise<void> => {
    const sure = await confirmAction({
      title: say.refundAllTitle, consequence: say.refundAllConsequence, verb: say.refundAllVerb, danger: true,
        type: say.refundWord,
    });
    if (!sure) return;
    try {
      await send('POST', ofEvent(this.event, '/refunds'), undefined, { idempotencyKey: this.#key });
      this.failed = null;
    } catch (problem) {
      this.failed = problem as Refusal;
    }
  };

  protected override render() {
    const progress = this.#progress.value;
    const notStarted = this.#progress.problem?.status === 404;
    return html`<section class="card" aria-live="polite">
      <header class="section-head"><h2>${progress ? (progress.state === 'DONE' ? say.progressDone : say.progress)
        : say.cancelledEvent}</h2>
        <data-age .at=${progress ? this.#progress.readAt : undefined}></data-age></header>
      ${this.failed ? html`<problem-note .problem=${this.failed} .retry=${this.#start}></problem-note>` : nothing}
      ${this.#progress.problem && !notStarted ? html`<problem-note
        .problem=${this.#progress.problem}></problem-note>` : nothing}
      ${notStarted && !progress ? html`<p>${say.refundAllText(count(this.#sales.value?.orders.paid ?? 0))}</p>
        <div class="actions"><button type="button" class="danger"
          @click=${this.#start}>${say.refundAll}</button></div>` : nothing}
      ${progress ? this.#shown(progress) : nothing}
    </section>`;
  }

  #shown({ orders, refunds, startedAt }: RefundProgress) {
    const sum = ({ amount, currency }: { amount: number; currency: string }) => money(amount, currency);
    return html`
      <p>${say.progressOrders(count(orders.takenBack),
        count(orders.total))} <span class="hint">${say.started(moment(startedAt))}</span></p>
      <progress max=${Math.max(1, orders.total)} .value=${orders.takenBack} aria-label=${say.progress}></progress>
      <p>${say.progressMoney(sum(refunds.returned), sum(refunds.due))}</p>
      ${orders.troubled ? html`<p class="notice warn">${say.troubledOrders(orders.troubled)}</p>` : nothing}
      ${refunds.troubled ? html`<p class="notice warn">${say.troubledRefunds(refunds.troubled)}</p>` : nothing}`;
  }
}

customElements.define('event-refund', EventRefund);
