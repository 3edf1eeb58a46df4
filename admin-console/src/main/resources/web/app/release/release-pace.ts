import { html, nothing } from 'lit';
import { isStale, settleConflict } from '../conflict.js';
import { count, span } from '../format.js';
import { field } from '../forms.js';
import { Refusal, readTagged, send } from '../http.js';
import { Island } from '../island.js';
import { toast } from '../toast.js';
import { releasePath, waitOf, type Figures, type Release } from './release-data.js';
import { fieldWords } from './release-fields.js';
import { say } from './release-words.js';

interface Limits {
  ratePerMinute: number;
  maxActive: number;
}

/** How fast fans come in, and what another pace would do to those who wait, before it is applied. */
class ReleasePace extends Island {
  static override properties = { release: { attribute: false }, figures: { attribute: false }, free: { attribute: false }, typed: { state: true }, problem: { state: true } };

  declare release: Release;
  declare figures: Figures | undefined;
  declare free: number | undefined;
  declare typed: Partial<Limits>;
  declare problem: Refusal | undefined;

  constructor() {
    super();
    this.typed = {};
  }

  get #wanted(): Limits {
    return { ratePerMinute: this.typed.ratePerMinute ?? this.release.ratePerMinute, maxActive: this.typed.maxActive ?? this.release.maxActive };
  }

  protected override render() {
    const { release } = this;
    const wanted = this.#wanted;
    const changed = wanted.ratePerMinute !== release.ratePerMinute || wanted.maxActive !== release.maxActive;
    const type = (name: keyof Limits) => (value: string): void => { this.typed = { ...this.typed, [name]: Number(value) || undefined }; };
    return html`
      <form class="card" @submit=${this.#apply}><h2>${say.throttle}</h2>
        <div class="columns">
          ${field({ name: 'ratePerMinute', label: fieldWords.rate, type: 'number', required: true, min: 1, max: 600_000, value: wanted.ratePerMinute, onChange: type('ratePerMinute') }, undefined, 'pace')}
          ${field({ name: 'maxActive', label: fieldWords.active, type: 'number', required: true, min: 1, max: 1_000_000, value: wanted.maxActive, onChange: type('maxActive') }, undefined, 'pace')}
        </div>
        ${this.figures ? this.#preview(this.figures, wanted, changed) : nothing}
        ${changed && (wanted.ratePerMinute < release.ratePerMinute || wanted.maxActive < release.maxActive) ? html`<p class="hint">${say.slower}</p>` : nothing}
        <problem-note .problem=${this.problem}></problem-note>
        <p class="actions"><button class="primary" ?disabled=${!changed}>${say.apply}</button></p>
      </form>`;
  }

  #preview(figures: Figures, wanted: Limits, changed: boolean) {
    const { release } = this;
    const wait = (limits: Limits): string =>
      figures.waiting === 0 ? '–' : `~ ${span(waitOf(figures.waiting, figures.alive, { ...limits, admissionSeconds: release.admissionSeconds }))}`;
    const perHour = ({ ratePerMinute, maxActive }: Limits): string =>
      count(Math.min(ratePerMinute * 60, Math.round(maxActive * 3600 / (release.admissionSeconds * 2 / 3))));
    const room = ({ maxActive }: Limits): string => count(Math.max(0, maxActive - figures.alive));
    const line = (label: string, of: (limits: Limits) => string) => html`<tr><th scope="row">${label}</th><td class="end">${of(release)}</td>
      ${changed ? html`<td class="end"><strong>${of(wanted)}</strong></td>` : nothing}</tr>`;
    return html`<table class="data"><thead><tr><td></td><th scope="col" class="end">${say.previewNow}</th>
      ${changed ? html`<th scope="col" class="end">${say.previewThen}</th>` : nothing}</tr></thead><tbody>
      ${line(say.lastWaits, wait)} ${line(say.inShop, room)} ${line(say.perHour, perHour)}</tbody></table>
      ${figures.waiting === 0 ? html`<p class="hint">${say.zero}</p>` : nothing}`;
  }

  #apply = (submission: SubmitEvent): void => {
    submission.preventDefault();
    const wanted = this.#wanted;
    const path = releasePath(this.release.id);
    void (async () => {
      try {
        this.problem = undefined;
        const before: Limits = { ratePerMinute: this.release.ratePerMinute, maxActive: this.release.maxActive };
        await send('PATCH', path, wanted, { ifMatch: `"${this.release.version}"` }).catch(async (error: unknown) => {
          if (!isStale(error)) throw error;
          const { value, tag } = await readTagged<Release>(path);
          const keep = await settleConflict([
            { label: say.compareRate, mine: count(wanted.ratePerMinute), theirs: count(value.ratePerMinute) },
            { label: say.compareActive, mine: count(wanted.maxActive), theirs: count(value.maxActive) }]);
          if (keep) await send('PATCH', path, wanted, { ifMatch: tag });
        });
        this.typed = {};
        toast(say.applied, { undo: async () => {
          const { tag } = await readTagged<Release>(path);
          await send('PATCH', path, before, { ifMatch: tag });
        } });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.problem = error;
      }
    })();
  };
}

customElements.define('release-pace', ReleasePace);
