import { html, nothing } from 'lit';
import { count } from '../format.js';
import { ask, read, Refusal, save } from '../http.js';
import { Island } from '../island.js';
import './plan-map.js';
import type { Geometry } from './plan-map.js';
import { say } from './venue-words.js';
import type { ImportedPlan, Plan } from './venues.js';

/** A plan: its picture, its categories, and what its import said. */
class PlanCard extends Island {
  static override properties = {
    plan: { attribute: false }, imported: { attribute: false }, geometry: { state: true }, problem: { state: true }, chosen: { state: true },
  };

  declare plan: Plan;
  declare imported: ImportedPlan | undefined;
  declare geometry: Geometry | undefined;
  declare problem: Refusal | undefined;
  declare chosen: string;
  #shown = '';

  protected override willUpdate(): void {
    if (this.plan?.id && this.#shown !== this.plan.id) {
      this.#shown = this.plan.id;
      void this.#load();
    }
  }

  async #load(): Promise<void> {
    try {
      this.geometry = await read<Geometry>(`/ticketing/plans/${this.plan.id}/geometry`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }

  protected override render() {
    const warnings = this.imported?.report.warnings ?? [];
    return html`
      <article class="card">
        <h3>${this.plan.name}</h3>
        <p class="muted">${say.size(this.plan.seats, this.plan.areas)}</p>
        ${this.imported ? html`<div class="notice ${warnings.length ? '' : 'good'}" role="status"><p><strong>${say.report}.</strong>
          ${warnings.length ? say.warnings(count(warnings.length)) : say.clean}</p>
          ${warnings.length ? html`<ul>${warnings.slice(0, 20).map(({ at, message }) => html`<li><code>${at}</code> ${message}</li>`)}</ul>` : nothing}
          </div>` : nothing}
        <problem-note .problem=${this.problem} .retry=${() => this.#load()}></problem-note>
        <plan-map .geometry=${this.geometry} .highlight=${this.chosen ?? ''} .label=${say.planLabel(this.plan.name)}
          @pick=${(pick: CustomEvent<string>) => { this.chosen = this.chosen === pick.detail ? '' : pick.detail; }}></plan-map>
        <ul class="legend">${this.plan.categories.map(({ id, name, color, seats }) => html`
          <li><button class="quiet" aria-pressed=${this.chosen === id ? 'true' : 'false'}
            @click=${() => { this.chosen = this.chosen === id ? '' : id; }}><span class="dot" .style=${`background:${color}`}></span>
            ${name} <span class="muted">${count(seats)}</span></button></li>`)}</ul>
        <p class="actions"><button class="quiet" @click=${() => this.#download()}>${say.download}</button></p>
      </article>`;
  }

  async #download(): Promise<void> {
    const plan = await ask('GET', `/ticketing/plans/${this.plan.id}`);
    save(await plan.blob(), `${this.plan.name}.json`);
  }
}

customElements.define('plan-card', PlanCard);
