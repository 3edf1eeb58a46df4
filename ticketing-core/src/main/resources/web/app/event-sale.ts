import { html, nothing } from 'lit';
import { Island } from './island.js';
import { call, now, persist, Refusal } from './http.js';
import { count, moment, money, sum } from './format.js';
import { LiveSeats, type Seat } from './seats.js';
import { Shopping, type Hold, type Session } from './session.js';
import './check-out.js';
import './seat-finder.js';
import './seat-map.js';
import type { SeatMap } from './seat-map.js';

interface SaleEvent {
  id: string;
  gated: boolean;
  queueUrl?: string;
  state: string;
  saleState: string;
  salesFrom: string;
  salesUntil: string;
  maxSeatsPerOrder: number;
}

interface Notice {
  title: string;
  detail: string;
}

/**
 * The sale on an event's page: what can be done now (wait for the sale, queue, choose, pay), the seats as they are this
 * second, and the way back after a reload.
 */
class EventSale extends Island {
  static override properties = {
    event: { type: String }, timezone: { type: String }, stage: { state: true }, session: { state: true },
    hold: { state: true }, chosen: { state: true }, gone: { state: true }, notice: { state: true },
    busy: { state: true }, highlighted: { state: true },
  };

  declare event: string;
  declare timezone: string;
  declare stage: 'loading' | 'ready' | 'failed';
  declare session: Session | null;
  declare hold: Hold | null;
  declare chosen: ReadonlySet<string>;
  declare gone: ReadonlySet<string>;
  declare notice: Notice | null;
  declare busy: boolean;
  declare highlighted: string;

  #shopping!: Shopping;
  #seats!: LiveSeats;
  #sale!: SaleEvent;
  #saleOpens = 0;

  constructor() {
    super();
    this.stage = 'loading';
    this.session = null;
    this.hold = null;
    this.chosen = new Set();
    this.gone = new Set();
    this.notice = null;
    this.busy = false;
    this.highlighted = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#shopping = new Shopping(this.event);
    this.#seats = new LiveSeats(this.event);
    this.#seats.addEventListener('changed', this.#seatsChanged);
    this.#seats.addEventListener('figures', this.#figuresChanged);
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#seats.removeEventListener('changed', this.#seatsChanged);
    this.#seats.removeEventListener('figures', this.#figuresChanged);
    this.#seats.close();
    clearTimeout(this.#saleOpens);
  }

  protected override shouldUpdate(): boolean {
    return this.stage !== 'loading';
  }

  protected override willUpdate(): void {
    this.takeOver();
  }

  async #start(): Promise<void> {
    try {
      this.#sale = await persist(() => call('GET', `/events/${encodeURIComponent(this.event)}`));
      await Promise.all([this.#seats.load(), this.#resume()]);
      this.#seats.follow();
      this.#awaitSale();
      this.stage = 'ready';
    } catch (error) {
      this.#refused(error);
      this.stage = 'failed';
    }
  }

  async #resume(): Promise<void> {
    try {
      this.session = await this.#shopping.resume();
      this.hold = this.session ? await this.#shopping.resumeHold() : null;
    } catch (error) {
      this.#refused(error);
    }
  }

  /** A fan who looks at the page when the sale opens need not reload it. */
  #awaitSale(): void {
    const wait = Date.parse(this.#sale.salesFrom) - now();
    if (wait > 0 && wait < 2 ** 31) this.#saleOpens = window.setTimeout(() => this.requestUpdate(), wait + 500);
  }

  get #onSale(): boolean {
    const { salesFrom, salesUntil, state } = this.#sale;
    return state !== 'CANCELLED' && Date.parse(salesFrom) <= now() && now() < Date.parse(salesUntil);
  }

