import { html, nothing } from 'lit';
import { count, span } from '../format.js';
import { field, valuesOf } from '../forms.js';
import { Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { toast } from '../toast.js';
import { forecast, type BoardLine } from './board-data.js';
import { throttleWords as say } from './throttle-words.js';

/** Changes rate and cap of one release, and says beforehand what that will do. Says `throttle-done` when it is left. */
class ThrottleForm extends Island {
  static override properties = {
    line: { attribute: false }, rate: { state: true }, most: { state: true }, problem: { state: true }, busy: { state: true },
  };

  declare line: BoardLine;
  declare rate: number | undefined;
  declare most: number | undefined;
  declare problem: Refusal | undefined;
  declare busy: boolean;
  #of = '';

  constructor() {
    super();
    this.busy = false;
  }

  /** What somebody else changes meanwhile shows in the board, and never under the reader's fingers. */
  protected override willUpdate(): void {
    if (this.#of === this.line.id) return;
    this.#of = this.line.id;
    this.rate = this.line.ratePerMinute;
    this.most = this.line.maxActive;
    this.problem = undefined;
  }

  protected override render() {
    const title = this.line.title || this.line.id;
    return html`<section class="card throttle" aria-labelledby="throttle-heading">
      <h2 id="throttle-heading">${say.changeOf(title)}</h2>
      ${this.problem ? html`<problem-note .problem=${this.problem}></problem-note>` : nothing}
      ${this.problem?.status === 412 ? html`<p>${say.stale}</p>` : nothing}
      <form @submit=${this.#apply}>
        <div class="pair">
          ${field({ name: 'ratePerMinute', label: say.newRate, hint: say.newRateHint, type: 'number', required: true, min: 1, max: 600_000,
    value: this.rate ?? '', onChange: (value) => { this.rate = Number(value) || undefined; } }, undefined, 'throttle')}
          ${field({ name: 'maxActive', label: say.newMost, hint: say.newMostHint, type: 'number', required: true, min: 1, max: 1_000_000,
    value: this.most ?? '', onChange: (value) => { this.most = Number(value) || undefined; } }, undefined, 'throttle')}
        </div>
        <div class="preview" role="status"><strong>${say.preview}</strong> ${this.#preview()}</div>
        <p class="actions"><button class="primary" type="submit" ?disabled=${this.busy}>${say.apply}</button>
          <button class="quiet" type="button" @click=${this.#leave}>${say.leave}</button></p>
      </form></section>`;
  }

  #preview() {
    const { line, rate, most } = this;
    if (!rate || !most || rate === line.ratePerMinute && most === line.maxActive) return html`<p>${say.previewSame}</p>`;
    const seen = forecast(line, rate, most);
    return html`
      <p>${seen.before === null || seen.after === null ? say.emptyLine : say.lastInLine(span(seen.before), span(seen.after))}</p>
      ${seen.capBinds ? html`<p>${say.capBinds}</p>` : nothing}
      ${seen.tooMany ? html`<p>${say.fewerInside(count(seen.tooMany))}</p>` : nothing}`;
  }

  #leave = (): void => {
    this.dispatchEvent(new CustomEvent('throttle-done', { bubbles: true }));
  };

  #apply = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { ratePerMinute, maxActive } = valuesOf(event.target as HTMLFormElement);
    const { line } = this;
    const before = { ratePerMinute: line.ratePerMinute, maxActive: line.maxActive };
    this.busy = true;
    this.problem = undefined;
    try {
      await send('PATCH', `/waiting-room/releases/${line.id}`, { ratePerMinute, maxActive }, { ifMatch: line.tag });
      toast(say.applied(line.title || line.id, count(ratePerMinute), count(maxActive)), {
        undo: async () => { await send('PATCH', `/waiting-room/releases/${line.id}`, before, { ifMatch: '*' }); },
      });
      this.#leave();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('throttle-form', ThrottleForm);
