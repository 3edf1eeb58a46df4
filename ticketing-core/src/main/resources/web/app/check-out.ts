import { html, nothing } from 'lit';
import { Island } from './island.js';
import { Refusal } from './http.js';
import { count, money } from './format.js';
import type { Hold, Order, Shopping } from './session.js';

const demoCards = [
  ['ok', 'Card that works'],
  ['declined', 'Card that is declined'],
  ['slow', 'Bank that takes its time'],
];

/** From held seats to an order: who buys, how it is paid. Says `give-back`, `hold-over`, or leaves for the order. */
class CheckOut extends Island {
  static override properties = {
    hold: { attribute: false }, shopping: { attribute: false }, busy: { state: true }, refusal: { state: true },
  };

  declare hold: Hold;
  declare shopping: Shopping;
  declare busy: boolean;
  declare refusal: Refusal | null;

  constructor() {
    super();
    this.busy = false;
    this.refusal = null;
  }

  protected override render() {
    const { seats, total, expiresAt, extendable } = this.hold;
    return html`
      <section class="card checkout" aria-labelledby="checkout-heading">
        <h2 id="checkout-heading" tabindex="-1">${count(seats.length, 'seat is', 'seats are')} yours for now</h2>
        <p class="deadline">Pay within <count-down until=${expiresAt} @over=${this.#over}></count-down>;
          until then nobody else can take them.
          ${extendable ? html`<button class="quiet" ?disabled=${this.busy} @click=${this.#extend}>I need more time</button>`
    : nothing}</p>
        <ul class="held-seats">
          ${seats.map((seat) => html`<li><span>${seat.label} <small>${seat.categoryName ?? seat.category}</small></span>
            <b>${money(seat.price)}</b></li>`)}
          <li class="total"><span>Total</span><b>${money(total)}</b></li>
        </ul>
        <form @submit=${this.#pay}>
          <label>Your name <input name="name" autocomplete="name" required maxlength="200"></label>
          <label>E-mail, for the tickets
            <input name="email" type="email" autocomplete="email" inputmode="email" required maxlength="254"></label>
          <fieldset>
            <legend>Payment</legend>
            <p class="hint">This is a demo: no money moves. Choose how the bank shall behave.</p>
            ${demoCards.map(([token, label], index) => html`
              <label class="check"><input type="radio" name="card" value=${token} ?checked=${index === 0}>
                <span>${label}</span></label>`)}
          </fieldset>
          ${this.refusal ? html`<p class="banner" role="alert"><strong>${this.refusal.message}.</strong>
            ${this.refusal.detail}</p>` : nothing}
          <div class="actions">
            <button class="primary" ?disabled=${this.busy}>${this.busy ? 'Paying…' : `Pay ${money(total)}`}</button>
            <button type="button" class="quiet" ?disabled=${this.busy} @click=${this.#giveBack}>Choose other seats</button>
          </div>
        </form>
      </section>`;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  #pay = async (submission: SubmitEvent): Promise<void> => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name)).trim();
    await this.#work(async () => {
      const buyer = { name: text('name'), email: text('email') };
      this.#show(await this.shopping.order(this.hold, buyer, text('card')));
    });
  };

  /** The secret travels in the fragment: it reaches no server, no log and no referrer. */
  #show(order: Order): void {
    location.assign(`/orders/${encodeURIComponent(order.code)}#${order.secret}`);
  }

  #extend = (): Promise<void> =>
    this.#work(async () => {
      this.hold = await this.shopping.extend(this.hold);
    });

  #giveBack = (): Promise<void> =>
    this.#work(async () => {
      await this.shopping.giveBack(this.hold);
      this.dispatchEvent(new CustomEvent('give-back', { bubbles: true }));
    });

  async #work(task: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.refusal = null;
    try {
      await task();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
      if (error.code === 'hold-expired') this.#over();
    } finally {
      this.busy = false;
    }
  }

  #over = (): void => {
    if (this.busy) return; // a payment on its way decides for itself
    this.dispatchEvent(new CustomEvent('hold-over', { bubbles: true }));
  };
}

customElements.define('check-out', CheckOut);
