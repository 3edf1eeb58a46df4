import { html, nothing } from 'lit';
import { Island } from './island.js';
import { call, persist, Refusal } from './http.js';
import { moment } from './format.js';
import type { Category } from './seats.js';
import { say } from './words.js';

interface Entry {
  id: string;
  state: 'WAITING' | 'OFFERED' | 'DONE' | 'LAPSED' | 'LEFT';
  ahead?: number;
  offer?: { expiresAt: string };
}

const over: readonly string[] = ['DONE', 'LAPSED', 'LEFT'];

/**
 * The line for seats that come back after a sell-out. The place's secret is kept in this browser, so that its fan finds
 * it again. Says `offer-taken` with the place's id and secret.
 */
class WaitingList extends Island {
  static override properties = {
    event: { type: String }, timezone: { type: String }, most: { type: Number }, categories: { attribute: false },
    entry: { state: true }, refusal: { state: true }, busy: { state: true },
  };

  declare event: string;
  declare timezone: string;
  declare most: number;
  declare categories: Category[];
  declare entry: Entry | null;
  declare refusal: Refusal | null;
  declare busy: boolean;

  constructor() {
    super();
    this.most = 1;
    this.categories = [];
    this.entry = null;
    this.refusal = null;
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#find();
  }

  get #place(): { id: string; secret: string } | null {
    return JSON.parse(localStorage.getItem(`waiting:${this.event}`) ?? 'null');
  }

  protected override render() {
    return html`<section class="card wait" aria-labelledby="wait-heading">
      ${this.entry ? this.#waiting(this.entry) : this.#invitation()}
      <div role="alert">${this.refusal ? html`<p class="banner"><strong>${this.refusal.message}.</strong>
        ${this.refusal.detail}</p>` : nothing}</div>
    </section>`;
  }

  #waiting({ state, ahead, offer }: Entry) {
    return html`<h2 id="wait-heading">${state === 'OFFERED' ? say.offered : say.waiting}</h2>
      <p role="status">${state === 'OFFERED' && offer ? say.offeredText(moment(offer.expiresAt, this.timezone))
    : say.waitingText(ahead ?? 0)}</p>
      <div class="actions">
        ${state === 'OFFERED' ? html`<button class="primary" @click=${this.#take}>${say.offerTake}</button>` : nothing}
        <button class="quiet" ?disabled=${this.busy} @click=${this.#leave}>${say.waitLeave}</button></div>`;
  }

  #invitation() {
    return html`<h2 id="wait-heading">${say.waitTitle}</h2>
      <p>${say.waitText}</p>
      <form @submit=${this.#join}>
        <label>${say.email} <input name="email" type="email" autocomplete="email" required maxlength="254"></label>
        <label>${say.seats} <select name="quantity">${Array.from({ length: this.most }, (_, index) => html`
          <option value=${index + 1} ?selected=${index === 1}>${index + 1}</option>`)}</select></label>
        <label>${say.category} <select name="category"><option value="">${say.anyCategory}</option>
          ${this.categories.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></label>
        <button class="primary" ?disabled=${this.busy}>${say.waitJoin}</button>
      </form>`;
  }

  async #find(): Promise<void> {
    const place = this.#place;
    if (!place) return;
    try {
      const entry = await persist(() => call<Entry>('GET', `/waiting-list/${place.id}`, authorized(place.secret)));
      if (over.includes(entry.state)) this.#forget();
      else this.entry = entry;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!error.passing) this.#forget();
    }
  }

  #join = async (submission: SubmitEvent): Promise<void> => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    const category = String(form.get('category'));
    await this.#work(async () => {
      const body = {
        email: String(form.get('email')).trim(), quantity: Number(form.get('quantity')), ...(category && { category }),
      };
      const path = `/events/${encodeURIComponent(this.event)}/waiting-list`;
      const joined = await persist(() => call<Entry & { secret: string }>('POST', path, { body }));
      localStorage.setItem(`waiting:${this.event}`, JSON.stringify({ id: joined.id, secret: joined.secret }));
      this.entry = joined;
    });
  };

  #leave = (): Promise<void> => this.#work(async () => {
    const place = this.#place!;
    await persist(() => call('DELETE', `/waiting-list/${place.id}`, authorized(place.secret)));
    this.#forget();
  });

  #take = (): void => {
    this.dispatchEvent(new CustomEvent('offer-taken', { detail: this.#place, bubbles: true }));
  };

  #forget(): void {
    localStorage.removeItem(`waiting:${this.event}`);
    this.entry = null;
  }

  async #work(task: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.refusal = null;
    try {
      await task();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    } finally {
      this.busy = false;
    }
  }
}

const authorized = (secret: string) => ({ headers: { Authorization: `Bearer ${secret}` } });

customElements.define('waiting-list', WaitingList);
