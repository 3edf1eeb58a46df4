import { html, nothing } from 'lit';
import { Island } from './island.js';
import { call, now, persist, Refusal } from './http.js';
import { moment } from './format.js';
import { legend } from './legend.js';
import { readTerms } from './order-terms.js';
import { nearestFree } from './nearest-seats.js';
import { objection } from './objection.js';
import { LiveSeats, type Seat } from './seats.js';
import { Shopping, type Hold, type Session, type Wish } from './session.js';
import { say } from './words.js';
import './browser-check.js';
import './check-out.js';
import './seat-finder.js';
import './seat-map.js';
import './seat-tray.js';
import './waiting-list.js';
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
  refusal?: Refusal;
}

const none: ReadonlySet<string> = new Set();

/**
 * The sale on an event's page: what can be done now (wait for the sale, queue, choose, pay), the seats as they are this
 * second, and the way back after a reload.
 */
class EventSale extends Island {
  static override properties = {
    event: { type: String }, timezone: { type: String }, stage: { state: true }, session: { state: true },
    hold: { state: true }, chosen: { state: true }, lost: { state: true }, offer: { state: true },
    notice: { state: true }, busy: { state: true }, highlighted: { state: true }, lining: { state: true },
  };

  declare event: string;
  declare timezone: string;
  declare stage: 'loading' | 'ready' | 'failed';
  declare session: Session | null;
  declare hold: Hold | null;
  declare chosen: ReadonlySet<string>;
  declare lost: Seat[];
  declare offer: Seat[];
  declare notice: Notice | null;
  declare busy: boolean;
  declare highlighted: string;
  declare lining: boolean;

  #shopping!: Shopping;
  #seats!: LiveSeats;
  #sale!: SaleEvent;
  #saleOpens = 0;
  #lostWhileHolding = false;
  #gone = none;
  #asked = false;