  get #mayChoose(): boolean {
    return this.#onSale && (this.session !== null || !this.#sale.gated);
  }

  get #most(): number {
    return Math.max(0, Math.min(this.#sale.maxSeatsPerOrder, this.session?.seatsLeft ?? Infinity));
  }

  protected override render() {
    if (this.stage === 'failed') return html`${this.#banner()}
      <p><button @click=${() => location.reload()}>Try again</button></p>`;
    if (this.hold) return html`${this.#banner()}
      <check-out .hold=${this.hold} .shopping=${this.#shopping} @give-back=${this.#gaveBack} @hold-over=${this.#holdOver}>
      </check-out>`;
    return html`${this.#mayChoose ? nothing : this.#banner()} ${this.#invitation()}
      <div class="house">
        <section class="card map-card" aria-labelledby="map-heading">
          <h2 id="map-heading">${this.#mayChoose ? 'Choose your seats' : 'The house right now'}</h2>
          ${this.#legend()}
          <seat-map .seats=${this.#seats} .chosen=${this.chosen} .gone=${this.gone} .highlighted=${this.highlighted}
                    @seat-toggle=${this.#toggled}></seat-map>
        </section>
        ${this.#mayChoose ? html`<section class="card" aria-label="Other ways to choose">
          <seat-finder .seats=${this.#seats} .chosen=${this.chosen} .most=${this.#most} ?busy=${this.busy}
                       @seat-toggle=${this.#toggled} @pick-for-me=${this.#pickForMe}></seat-finder>
        </section>` : nothing}
      </div>
      ${this.#mayChoose ? this.#tray() : nothing}`;
  }

  #banner() {
    return html`<div role="alert">${this.notice ? html`<p class="banner"><strong>${this.notice.title}.</strong>
      ${this.notice.detail}</p>` : nothing}</div>`;
  }

  /** What can be done now, when it is not choosing seats. */
  #invitation() {
    const { salesFrom, salesUntil, gated, queueUrl, state } = this.#sale;
    if (state === 'CANCELLED') return nothing;
    if (Date.parse(salesUntil) <= now()) return html`<p class="card">The sale ended on ${this.#when(salesUntil)}.</p>`;
    if (gated && !this.session) {
      return html`<section class="card call"><h2>Many fans, one fair queue</h2>
        <p>${this.#onSale ? 'Everybody gets a place; when it is your turn, you choose your seats in peace.'
    : `The sale opens on ${this.#when(salesFrom)}. The queue's page tells when you can line up.`}</p>
        <a class="button primary" href=${queueUrl ?? `/queue/${this.event}`}>Join the queue</a></section>`;
    }
    if (!this.#onSale) return html`<p class="card">The sale opens on ${this.#when(salesFrom)}. You need not reload.</p>`;
    return this.session && this.#sale.gated ? html`<p class="session">You are in the shop for
      <count-down until=${this.session.expiresAt} @over=${this.#sessionOver}></count-down>
      <button class="quiet" @click=${this.#leave} ?disabled=${this.busy}>Leave</button></p>` : nothing;
  }

  #when(time: string): string {
    return moment(time, this.timezone);
  }

  #legend() {
    return html`
      <div class="legend" role="group" aria-label="Show one category">
        ${this.#seats.categories.map(({ id, name, color, price, free }) => html`
          <button type="button" aria-pressed=${String(this.highlighted === id)}
                  @click=${() => (this.highlighted = this.highlighted === id ? '' : id)}>
            <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="7" fill=${color}></circle></svg>
            <span>${name} <b>${money(price)}</b> <small>${free ? `${free} free` : 'sold out'}</small></span>
          </button>`)}
      </div>
      <p class="forms" aria-hidden="true">
        <span><i class="form free"></i>free</span> <span><i class="form held"></i>in a basket</span>
        <span><i class="form sold"></i>sold</span> <span><i class="form chosen"></i>yours</span>
      </p>`;
  }

  #tray() {
    const seats = this.#chosenSeats();
    const total = sum(seats.flatMap(({ category }) => this.#seats.category(category)?.price ?? []));
    return html`
      <section class="tray" aria-label="Your choice">
        ${this.#banner()}
        <ul>${seats.map((seat) => html`<li><button class="chip" @click=${() => this.#choose(seat.id, false)}
          aria-label="Give up ${seat.label}">${seat.label} <span aria-hidden="true">✕</span></button></li>`)}</ul>
        <p role="status">${seats.length ? html`${count(seats.length, 'seat')}, <b>${money(total)}</b>`
    : `Tap up to ${count(this.#most, 'free seat')}`}</p>
        <button class="primary" ?disabled=${this.busy || seats.length === 0} @click=${this.#holdChosen}>
          ${this.busy ? 'One moment…' : 'Continue'}</button>
      </section>`;
  }

  #chosenSeats(): Seat[] {
    return [...this.chosen].flatMap((id) => this.#seats.get(id) ?? []);
  }

  #toggled = ({ detail: id }: CustomEvent<string>): void => {
    this.notice = null;
    if (!this.#mayChoose) {
      const gated = this.#onSale && this.#sale.gated;
      this.notice = { title: 'Not yet', detail: gated ? 'Join the queue to choose seats.' : 'The sale is not open.' };
    } else if (this.chosen.has(id)) {
      this.#choose(id, false);
    } else if (this.#seats.get(id)?.state !== 'FREE') {
      this.notice = { title: 'This seat is taken', detail: 'Filled dots are free.' };
    } else if (this.chosen.size >= this.#most) {
      this.notice = { title: `At most ${count(this.#most, 'seat')}`, detail: 'Give one up to choose another.' };
    } else {
      this.#choose(id, true);
    }
  };

  #choose(id: string, chosen: boolean): void {
    const next = new Set(this.chosen);
    if (chosen) next.add(id);
    else next.delete(id);
    this.chosen = next;
  }

  /** Somebody was faster: said at once, not only at the click. */
  #seatsChanged = (change: Event): void => {
    const lost = (change as CustomEvent<string[]>).detail
      .filter((id) => this.chosen.has(id) && this.#seats.get(id)?.state !== 'FREE');
    if (lost.length && !this.busy && !this.hold) this.#lost(lost);
  };

  #figuresChanged = (): void => this.requestUpdate();

  #lost(ids: string[]): void {
    this.gone = new Set(ids);
    this.chosen = new Set([...this.chosen].filter((id) => !this.gone.has(id)));
    const labels = ids.map((id) => this.#seats.get(id)?.label ?? id).join('; ');
    this.notice = { title: 'Somebody was faster', detail: `Just taken: ${labels}. Your other seats are still chosen.` };
    this.querySelector<SeatMap>('seat-map')?.reveal(ids);
  }

  #holdChosen = (): Promise<void> => this.#hold({ seats: [...this.chosen] });

  #pickForMe = ({ detail }: CustomEvent<{ category: string; quantity: number }>): Promise<void> =>
    this.#hold({ ...detail, together: true });

  async #hold(wanted: Parameters<Shopping['hold']>[0]): Promise<void> {
    await this.#work(async () => {
      try {
        await this.#holdOnce(wanted);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await this.#holdRefused(error);
      }
    });
  }

  /** A session that ran out is no news to a fan of an event without a queue: another is made. */
  async #holdOnce(wanted: Parameters<Shopping['hold']>[0], again = !this.#sale.gated): Promise<void> {
    this.session ??= await this.#shopping.enter();
    try {
      this.hold = await this.#shopping.hold(wanted);
    } catch (error) {
      if (!again || !(error instanceof Refusal) || error.code !== 'admission-required') throw error;
      this.session = null;
      return this.#holdOnce(wanted, false);
    }
    this.chosen = new Set();
    this.gone = new Set();
    this.scrollIntoView({ block: 'start' });
  }

  async #holdRefused(refusal: Refusal): Promise<void> {
    if (refusal.code === 'seats-taken') {
      const taken = refusal.body.seats as string[];
      this.#seats.set(taken.filter((id) => this.#seats.get(id)?.state === 'FREE'), 'HELD');
      this.#lost(taken);
    } else if (refusal.code === 'hold-exists' && refusal.body.hold) {
      sessionStorage.setItem(`hold:${this.event}`, refusal.body.hold.id ?? refusal.body.hold);
      this.hold = await this.#shopping.resumeHold();
    } else {
      if (refusal.code === 'admission-required') this.session = null;
      throw refusal;
    }
  }

  #gaveBack = (): void => {
    this.hold = null;
    this.notice = null;
  };

  #holdOver = (): void => {
    this.hold = null;
    this.notice = { title: 'Your time to pay is over', detail: 'The seats are on sale again; choose anew, perhaps the same.' };
  };

  #sessionOver = (): void => {
    this.session = null;
    this.chosen = new Set();
    this.notice = { title: 'Your time in the shop is over', detail: 'The next fan is in. You can join the queue again.' };
  };

  #leave = async (): Promise<void> => {
    if (!confirm('Leave the shop? The next fan comes in, and you would have to queue again.')) return;
    await this.#work(async () => {
      await this.#shopping.leave();
      this.session = null;
      this.hold = null;
      this.chosen = new Set();
    });
  };

  async #work(task: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.notice = null;
    try {
      await task();
    } catch (error) {
      this.#refused(error);
    } finally {
      this.busy = false;
    }
  }

  #refused(error: unknown): void {
    if (!(error instanceof Refusal)) throw error;
    this.notice = { title: error.message, detail: error.detail };
  }
}

customElements.define('event-sale', EventSale);
