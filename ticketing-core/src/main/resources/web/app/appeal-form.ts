import { html, nothing } from 'lit';
import { appeal, appealState, Refusal, type Appeal } from './http.js';
import { Island } from './island.js';
import { say } from './words.js';

/** Whether a refusal was the defense's, so that somebody may look at it. */
export const isObjectable = ({ code, body }: Refusal): boolean =>
  Boolean(body.reference) && ['denied', 'review-required', 'slow-down'].includes(code);

/** Why the defense refused, by which reference to ask about it, the way to object, and what became of that. */
class AppealForm extends Island {
  static override properties = {
    refusal: { attribute: false }, appealed: { state: true }, fault: { state: true }, busy: { state: true },
  };

  declare refusal: Refusal;
  declare appealed: Appeal | null;
  declare fault: string;
  declare busy: boolean;

  constructor() {
    super();
    this.appealed = null;
    this.fault = '';
    this.busy = false;
  }

  get #reference(): string {
    return this.refusal.body.reference;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('refusal')) this.appealed = null;
  }

  protected override render() {
    const reason = say.reasons[this.refusal.body.reason];
    return html`<div class="appeal">
      ${reason ? html`<p>${reason}</p>` : nothing}
      <p>${say.reference} <code>${this.#reference}</code></p>
      ${this.appealed ? this.#standing(this.appealed) : html`<details>
        <summary>${say.appeal}</summary>
        <form @submit=${this.#send}>
          <label>${say.appealText} <textarea name="message" rows="3" maxlength="2000" required></textarea></label>
          <button ?disabled=${this.busy}>${say.appealSend}</button>
        </form>
      </details>`}
      <div role="alert">${this.fault ? html`<p class="fault">${this.fault}</p>` : nothing}</div>
    </div>`;
  }

  #standing({ state, reason }: Appeal) {
    return html`<p role="status"><strong>${say.appealStates[state]}</strong> ${reason}</p>
      ${state === 'OPEN' ? html`<button type="button" ?disabled=${this.busy} @click=${this.#ask}>${say.appealAsk}</button>`
    : nothing}`;
  }

  #send = (submission: SubmitEvent): Promise<void> => {
    submission.preventDefault();
    const message = String(new FormData(submission.target as HTMLFormElement).get('message')).trim();
    return this.#work(() => appeal(this.#reference, message));
  };

  #ask = (): Promise<void> => this.#work(() => appealState(this.#reference));

  async #work(task: () => Promise<Appeal>): Promise<void> {
    this.busy = true;
    this.fault = '';
    try {
      this.appealed = await task();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.fault = `${error.message}. ${error.detail}`;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('appeal-form', AppealForm);