  constructor() {
    super();
    this.stage = 'loading';
    this.session = null;
    this.hold = null;
    this.chosen = none;
    this.lost = [];
    this.offer = [];
    this.notice = null;
    this.busy = false;
    this.highlighted = '';
    this.lining = false;
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
      void this.#openLine();
    } catch (error) {
      this.#refused(error);
      this.stage = 'failed';
    }
  }

  async #resume(): Promise<void> {
    try {
      this.session = (await this.#claimOffer()) ?? (await this.#shopping.resume());
      this.hold = this.session ? await this.#shopping.resumeHold() : null;
    } catch (error) {
      this.#refused(error);
    }
  }

  /** The mail of the waiting list brings its offer in the address, after the #, where no server sees it. */
  async #claimOffer(): Promise<Session | null> {
    const [, entry, secret] = /^#offer=([^.]+)\.(.+)$/.exec(location.hash) ?? [];
    if (!entry || !secret) return null;
    history.replaceState(null, '', location.pathname + location.search);
    return this.#shopping.claimOffer(entry, secret);
  }

  #offerTaken = ({ detail }: CustomEvent<{ id: string; secret: string }>): Promise<void> => this.#work(async () => {
    this.session = await this.#shopping.claimOffer(detail.id, detail.secret);
    this.hold = await this.#shopping.resumeHold();
  });

  /** A fan who looks at the page when the sale opens need not reload it. */
  #awaitSale(): void {
    const wait = Date.parse(this.#sale.salesFrom) - now();
    if (wait > 0 && wait < 2 ** 31) this.#saleOpens = window.setTimeout(() => this.requestUpdate(), wait + 500);
  }

  get #onSale(): boolean {
    const { salesFrom, salesUntil, state } = this.#sale;
    return state === 'PUBLISHED' && Date.parse(salesFrom) <= now() && now() < Date.parse(salesUntil);
  }

  get #mayChoose(): boolean {
    return this.#onSale && (this.session !== null || !this.#sale.gated);
  }

  get #most(): number {
    return Math.max(0, Math.min(this.#sale.maxSeatsPerOrder, this.session?.seatsLeft ?? Infinity));
  }

  protected override render() {
    if (this.stage === 'failed') return html`${this.#banner()}
      <p><button @click=${() => location.reload()}>${say.tryAgain}</button></p>`;
    if (this.hold) return html`${this.#banner()}
      <check-out .hold=${this.hold} .shopping=${this.#shopping} @give-back=${this.#gaveBack} @hold-over=${this.#holdOver}>
      </check-out>`;
    const choosing = this.#mayChoose;
    return html`${choosing ? nothing : this.#banner()} ${this.#invitation()} ${this.#line()}
      <div class="house">
        <section class="card map-card" aria-labelledby="map-heading">
          <h2 id="map-heading">${choosing ? say.choose : say.houseNow}</h2>
          ${legend(this.#seats, this.highlighted, (category) => (this.highlighted = category))}
          <seat-map .seats=${this.#seats} .chosen=${this.chosen} .gone=${this.#gone} .highlighted=${this.highlighted}
                    @seat-toggle=${this.#toggled}></seat-map>
        </section>
        ${choosing ? html`<section class="card" aria-label=${say.otherWays}>
          <seat-finder .seats=${this.#seats} .chosen=${this.chosen} .most=${this.#most} ?busy=${this.busy}
                       @seat-toggle=${this.#toggled} @pick-for-me=${this.#pickForMe}></seat-finder>
        </section>` : nothing}
      </div>
      ${choosing ? html`<section class="tray" aria-label=${say.yourChoice}>${this.#banner()}
        <seat-tray .seats=${this.#seats} .chosen=${this.chosen} .lost=${this.lost} .offer=${this.offer} .most=${this.#most}
                   ?busy=${this.busy} @give-up=${this.#gaveUp} @take-instead=${this.#takeInstead}
                   @go-on=${this.#holdChosen}></seat-tray></section>` : nothing}`;
  }

  #banner() {
    return html`<div role="alert">${this.notice ? html`<p class="banner"><strong>${this.notice.title}.</strong>
      ${this.notice.detail}</p>${objection(this.notice.refusal)}` : nothing}</div>`;
  }

  /** What can be done now, when it is not choosing seats. */
  #invitation() {
    const { salesFrom, salesUntil, gated, queueUrl, state } = this.#sale;
    if (state !== 'PUBLISHED') return nothing;
    if (Date.parse(salesUntil) <= now()) return html`<p class="card">${say.saleEnded(this.#when(salesUntil))}</p>`;
    if (gated && !this.session) {
      return html`<section class="card call"><h2>${say.queueTitle}</h2>
        <p>${this.#onSale ? say.queueText : say.queueLater(this.#when(salesFrom))}</p>
        <a class="button primary" href=${queueUrl ?? `/queue/${this.event}`}>${say.joinQueue}</a></section>`;
    }
    if (!this.#onSale) return html`<p class="card">${say.saleOpens(this.#when(salesFrom))}</p>`;
    return this.session && gated ? html`<p class="session">${say.inShop}
      <count-down until=${this.session.expiresAt} @over=${this.#sessionOver}></count-down>
      <button class="quiet" @click=${this.#leave} ?disabled=${this.busy}>${say.leave}</button></p>` : nothing;
  }

  /** Sold out is not the end: there may be a line for what comes back. */
  #line() {
    if (!this.#onSale || !this.lining) return nothing;
    return html`<waiting-list event=${this.event} timezone=${this.timezone} .most=${this.#sale.maxSeatsPerOrder}
      .categories=${this.#seats.categories} @offer-taken=${this.#offerTaken}></waiting-list>`;
  }

  #when(time: string): string {
    return moment(time, this.timezone);
  }

  #toggled = ({ detail: id }: CustomEvent<string>): void => {
    this.notice = null;
    if (!this.#mayChoose) {
      this.notice = { title: say.notYet, detail: this.#onSale && this.#sale.gated ? say.queueFirst : say.notOpen };
    } else if (this.chosen.has(id)) {
      this.#choose(id, false);
    } else if (this.#seats.get(id)?.state !== 'FREE') {
      this.notice = { title: say.seatTaken, detail: say.seatTakenText };
    } else if (this.chosen.size >= this.#most) {
      this.notice = { title: say.atMost(this.#most), detail: say.atMostText };
    } else {
      this.#choose(id, true);
    }
  };

  #gaveUp = ({ detail: id }: CustomEvent<string>): void => this.#choose(id, false);

  #choose(id: string, chosen: boolean): void {
    const next = new Set(this.chosen);
    if (chosen) next.add(id);
    else next.delete(id);
    this.chosen = next;
    this.#forgetLost();
  }

  #forgetLost(): void {
    this.lost = [];
    this.offer = [];
    this.#lostWhileHolding = false;
  }

  /** Somebody was faster: said at once, not only at the click. What is on offer stays free or is replaced. */
  #seatsChanged = (change: Event): void => {
    if (this.hold || this.busy) return;
    const taken = (change as CustomEvent<string[]>).detail.filter((id) => this.#seats.get(id)?.state !== 'FREE');
    const lost = taken.filter((id) => this.chosen.has(id));
    if (lost.length) this.#lose(lost);
    else if (this.offer.some(({ id }) => taken.includes(id))) this.#offerAnew();
  };

  #figuresChanged = (): void => {
    this.requestUpdate();
    if (this.stage === 'ready') void this.#openLine();
  };

  /** Once a line was opened it stays: seats come back and go again. */
  async #openLine(): Promise<void> {
    if (this.lining || this.#asked || this.#seats.free > 0) return;
    this.#asked = true;
    this.lining = (await readTerms(this.event)).waitingList;
  }

  #lose(ids: string[]): void {
    const lost = ids.flatMap((id) => this.#seats.get(id) ?? []);
    this.#gone = new Set(ids);
    this.chosen = new Set([...this.chosen].filter((id) => !this.#gone.has(id)));
    this.lost = [...this.lost.filter((seat) => !lost.includes(seat)), ...lost];
    this.#offerAnew();
    this.querySelector<SeatMap>('seat-map')?.reveal(ids);
  }

  #offerAnew(): void {
    const kept = [...this.chosen].flatMap((id) => this.#seats.get(id) ?? []);
    this.offer = nearestFree(this.#seats.house, this.lost.slice(0, this.#most - kept.length), kept);
  }

  /** Whoever lost seats on the way to paying is on that way again at once. */
  #takeInstead = (): void => {
    const wasHolding = this.#lostWhileHolding;
    this.chosen = new Set([...this.chosen, ...this.offer.map(({ id }) => id)]);
    this.#forgetLost();
    if (wasHolding) void this.#holdChosen();
  };

  #holdChosen = (): Promise<void> => this.#hold({ seats: [...this.chosen] });

  #pickForMe = ({ detail }: CustomEvent<Wish>): Promise<void> => this.#hold(detail);

  async #hold(wanted: Wish): Promise<void> {
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
  async #holdOnce(wanted: Wish, again = !this.#sale.gated): Promise<void> {
    this.session ??= await this.#shopping.enter();
    try {
      this.hold = await this.#shopping.hold(wanted);
    } catch (error) {
      if (!again || !(error instanceof Refusal) || error.code !== 'admission-required') throw error;
      this.session = null;
      return this.#holdOnce(wanted, false);
    }
    this.chosen = none;
    this.#gone = none;
    this.#forgetLost();
    this.scrollIntoView({ block: 'start' });
  }

  async #holdRefused(refusal: Refusal): Promise<void> {
    if (refusal.code === 'seats-taken') {
      const taken = refusal.body.seats as string[];
      this.#seats.set(taken.filter((id) => this.#seats.get(id)?.state === 'FREE'), 'HELD');
      this.#lose(taken);
      this.#lostWhileHolding = true;
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
    this.notice = { title: say.timeToPayOver, detail: say.timeToPayOverText };
  };

  #sessionOver = (): void => {
    this.session = null;
    this.chosen = none;
    this.#forgetLost();
    this.notice = { title: say.timeInShopOver, detail: say.timeInShopOverText };
  };

  #leave = async (): Promise<void> => {
    if (!confirm(say.leaveSure)) return;
    await this.#work(async () => {
      await this.#shopping.leave();
      this.session = null;
      this.hold = null;
      this.chosen = none;
      this.#forgetLost();
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
    this.notice = { title: error.message, detail: error.detail, refusal: error };
  }
}

customElements.define('event-sale', EventSale);
