import { html, nothing } from 'lit';
import { openForm } from '../dialogs.js';
import { count } from '../format.js';
import { Refusal } from '../http.js';
import { Island } from '../island.js';
import { toast } from '../toast.js';
import { verdicts, type Change, type Trial } from './defense-data.js';
import { defenseWords as say } from './defense-words.js';
import { draft } from './draft.js';

const tried = 2000;

/** What the draft changes, what it would have done to the latest decisions, and the way to put it in force. */
class DraftBar extends Island {
  static override properties = { trial: { state: true }, problem: { state: true }, busy: { state: true } };

  declare trial: Trial | undefined;
  declare problem: Refusal | undefined;
  declare busy: boolean;

  constructor() {
    super();
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    draft.addEventListener('change', this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    draft.removeEventListener('change', this.#changed);
  }

  /** What was tried was another draft. */
  #changed = (): void => {
    this.trial = undefined;
    this.problem = undefined;
    this.requestUpdate();
  };

  protected override render() {
    const { changes } = draft;
    if (changes.length === 0) return nothing;
    return html`<section class="card draft" aria-labelledby="draft-heading">
      <h2 id="draft-heading" role="status">${say.drafted(changes.length)}</h2>
      ${changeTable(changes)}
      ${this.problem ? html`<problem-note .problem=${this.problem}></problem-note>` : nothing}
      ${this.problem?.status === 412 ? html`<p>${say.staleDraft}</p><p class="actions"><button @click=${this.#rebase}>${say.takeNewBase}</button></p>` : nothing}
      ${this.trial ? trialResult(this.trial) : nothing}
      <p class="actions"><button ?disabled=${this.busy} @click=${this.#try}>${say.try}</button>
        <button class="primary" ?disabled=${this.busy} @click=${this.#put}>${say.put}</button>
        <button class="quiet" @click=${this.#throwAway}>${say.throwAway}</button></p>
      <p class="muted">${say.unsaved}</p></section>`;
  }

  #try = async (): Promise<void> => {
    this.busy = true;
    try {
      this.problem = undefined;
      this.trial = await draft.try(tried);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    } finally {
      this.busy = false;
    }
  };

  #put = async (): Promise<void> => {
    const put = await openForm({
      title: say.putTitle, text: say.putText, verb: say.putVerb, fields: [{ name: 'comment', label: say.comment, required: true, maxlength: 500 }],
      submit: async ({ comment }) => {
        try {
          return await draft.put(comment);
        } catch (error) {
          if (error instanceof Refusal) this.problem = error;
          throw error;
        }
      },
    });
    if (put) toast(say.putDone(put.version));
  };

  /** The draft stays; what it changes is shown against the version that is in force now. */
  #rebase = async (): Promise<void> => {
    const { body } = draft;
    await draft.load();
    if (body) draft.change(body);
  };

  #throwAway = (): void => {
    const { body } = draft;
    draft.throwAway();
    toast(say.thrownAway, { undo: async () => { if (body) draft.change(body); } });
  };
}

/** What was and what becomes, one line for each value. */
export const changeTable = (changes: readonly Change[]) => changes.length === 0 ? html`<p class="muted">${say.nothingChanged}</p>` : html`
  <div class="scroll-x" tabindex="0" role="region" aria-label=${say.changes}><table class="data diff"><thead><tr><th scope="col">${say.at}</th><th scope="col">${say.was}</th><th scope="col">${say.is}</th></tr></thead>
    <tbody>${changes.map(({ at, before, after }) => html`<tr><td><code>${at}</code></td>
      <td><del>${plain(before)}</del></td><td><ins>${plain(after)}</ins></td></tr>`)}</tbody></table></div>`;

const plain = (value: unknown): string => value === undefined || value === null ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);

function trialResult(trial: Trial) {
  if (trial.examined === 0) return html`<p class="muted" role="status">${say.trialEmpty}</p>`;
  return html`<div role="status"><h3>${say.trial}</h3><p>${say.examined(count(trial.examined))}</p>
    <table class="data"><thead><tr><th scope="col">${say.verdict}</th><th scope="col" class="end">${say.before}</th><th scope="col" class="end">${say.after}</th></tr></thead>
      <tbody>${verdicts.map((verdict) => html`<tr><td>${say.verdictWords[verdict]}</td><td class="end">${count(trial.before[verdict] ?? 0)}</td>
        <td class="end">${count(trial.after[verdict] ?? 0)}</td></tr>`)}</tbody></table>
    ${trial.changes.length === 0 ? html`<p>${say.noChange}</p>` : html`<ul>${trial.changes.map(({ before, after, count: many }) => html`
      <li>${count(many)}: ${say.verdictWords[before]} → ${say.verdictWords[after]}</li>`)}</ul>`}
    ${trial.hurt.length ? html`<h3>${say.hurt}</h3><p>${trial.hurt.map(({ address, count: many }) => html`<span class="chip">${address} · ${count(many)}</span> `)}</p>` : nothing}
    ${trial.examples.length ? html`<h3>${say.examples}</h3><p>${trial.examples.map(({ reference, before, after }) => html`
      <a href="/admin/defense/decisions/${reference}">${reference}</a> (${say.verdictWords[before]} → ${say.verdictWords[after]}) `)}</p>` : nothing}</div>`;
}

customElements.define('draft-bar', DraftBar);
