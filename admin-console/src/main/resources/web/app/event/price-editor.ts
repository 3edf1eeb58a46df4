import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { count, money } from '../format.js';
import { Refusal, read } from '../http.js';
import { Island } from '../island.js';
import '../venue/plan-map.js';
import type { Geometry } from '../venue/plan-map.js';
import { minorUnits, type TypedPrice } from './event-data.js';
import { say } from './wizard-words.js';

export interface PricedCategory {
  id: string;
  name: string;
  color: string;
  seats: number;
}

/**
 * What the seats of a plan cost: beside the picture of the plan, in which a press leads to the price of what is there.
 * Tells changes as the event `prices`.
 */
class PriceEditor extends Island {
  static override properties = {
    plan: { type: String }, categories: { attribute: false }, currency: { type: String }, prices: { attribute: false },
    geometry: { state: true }, problem: { state: true }, chosen: { state: true },
  };

  declare plan: string;
  declare categories: readonly PricedCategory[];
  declare currency: string;
  declare prices: Record<string, TypedPrice>;
  declare geometry: Geometry | undefined;
  declare problem: Refusal | undefined;
  declare chosen: string;
  #shown = '';

  protected override willUpdate(): void {
    if (this.plan && this.plan !== this.#shown) {
      this.#shown = this.plan;
      void this.#load();
    }
  }

  async #load(): Promise<void> {
    try {
      this.geometry = await read<Geometry>(`/ticketing/plans/${this.plan}/geometry`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }

  protected override render() {
    const categories = this.categories ?? [];
    return html`
      <div class="split">
        <div>
          <problem-note .problem=${this.problem} .retry=${() => this.#load()}></problem-note>
          <plan-map .geometry=${this.geometry} .highlight=${this.chosen ?? ''} .label=${say.mapLabel}
            @pick=${(pick: CustomEvent<string>) => this.#picked(pick.detail)}></plan-map>
          <p class="hint">${say.mapHint}</p>
        </div>
        <div>${categories.map((category) => this.#line(category))}
          <p><strong>${say.worth(this.#worth(categories))}</strong></p></div>
      </div>`;
  }

  #line(category: PricedCategory) {
    const price = this.prices[category.name] ?? { amount: '' };
    const own = price.from !== undefined || price.until !== undefined;
    return html`
      <div class="price-line">
        <span class="dot" .style=${`background:${category.color}`}></span>
        <label for="price-${category.id}">${category.name} <small>${say.places(count(category.seats))}</small></label>
        <input id="price-${category.id}" inputmode="decimal" required pattern="\\d+([.,]\\d{1,2})?" placeholder=${this.currency}
          .value=${live(price.amount)} @focus=${() => { this.chosen = category.id; }}
          @input=${(input: Event) => this.#change(category, { amount: (input.target as HTMLInputElement).value.trim() })}>
        <details class="window" ?open=${own}><summary class="hint">${say.ownWindow}</summary><div class="columns">
          ${this.#moment(category, 'from', say.from, price.from)} ${this.#moment(category, 'until', say.until, price.until)}</div></details>
      </div>`;
  }

  #moment(category: PricedCategory, end: 'from' | 'until', label: string, value: string | undefined) {
    return html`<label>${label}<input type="datetime-local" .value=${live(value ?? '')}
      @change=${(change: Event) => this.#change(category, { [end]: (change.target as HTMLInputElement).value || undefined })}></label>`;
  }

  #change(category: PricedCategory, change: Partial<TypedPrice>): void {
    const known = this.prices[category.name] ?? { amount: '' };
    this.prices = { ...this.prices, [category.name]: { ...known, ...change } };
    this.dispatchEvent(new CustomEvent('prices', { detail: this.prices, bubbles: true }));
  }

  #picked(category: string): void {
    this.chosen = category;
    this.querySelector<HTMLInputElement>(`#price-${CSS.escape(category)}`)?.focus();
  }

  #worth(categories: readonly PricedCategory[]): string {
    const sum = categories.reduce((total, { name, seats }) =>
      total + seats * (minorUnits(this.prices[name]?.amount || '0', this.currency) || 0), 0);
    return money(sum, this.currency);
  }
}

customElements.define('price-editor', PriceEditor);
