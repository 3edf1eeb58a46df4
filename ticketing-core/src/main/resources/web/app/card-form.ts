import { html, nothing } from 'lit';
import { Island } from './island.js';
import { Refusal } from './http.js';
import type { Money } from './format.js';
import { locale } from './format.js';
import type { Buyer } from './session.js';
import { say } from './words.js';

/** Of Stripe's script what we use; it is never bundled, as Stripe wants it to come from Stripe. */
interface StripeError {
  message?: string;
}

interface Elements {
  create(kind: 'payment', options?: object): { mount(at: HTMLElement): void; on(event: 'ready' | 'loaderror', then: () => void): void };
  submit(): Promise<{ error?: StripeError }>;
  update(options: object): void;
}

interface Stripe {
  elements(options: object): Elements;
  createPaymentMethod(options: object): Promise<{ error?: StripeError; paymentMethod?: { id: string } }>;
  handleNextAction(options: { clientSecret: string }): Promise<{ error?: StripeError }>;
}

const script = 'https://js.stripe.com/basil/stripe.js';

let loading: Promise<(key: string) => Stripe> | undefined;

/** Loaded when somebody is about to pay by card, and on no page before. */
function load(): Promise<(key: string) => Stripe> {
  loading ??= new Promise((done, failed) => {
    const tag = Object.assign(document.createElement('script'), { src: script, async: true });
    tag.onload = () => done((window as unknown as { Stripe: (key: string) => Stripe }).Stripe);
    tag.onerror = () => {
      loading = undefined;
      tag.remove();
      failed(new Refusal(0, { title: say.cardFormAway, detail: say.cardFormAwayText }, 0));
    };
    document.head.append(tag);
  });
  return loading;
}

/** Card data goes from Stripe's own frame to Stripe: we get a token that is good for one payment. */
export class CardForm extends Island {
  static override properties = {
    publicKey: { type: String }, total: { attribute: false }, trouble: { state: true }, ready: { state: true },
  };

  declare publicKey: string;
  declare total: Money;
  declare trouble: Refusal | null;
  declare ready: boolean;
  #stripe?: Stripe;
  #elements?: Elements;

  constructor() {
    super();
    this.trouble = null;
    this.ready = false;
  }

  protected override render() {
    return html`
      ${this.trouble ? html`<p class="banner" role="alert"><strong>${this.trouble.message}.</strong> ${this.trouble.detail}
        <button type="button" class="quiet" @click=${() => this.#begin()}>${say.tryAgain}</button></p>` : nothing}
      <div class="card-fields" aria-busy=${this.ready ? 'false' : 'true'}></div>
      <p class="hint">${say.cardHint}</p>`;
  }

  protected override firstUpdated(): void {
    void this.#begin();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('total')) this.#elements?.update({ amount: this.total.amount });
  }

  async #begin(): Promise<void> {
    this.trouble = null;
    try {
      this.#stripe = (await load())(this.publicKey);
      this.#elements = this.#stripe.elements({
        mode: 'payment', amount: this.total.amount, currency: this.total.currency.toLowerCase(), locale: locale.split('-')[0],
        paymentMethodCreation: 'manual',
        appearance: { theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'stripe' },
      });
      const fields = this.#elements.create('payment', { fields: { billingDetails: { name: 'never', email: 'never' } } });
      fields.on('ready', () => { this.ready = true; });
      fields.on('loaderror', () => this.#away());
      fields.mount(this.querySelector<HTMLElement>('.card-fields')!);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.trouble = error;
    }
  }

  #away(): void {
    this.trouble = new Refusal(0, { title: say.cardFormAway, detail: say.cardFormAwayText }, 0);
  }

  /** What stands for the card. Throws a {@link Refusal} when something of it is missing or not right. */
  async token(buyer: Buyer): Promise<string> {
    if (!this.#stripe || !this.#elements) throw this.trouble ?? new Refusal(0, { title: say.cardFormAway, detail: say.cardFormAwayText }, 0);
    const checked = await this.#elements.submit();
    if (checked.error) throw wrong(checked.error);
    const made = await this.#stripe.createPaymentMethod({
      elements: this.#elements, params: { billing_details: { name: buyer.name, email: buyer.email } },
    });
    if (!made.paymentMethod) throw wrong(made.error);
    return made.paymentMethod.id;
  }

  /** The bank wants to ask the buyer. Whatever comes of it, the order knows best: it is told by Stripe. */
  async approve(clientSecret: string): Promise<void> {
    await this.#stripe?.handleNextAction({ clientSecret });
  }
}

/** Stripe's message is in the buyer's language. */
const wrong = (error?: StripeError): Refusal =>
  new Refusal(422, { title: say.cardNotRight, detail: error?.message ?? '', code: 'card' }, 0);

customElements.define('card-form', CardForm);
