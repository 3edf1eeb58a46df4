import { html, nothing } from 'lit';
import { Island } from './island.js';
import { call, now, persist, Refusal } from './http.js';
import type { OrderTerms } from './order-terms.js';
import { say } from './words.js';

export interface Ticket {
  id: string;
  seat: { id: string; label: string };
  holder?: { name: string };
  state: string;
  reason?: string;
}

/** One ticket of an order: its code, and what its buyer may do with it. Says `order-changed` with the order. */
class TicketCard extends Island {
  static override properties = {
    ticket: { attribute: false }, terms: { attribute: false }, code: { type: String }, path: { type: String },
    headers: { attribute: false }, changeable: { type: Boolean }, asking: { state: true }, busy: { state: true },
    refusal: { state: true },
  };

  declare ticket: Ticket;
  declare terms: OrderTerms | null;
  declare code: string;
  declare path: string;
  declare headers: Record<string, string>;
  declare changeable: boolean;
  declare asking: 'holder' | 'return' | null;
  declare busy: boolean;
  declare refusal: Refusal | null;
  #key = '';

  constructor() {
    super();
    this.terms = null;
    this.code = '';
    this.changeable = false;
    this.asking = null;
    this.busy = false;
    this.refusal = null;
  }

  protected override render() {
    const { seat, holder, state, reason } = this.ticket;
    const valid = state === 'VALID';
    return html`<article class="ticket">
      ${valid && this.code ? html`<img src=${this.code} width="176" height="176" alt=${say.qrOf(seat.label)}>` : nothing}
      <div><h3>${seat.label}</h3>
        ${holder ? html`<p>${say.holder(holder.name)}</p>` : nothing}
        <p>${valid ? say.showCode : say.voids[reason ?? ''] ?? say.ticketOver}</p>
        ${valid && this.changeable ? this.#actions() : nothing}</div>
      ${this.asking ? this.#dialog() : nothing}
    </article>`;
  }

  #actions() {
    const until = this.terms?.returnsUntil;
    const returns = this.terms?.returns && (!until || Date.parse(until) > now());
    return html`<div class="actions">
      ${this.terms?.holderChanges ? html`<button @click=${() => this.#ask('holder')}>${say.passOn}</button>` : nothing}
      ${returns ? html`<button @click=${() => this.#ask('return')}>${say.giveBack}</button>` : nothing}</div>`;
  }

  #dialog() {
    const holder = this.asking === 'holder';
    const heading = `ask-${this.ticket.id}`;
    return html`<dialog class="card" aria-labelledby=${heading} @close=${() => (this.asking = null)}>
      <h2 id=${heading}>${holder ? say.passOnTitle : say.giveBackTitle}</h2>
      <p>${holder ? say.passOnText : say.giveBackText}</p>
      <form @submit=${this.#change}>
        ${holder ? html`<label>${say.holderName} <input name="name" autocomplete="off" required maxlength="200"></label>
          <label>${say.holderEmail} <input name="email" type="email" autocomplete="off" maxlength="254"></label>` : nothing}
        <div role="alert">${this.refusal ? html`<p class="banner"><strong>${this.refusal.message}.</strong>
          ${this.refusal.detail}</p>` : nothing}</div>
        <div class="actions">
          <button type="button" class=${holder ? 'quiet' : 'primary'} @click=${this.#close}>${say.keep}</button>
          <button class=${holder ? 'primary' : 'danger'} ?disabled=${this.busy}>
            ${holder ? say.passOnYes : say.giveBackYes}</button>
        </div>
      </form>
    </dialog>`;
  }

  async #ask(what: 'holder' | 'return'): Promise<void> {
    this.asking = what;
    this.refusal = null;
    this.#key = crypto.randomUUID();
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  #close = (): void => this.querySelector('dialog')?.close();

  /** Sent again under the same key, a change is made once. */
  #change = async (submission: SubmitEvent): Promise<void> => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const body = this.asking === 'holder' ? { name: text('name'), ...(text('email') && { email: text('email') }) } : undefined;
    this.busy = true;
    this.refusal = null;
    try {
      const order = await persist(() => call('POST', `${this.path}/tickets/${this.ticket.id}/${this.asking}`, {
        body, headers: { ...this.headers, 'Idempotency-Key': this.#key },
      }));
      this.#close();
      this.dispatchEvent(new CustomEvent('order-changed', { detail: order, bubbles: true }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
      this.#key = crypto.randomUUID();
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('ticket-card', TicketCard);
