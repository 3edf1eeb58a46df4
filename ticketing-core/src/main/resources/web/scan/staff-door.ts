import { html, nothing } from 'lit';
import { Island } from '../app/island.js';
import { call, Refusal } from '../app/http.js';
import type { StaffSession } from './gate.js';
import { words } from './scan-words.js';

interface Answer {
  accessToken: string;
  expiresInSeconds: number;
}

/** Staff sign in. Says `signed-in` with the session. */
class StaffDoor extends Island {
  static override properties = { refusal: { state: true }, busy: { state: true }, step: { state: true } };

  declare refusal: Refusal | null;
  declare busy: boolean;
  /** Stands for the password while the second factor's code is asked for. */
  declare step: string;

  constructor() {
    super();
    this.step = '';
    this.refusal = null;
    this.busy = false;
  }

  protected override render() {
    return html`<section class="card door" aria-labelledby="door-heading">
      <h2 id="door-heading">${words.signIn}</h2>
      <p class="hint">${words.signInText}</p>
      <form @submit=${this.#signIn}>
        ${this.step ? html`<label>${words.code}
          <input name="code" autocomplete="one-time-code" required maxlength="20"></label>` : html`
          <label>${words.email} <input name="email" type="email" autocomplete="username" required maxlength="254"></label>
          <label>${words.password}
            <input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>`}
        <div role="alert">${this.refusal ? html`<p class="banner"><strong>${this.refusal.message}.</strong>
          ${this.refusal.detail}</p>` : nothing}</div>
        <button class="primary" ?disabled=${this.busy}>${words.signIn}</button>
      </form>
    </section>`;
  }

  #ask(form: FormData): Promise<Answer> {
    return this.step
      ? call('POST', '/staff/session/code', { body: { step: this.step, code: String(form.get('code')).trim() } })
      : call('POST', '/staff/session', {
        body: { email: String(form.get('email')).trim(), password: String(form.get('password')) },
      });
  }

  #refused(refusal: Refusal): void {
    const asked = refusal.code === 'code-required';
    if (asked) this.step = String(refusal.body.step);
    if (refusal.code === 'step-over') this.step = '';
    this.refusal = asked ? null : refusal;
  }

  #signIn = async (submission: SubmitEvent): Promise<void> => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    this.busy = true;
    this.refusal = null;
    try {
      const answer = await this.#ask(form);
      const detail: StaffSession = {
        token: answer.accessToken, expiresAt: Date.now() + answer.expiresInSeconds * 1000,
      };
      this.dispatchEvent(new CustomEvent('signed-in', { detail, bubbles: true }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#refused(error);
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('staff-door', StaffDoor);
