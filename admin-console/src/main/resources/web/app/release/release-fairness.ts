import { html, nothing } from 'lit';
import { count, span } from '../format.js';
import { Refusal, read, save } from '../http.js';
import { Island } from '../island.js';
import { releasePath, type Release } from './release-data.js';
import { say } from './release-words.js';

interface Report {
  entries: number;
  inversions: number;
  overshoot: { rate: number; active: number };
  waits: { p50: number | null; longest: number | null };
}

/** What can be published to show that the line was fair. */
class ReleaseFairness extends Island {
  static override properties = { release: { attribute: false }, report: { state: true }, problem: { state: true } };

  declare release: Release;
  declare report: Report | undefined;
  declare problem: Refusal | undefined;

  protected override render() {
    const open = `/api/waiting-room/releases/${this.release.id}/fairness`;
    const { report } = this;
    return html`<section class="card"><h2>${say.fairness}</h2><p>${say.fairnessText}</p>
      <problem-note .problem=${this.problem}></problem-note>
      ${report ? html`<p>${say.reportOf(count(report.entries))}</p><dl class="pairs">
        ${this.#line(say.inversions, report.inversions)} ${this.#line(say.overRate, report.overshoot.rate)} ${this.#line(say.overActive, report.overshoot.active)}
        <dt>${say.wait}</dt><dd>${span(report.waits.p50)}</dd><dt>${say.longest}</dt><dd>${span(report.waits.longest)}</dd></dl>` : nothing}
      <p class="actions"><button @click=${() => this.#make()}>${say.report}</button>
        ${report ? html`<button class="quiet" @click=${() => save(new Blob([JSON.stringify(report, null, 2)], { type: 'application/json' }), `fairness-${this.release.id}.json`)}>${say.saveReport}</button>` : nothing}
        <a class="button quiet" href="${open}/report" target="_blank" rel="noopener">${say.publishReport}</a>
        <a class="button quiet" href="${open}/log.txt" target="_blank" rel="noopener">${say.log}</a></p></section>`;
  }

  #line(label: string, found: number) {
    return html`<dt>${label}</dt><dd><span class="chip ${found === 0 ? 'good' : 'bad'}">${count(found)}</span></dd>`;
  }

  async #make(): Promise<void> {
    try {
      this.problem = undefined;
      this.report = await read<Report>(`${releasePath(this.release.id)}/fairness/report`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }
}

customElements.define('release-fairness', ReleaseFairness);
