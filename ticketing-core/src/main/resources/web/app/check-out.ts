import { html, nothing } from 'lit';
import { Island } from './island.js';
import { objection } from './objection.js';
import './card-form.js';
import type { CardForm } from './card-form.js';
import { Refusal } from './http.js';
import { money, number, type Money } from './format.js';
import { readTerms, type OrderTerms } from './order-terms.js';
import type { Attendee, Buyer, Hold, Order, Payment, PaymentMethod, Quote, Shopping } from './session.js';
import { say } from './words.js';

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

type Field = keyof Buyer | `attendee-${string}`;

const nameless = (attendees: Attendee[]): Partial<Record<Field, string>> => Object.fromEntries(
  attendees.filter(({ name }) => !name).map(({ seat }) => [`attendee-${seat}`, say.attendeeMissing]));

/** From held seats to an order: who buys, how it is paid. Says `give-back`, `hold-over`, or leaves for the order. */
class CheckOut extends Island {
  static override properties = {
    hold: { attribute: false }, shopping: { attribute: false }, busy: { state: true }, refusal: { state: true },
    faults: { state: true }, told: { state: true }, quote: { state: true }, promoRefusal: { state: true },
    methods: { state: true }, demoChosen: { state: true }, attendees: { state: true },
  };

  declare hold: Hold;
  declare shopping: Shopping;
  declare busy: boolean;
  declare refusal: Refusal | null;
  declare faults: Partial<Record<Field, string>>;
  declare told: string;
  declare quote: Quote | null;
  declare promoRefusal: Refusal | null;
  declare methods: PaymentMethod[];
  declare demoChosen: boolean;
  declare attendees: OrderTerms['attendees'];
  #promoCode = '';

