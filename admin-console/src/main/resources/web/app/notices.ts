import { html, nothing } from 'lit';
import { Island } from './island.js';
import type { Refusal } from './http.js';
import { words } from './words.js';

const say = words({
  en: { again: 'Try again' },
  de: { again: 'Noch einmal versuchen' },
});

/** What went wrong, what to do about it, and what exactly was not right. */
class ProblemNote extends Island {
  static override properties = { problem: { attribute: false }, retry: { attribute: false } };

  declare problem: Refusal | undefined;
  declare retry: (() => unknown) | undefined;

  protected override render() {
    const { problem } = this;
    if (!problem) return nothing;
    return html`
      <div class="notice bad" role="alert">
        <p><strong>${problem.title}</strong> ${problem.detail}</p>
        ${problem.violations.length ? html`<ul>${problem.violations.map(({ at, message }) => html`
          <li>${at ? html`<code>${at}</code> ` : nothing}${message}</li>`)}</ul>` : nothing}
        ${this.retry ? html`<button class="quiet" @click=${() => this.retry?.()}>${say.again}</button>` : nothing}
      </div>`;
  }
}

/** A page with nothing on it yet says what belongs here and how it gets here. */
class EmptyState extends Island {
  static override properties = { heading: { type: String }, text: { type: String }, action: { attribute: false } };

  declare heading: string;
  declare text: string;
  declare action: unknown;

  protected override render() {
    return html`
      <div class="empty">
        <h2>${this.heading}</h2>
        <p>${this.text}</p>
        ${this.action ? html`<p class="actions">${this.action}</p>` : nothing}
      </div>`;
  }
}

customElements.define('problem-note', ProblemNote);
customElements.define('empty-state', EmptyState);
