import { html, nothing } from 'lit';
import { Island } from '../app/island.js';
import { call, Refusal } from '../app/http.js';
import type { StaffSession } from './gate.js';
import { words } from './scan-words.js';

/** Staff sign in. Says `signed-in` with the session. */
class StaffDoor extends Island {
  static override properties = { refusal: { state: true }, busy: { state: true } };

  declare refusal: Refusal | null;
  declare busy: boolean;

  constructor() {
    super();
    this.refusal = null;
    this.busy = false;
  }

  protected override render() {
    return html`<section class="card door" aria-labelledby="door-heading">
      <h2 id="door-heading">${words.signIn}</h2>
      <p class="hint">${words.signInText}</p>
      <form @submit=${this.#signIn}>
        <label>${words.email} <input name="email" type="email" autocomplete="username" required maxlength="254"></label>
        <label>${words.password}
          <input name="password" type="password" autocomplete="current-password" required maxlength="200"></label>
        <div role="alert">${this.refusal ? html`<p class="banner"><strong>${this.refusal.message}.</strong>
          ${this.refusal.detail}</p>` : nothing}</div>
        <button class="primary" ?disabled=${this.busy}>${words.signIn}</button>
      </form>
    </section>`;
  }

  #signIn = async (submission: SubmitEvent): Promise<void> => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    this.busy = true;
    this.refusal = null;
    try {
      const body = { email: String(form.get('email')).trim(), password: String(form.get('password')) };
      const answer = await call<{ accessToken: string; expiresInSeconds: number }>('POST', '/staff/session', { body });
      const detail: StaffSession = {
        token: answer.accessToken, expiresAt: Date.now() + answer.expiresInSeconds * 1000,
      };
      this.dispatchEvent(new CustomEvent('signed-in', { detail, bubbles: true }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
    } finally {
      this.busy = false;
    }
  };
}

customElements.define('staff-door', StaffDoor);