  constructor() {
    super();
    this.busy = false;
    this.refusal = null;
    this.faults = {};
    this.told = '';
    this.quote = null;
    this.promoRefusal = null;
    this.methods = [];
    this.demoChosen = false;
    this.attendees = 'NONE';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#work(async () => {
      const [methods, terms] = await Promise.all([this.shopping.paymentMethods(), readTerms(this.shopping.eventId)]);
      this.methods = methods;
      this.attendees = terms.attendees;
    });
  }

  protected override render() {
    const { seats, expiresAt, extendable } = this.hold;
    const total = this.quote?.total ?? this.hold.total;
    return html`
      <section class="card checkout" aria-labelledby="checkout-heading">
        <h2 id="checkout-heading" tabindex="-1">${say.yoursForNow(seats.length)}</h2>
        <p class="deadline">${say.payWithin} <count-down until=${expiresAt} @over=${this.#over} @soon=${this.#soon}></count-down>
          ${extendable ? html`<button class="quiet" ?disabled=${this.busy} @click=${this.#extend}>${say.moreTime}</button>`
    : nothing} <small>${say.nobodyElse}</small></p>
        <p class="unseen" role="status">${this.told}</p>
        <ul class="held-seats">
          ${seats.map((seat) => html`<li><span>${seat.label} <small>${seat.categoryName ?? seat.category}</small></span>
            <b>${money(seat.price)}</b></li>`)}
          ${this.#bill()}
          <li class="total"><span>${say.total}</span><b>${money(total)}</b></li>
        </ul>
        ${this.#promo()}
        <form novalidate @submit=${this.#pay}>
          ${this.#trouble()}
          ${this.#input('name', say.name, 'name', 200)}
          ${this.#input('email', say.email, 'email', 254)}
          ${this.#whoComes()}
          ${this.#payment(total)}
          <div class="actions">
            <button class="primary" ?disabled=${this.busy}>${this.busy ? say.paying : say.pay(money(total))}</button>
            <button type="button" class="quiet" ?disabled=${this.busy} @click=${this.#giveBack}>${say.otherSeats}</button>
          </div>
        </form>
      </section>`;
  }

  /** Stripe's form where Stripe is offered; the demo's cards where they are; a choice where both are. */
  #payment(total: Money) {
    const stripe = this.methods.find(({ method, publicKey }) => method === 'stripe' && publicKey);
    const demo = this.methods.some(({ method }) => method === 'demo');
    return html`<fieldset>
      <legend>${say.payment}</legend>
      ${stripe && demo ? html`<label class="check"><input type="radio" name="card" value="stripe" checked
        @change=${this.#chosen}><span>${say.realCard}</span></label>` : nothing}
      ${stripe ? html`<card-form publicKey=${stripe.publicKey!} .total=${total} ?hidden=${this.demoChosen}></card-form>` : nothing}
      ${demo ? html`<p class="hint">${say.demoHint}</p>
        ${Object.entries(say.cards).map(([token, label], index) => html`
          <label class="check"><input type="radio" name="card" value=${token} ?checked=${!stripe && index === 0}
            @change=${this.#chosen}><span>${label}</span></label>`)}` : nothing}
    </fieldset>`;
  }

  #chosen = (event: Event): void => {
    this.demoChosen = (event.target as HTMLInputElement).value !== 'stripe';
  };

  /** What stands for the card: a word in the demo, else a token that Stripe makes of it. */
  async #paymentBy(card: string, buyer: Buyer): Promise<Payment> {
    if (card && card !== 'stripe') return { method: 'demo', token: card };
    const form = this.#cardForm;
    if (form) return { method: 'stripe', token: await form.token(buyer) };
    this.methods = await this.shopping.paymentMethods();
    throw new Refusal(0, { title: say.noConnection, detail: say.noConnectionText }, 0);
  }

  get #cardForm(): CardForm | null {
    return this.querySelector<CardForm>('card-form');
  }

  /** What is taken off and put on top, where there is any such thing. */
  #bill() {
    const bill = this.quote?.bill ?? this.hold.bill;
    if (!bill) return nothing;
    const { discount, fee, taxIncluded, taxPercent } = bill;
    return html`${discount.amount ? html`<li><span>${say.discount}</span>
        <b>−${money(discount)}</b></li>` : nothing}
      ${fee.amount ? html`<li><span>${say.fee}</span><b>${money(fee)}</b></li>` : nothing}
      ${taxIncluded.amount ? html`<li><small>${say.taxIncluded(number(taxPercent), money(taxIncluded))}</small></li>`
    : nothing}`;
  }

  #promo() {
    if (!this.hold.bill) return nothing;
    return html`<form class="promo" @submit=${this.#applyPromo}>
      <label>${say.promoCode} <input name="promoCode" autocomplete="off" autocapitalize="characters" maxlength="60"
        required></label>
      <button ?disabled=${this.busy}>${say.apply}</button>
      <div role="alert">${this.promoRefusal ? html`<p class="fault">${this.promoRefusal.message}.
        ${this.promoRefusal.detail}</p>` : nothing}</div>
    </form>`;
  }

  #input(name: keyof Buyer, label: string, type: 'name' | 'email', longest: number) {
    const fault = this.faults[name];
    return html`<label>${label}
      <input name=${name} type=${type === 'email' ? 'email' : 'text'} autocomplete=${type} required maxlength=${longest}
             .value=${this.shopping.buyer[name] ?? ''} aria-invalid=${String(Boolean(fault))}
             aria-describedby=${fault ? `${name}-fault` : nothing} @input=${() => this.#mended(name)}></label>
      ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : nothing}`;
  }

  /** Only where the organizer asks. */
  #whoComes() {
    if (this.attendees === 'NONE') return nothing;
    return html`<fieldset class="attendees">
      <legend>${say.attendees}</legend>
      ${this.attendees === 'OPTIONAL' ? html`<p class="hint">${say.attendeesOptional}</p>` : nothing}
      ${this.hold.seats.map(({ id, label }) => {
    const name: Field = `attendee-${id}`;
    const fault = this.faults[name];
    return html`<label>${label}
        <input name=${name} autocomplete="off" maxlength="200" ?required=${this.attendees === 'REQUIRED'}
               aria-invalid=${String(Boolean(fault))} aria-describedby=${fault ? `${name}-fault` : nothing}
               @input=${() => this.#mended(name)}></label>
        ${fault ? html`<p class="fault" id="${name}-fault">${fault}</p>` : nothing}`;
  })}
    </fieldset>`;
  }

  #trouble() {
    const faults = Object.keys(this.faults).length;
    if (faults) return html`<p class="banner" role="alert"><strong>${say.mendFirst(faults)}.</strong></p>`;
    return this.refusal ? html`<p class="banner" role="alert" tabindex="-1"><strong>${this.refusal.message}.</strong>
      ${this.refusal.detail}</p>${objection(this.refusal)}` : nothing;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  #pay = async (submission: SubmitEvent): Promise<void> => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    const text = (name: string) => String(form.get(name)).trim();
    const buyer = { name: text('name'), email: text('email') };
    this.shopping.buyer = buyer;
    const attendees = this.attendees === 'NONE' ? []
      : this.hold.seats.map(({ id }): Attendee => ({ seat: id, name: text(`attendee-${id}`) }));
    this.faults = {
      ...(!buyer.name && { name: say.nameMissing }), ...(!email.test(buyer.email) && { email: say.emailMissing }),
      ...(this.attendees === 'REQUIRED' && nameless(attendees)),
    };
    if (Object.keys(this.faults).length) return this.#showFirstFault();
    await this.#work(async () => {
      const payment = await this.#paymentBy(form.has('card') ? text('card') : '', buyer);
      const order = await this.shopping.order(this.hold, buyer, payment, attendees.filter(({ name }) => name),
        this.#promoCode || undefined);
      if (order.payment?.clientSecret) await this.#cardForm?.approve(order.payment.clientSecret);
      this.#show(order);
    });
  };

  #applyPromo = async (submission: SubmitEvent): Promise<void> => {
    submission.preventDefault();
    const code = String(new FormData(submission.target as HTMLFormElement).get('promoCode')).trim();
    this.promoRefusal = null;
    await this.#work(async () => {
      try {
        this.quote = await this.shopping.quote(this.hold, code);
        this.#promoCode = code;
        this.told = `${say.total} ${money(this.quote.total)}`;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.quote = null;
        this.#promoCode = '';
        this.promoRefusal = error;
      }
    });
  };

  #mended(name: Field): void {
    const { [name]: mended, ...others } = this.faults;
    if (mended) this.faults = others;
  }

  async #showFirstFault(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  /** The secret travels in the fragment: it reaches no server, no log and no referrer. */
  #show(order: Order): void {
    location.assign(`/orders/${encodeURIComponent(order.code)}#${order.secret}`);
  }

  #extend = (): Promise<void> =>
    this.#work(async () => {
      this.hold = await this.shopping.extend(this.hold);
      this.told = say.extended;
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
      await this.#refused(error);
    } finally {
      this.busy = false;
    }
  }

  async #refused(refusal: Refusal): Promise<void> {
    const missing = refusal.code === 'attendees-missing' ? refusal.body.seats as string[] : [];
    if (missing.length) this.attendees = 'REQUIRED'; // the organizer asks since this page was opened
    const faulty = ((refusal.body.violations ?? []) as { at: string }[]).map(({ at }) => at);
    this.faults = {
      ...(faulty.some((at) => at.endsWith('name')) && { name: say.nameMissing }),
      ...(faulty.some((at) => at.endsWith('email')) && { email: say.emailMissing }),
      ...nameless(missing.map((seat) => ({ seat, name: '' }))),
    };
    if (Object.keys(this.faults).length) return this.#showFirstFault();
    this.refusal = refusal;
    if (refusal.code === 'hold-expired') this.#over();
    await this.updateComplete;
    this.querySelector<HTMLElement>('form .banner')?.scrollIntoView({ block: 'center' });
  }

  #soon = (): void => {
    this.told = say.minuteLeft;
  };

  #over = (): void => {
    if (this.busy) return; // a payment on its way decides for itself
    this.dispatchEvent(new CustomEvent('hold-over', { bubbles: true }));
  };
}

customElements.define('check-out', CheckOut);
