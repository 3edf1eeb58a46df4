import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Refusal } from '../http.js';
import { Island } from '../island.js';
import { modes, type Mode, type PolicyBody, type Rule } from './defense-data.js';
import './draft-bar.js';
import { defenseHead } from './defense-frame.js';
import { defenseWords as say } from './defense-words.js';
import { draft } from './draft.js';
import { ruleWords } from './rule-words.js';

/** Every rule with its weight, and how far its word goes; changes go into the draft. */
class RulesPage extends Island {
  static override properties = { problem: { state: true } };

  declare problem: Refusal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    draft.addEventListener('change', this.#changed);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    draft.removeEventListener('change', this.#changed);
  }

  #changed = (): void => this.requestUpdate();

  #load = async (): Promise<void> => {
    try {
      await draft.load();
      this.problem = undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  };

  protected override render() {
    const { body } = draft;
    return html`
      ${defenseHead(nothing)}
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${this.#load}></problem-note>` : nothing}
      <draft-bar></draft-bar>
      <p class="muted">${say.modeHelp} ${say.hardHelp} ${say.budgetHelp}</p>
      ${body ? this.#families(body) : html`<p class="loading" aria-busy="true"></p>`}`;
  }

  #families(body: PolicyBody) {
    const families = [...new Set([...Object.keys(body.families), ...Object.values(body.rules).map(({ family }) => family)])];
    return families.map((family) => {
      const rules = Object.entries(body.rules).filter(([, rule]) => rule.family === family);
      return rules.length === 0 ? nothing : html`<section class="card" aria-labelledby="family-${family}">
        <h2 id="family-${family}">${ruleWords.families[family] ?? family} <small><code>${family}</code></small> ${family in body.families ? html`<small>${say.cap} ${body.families[family]}</small>` : nothing}</h2>
        <ul class="rules">${rules.map(([id, rule]) => this.#rule(id, rule))}</ul></section>`;
    });
  }

  #rule(id: string, rule: Rule) {
    const before = draft.current?.rules[id];
    const changed = JSON.stringify(before) !== JSON.stringify(rule);
    return html`<li class=${changed ? 'changed' : nothing}>
      <span class="rule-name"><strong>${id}</strong>${rule.hard ? html` <span class="chip">${say.hard}</span>` : nothing}
        <small>${ruleWords.rules[id] ?? nothing}</small></span>
      <span class="modes" role="group" aria-label="${say.mode}: ${id}">${modes.map((mode) => html`
        <button aria-pressed=${rule.mode === mode ? 'true' : 'false'} @click=${() => this.#set(id, { mode })}>${say.modeWords[mode]}</button>`)}</span>
      <label class="small-number"><span>${say.points}</span>
        <input type="number" min="0" max="100" .value=${live(String(rule.points))} aria-label="${say.points}: ${id}"
          @change=${(event: Event) => this.#number(id, 'points', event)}></label>
      <label class="small-number"><span>${say.percent}</span>
        <input type="number" min="0" max="100" .value=${live(String(rule.percentage))} aria-label="${say.percent}: ${id}"
          @change=${(event: Event) => this.#number(id, 'percentage', event)}></label>
      ${rule.budget === undefined ? nothing : html`<label class="small-number"><span>${say.budget}</span>
        <input type="number" min="0" max="100" .value=${live(String(rule.budget))} aria-label="${say.budget}: ${id}"
          @change=${(event: Event) => this.#number(id, 'budget', event)}></label>`}
      ${rule.demoted ? html`<p class="notice"><strong>${say.demoted}</strong> ${rule.demoted}</p>` : nothing}</li>`;
  }

  #number(id: string, name: 'points' | 'percentage' | 'budget', event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.value !== '' && input.checkValidity()) this.#set(id, { [name]: Number(input.value) });
    else this.requestUpdate();
  }

  #set(id: string, change: Partial<{ mode: Mode; points: number; percentage: number; budget: number }>): void {
    const { body } = draft;
    const rule = body?.rules[id];
    if (body && rule) draft.change({ ...body, rules: { ...body.rules, [id]: { ...rule, ...change } } });
  }
}

customElements.define('rules-page', RulesPage);
