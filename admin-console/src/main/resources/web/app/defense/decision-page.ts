import { html, nothing } from 'lit';
import { moment } from '../format.js';
import { read, Refusal } from '../http.js';
import { Island } from '../island.js';
import { verdictTone, type Decision, type Policy } from './defense-data.js';
import { defenseWords as say } from './defense-words.js';
import { addEntry, type List } from './list-entry.js';
import { ruleWords } from './rule-words.js';

/** One decision with everything that led to it: what was seen, what it weighed, the caps, the steps, the version. */
class DecisionPage extends Island {
  static override properties = { ...Island.properties, decision: { state: true }, policy: { state: true }, problem: { state: true } };

  declare decision: Decision | undefined;
  declare policy: Policy | undefined;
  declare problem: Refusal | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = async (): Promise<void> => {
    try {
      this.problem = undefined;
      this.decision = await read<Decision>(`/waiting-room/defense/decisions/${encodeURIComponent(this.params['reference'] ?? '')}`);
      this.policy = await read<Policy>(`/waiting-room/defense/policy/versions/${this.decision.policyVersion}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  };

  protected override render() {
    const { decision } = this;
    return html`
      <p class="crumb"><a href="/admin/defense">${say.back}</a></p>
      <header class="page-head"><h1>${say.decisionOf(this.params['reference'] ?? '')}</h1></header>
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${this.#load}></problem-note>` : nothing}
      ${decision ? html`${this.#facts(decision)} ${this.#signals(decision)} ${this.#sums(decision)} ${this.#deeds(decision)}` : nothing}`;
  }

  #facts(decision: Decision) {
    const shadow = decision.unshadowed;
    return html`<dl class="figures">
      <div><dt>${say.verdict}</dt><dd><span class="chip ${verdictTone(decision.verdict)}">${say.verdictWords[decision.verdict]}</span>
        ${shadow && shadow.verdict !== decision.verdict ? html`<small>${say.wouldBe(`${say.verdictWords[shadow.verdict]} (${shadow.risk})`)}</small>` : nothing}</dd></div>
      <div><dt>${say.risk}</dt><dd>${decision.risk}</dd></div>
      <div><dt>${say.action}</dt><dd>${say.actionWords[decision.action] ?? decision.action}</dd></div>
    </dl>
    <dl class="facts">
      <dt>${say.when}</dt><dd>${moment(decision.at)}</dd>
      <dt>${say.network}</dt><dd>${decision.address || '–'}</dd>
      <dt>${say.device}</dt><dd class="break">${decision.device || '–'}</dd>
      <dt>${say.scope}</dt><dd class="break">${decision.scope || '–'}</dd>
      <dt>${say.policy}</dt><dd>${say.version(decision.policyVersion)}</dd>
    </dl>`;
  }

  #signals(decision: Decision) {
    return html`<section aria-labelledby="signals-heading"><h2 id="signals-heading">${say.signals}</h2>
      ${decision.signals.length === 0 ? html`<p class="muted">${say.nothingSeen}</p>` : html`
      <div class="scroll-x" tabindex="0" role="region" aria-labelledby="signals-heading"><table class="data"><thead><tr><th scope="col">${say.rule}</th><th scope="col">${say.family}</th>
        <th scope="col" class="end">${say.points}</th><th scope="col">${say.mode}</th><th scope="col">${say.evidence}</th></tr></thead>
        <tbody>${decision.signals.map((signal) => html`<tr><td><strong>${signal.id}</strong>${this.policy?.rules[signal.id]?.hard ? html` <span class="chip bad">${say.hard}</span>` : nothing}
          <small>${ruleWords.rules[signal.id] ?? nothing}</small></td>
          <td>${signal.family}</td><td class="end">${signal.points}</td>
          <td>${say.modeWords[signal.mode ?? 'ENFORCE']}</td><td class="break">${signal.evidence || '–'}</td></tr>`)}</tbody></table></div>`}</section>`;
  }

  /** How the points became the risk and the risk the verdict, as the policy of that moment says. */
  #sums(decision: Decision) {
    const { policy } = this;
    if (!policy) return nothing;
    const counted = decision.signals.filter(({ mode }) => mode !== 'SHADOW');
    const families = [...new Set(counted.map(({ family }) => family))].filter((family) => family !== 'credit' && family !== 'limit');
    const sum = (of: string): number => counted.filter(({ family }) => family === of).reduce((all, { points }) => all + points, 0);
    const ladder = Object.entries(policy.thresholds[decision.action.toLowerCase()] ?? {}).filter(([, from]) => from !== null);
    return html`<section class="card" aria-labelledby="sums-heading"><h2 id="sums-heading">${say.sums}</h2>
      <ul>${families.map((family) => html`<li>${say.familySum(family, sum(family), policy.families[family] ?? 100)}</li>`)}
        ${sum('credit') ? html`<li>${say.credit(Math.min(sum('credit'), policy.creditCap))}</li>` : nothing}</ul>
      <h3>${say.ladder(say.actionWords[decision.action] ?? decision.action)}</h3>
      <p>${ladder.map(([step, from]) => html`<span class="chip ${decision.risk >= Number(from) ? 'warn' : ''}">${say.ladderSteps[step] ?? step} ${say.fromRisk(Number(from))}</span> `)}</p>
      <p class="muted">${say.twoFamilies}</p></section>`;
  }

  #deeds(decision: Decision) {
    const deed = (list: List, entry: string, label: string) =>
      entry ? html`<button class=${list === 'block' ? 'danger' : nothing} @click=${() => addEntry(list, entry)}>${label}</button>` : nothing;
    return html`<p class="actions">${deed('block', decision.device, say.blockDevice)}
      ${deed('block', decision.address, say.blockNetwork)} ${deed('allow', decision.device, say.letPass)}
      <a class="button" download href="/admin/api/waiting-room/defense/evidence?reference=${decision.reference}">${say.bundle}</a></p>`;
  }
}

customElements.define('decision-page', DecisionPage);
