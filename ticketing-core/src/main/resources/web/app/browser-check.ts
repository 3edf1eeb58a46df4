import { html, nothing } from 'lit';
import { checks, type BrowserCheck } from './challenge.js';
import { pauses } from './http.js';
import { Island } from './island.js';
import { say } from './words.js';

/** Most checks are over sooner than anybody can read. */
const PATIENCE_MILLIS = 700;

/**
 * What the defense asks for and how far it is, whichever part of the page asked: work with its progress, and the way
 * through it without work. Also says why it takes a moment when the shop asked for a pause.
 */
class BrowserCheckDialog extends Island {
  static override properties = {
    check: { state: true }, byMail: { state: true }, pauseUntil: { state: true }, seconds: { state: true },
  };

  declare check: BrowserCheck | null;
  declare byMail: boolean;
  declare pauseUntil: number;
  declare seconds: number;
  #late = 0;
  #beat = 0;

  constructor() {
    super();
    this.check = null;
    this.byMail = false;
    this.pauseUntil = 0;
    this.seconds = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    checks.addEventListener('check', this.#came);
    pauses.addEventListener('pause', this.#paused);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    checks.removeEventListener('check', this.#came);
    pauses.removeEventListener('pause', this.#paused);
    clearTimeout(this.#late);
    clearInterval(this.#beat);
  }

  #came = (event: Event): void => {
    const { detail } = event as CustomEvent<BrowserCheck | null>;
    clearTimeout(this.#late);
    this.check?.removeEventListener('change', this.#changed);
    this.check = detail;
    if (!detail) return this.#close();
    detail.addEventListener('change', this.#changed);
    this.byMail = detail.percent === null || detail.sentTo !== '';
    this.#late = window.setTimeout(this.#open, this.byMail ? 0 : PATIENCE_MILLIS);
  };

  #changed = (): void => this.requestUpdate();

  #open = (): void => {
    const dialog = this.querySelector('dialog')!;
    if (this.check && !dialog.open) dialog.showModal();
  };

  #close(): void {
    this.querySelector('dialog')?.close();
  }

  #paused = (event: Event): void => {
    this.pauseUntil = (event as CustomEvent<number>).detail;
    clearInterval(this.#beat);
    const tick = () => {
      this.seconds = Math.max(0, Math.ceil((this.pauseUntil - Date.now()) / 1000));
      if (this.seconds === 0) clearInterval(this.#beat);
    };
    tick();
    this.#beat = window.setInterval(tick, 500);
  };

  protected override render() {
    return html`${this.seconds > 0 ? html`<p class="pause banner"><strong>${say.slowDown}.</strong>
        ${say.slowDownText(this.seconds)}</p>` : nothing}
      <dialog class="card" aria-labelledby="check-heading" @cancel=${this.#cancelled}>
        ${this.check ? this.#contents(this.check) : nothing}
      </dialog>`;
  }

  #contents(check: BrowserCheck) {
    return html`<h2 id="check-heading">${check.percent === null ? say.codeNeeded : say.checking}</h2>
      ${check.percent === null ? html`<p>${say.codeNeededText}</p>` : html`
        <p>${say.checkingText(check.waitSeconds)}</p>
        <progress max="100" value=${check.percent} aria-label=${say.checking}></progress>
        <p class="unseen" role="status">${check.percent >= 50 ? say.checkedHalf : ''}</p>`}
      ${this.byMail ? this.#mail(check) : nothing}
      <div class="actions">
        ${!this.byMail && check.offersMail ? html`<button type="button" @click=${this.#instead}>${say.codeInstead}</button>`
    : nothing}
        ${check.percent === null ? html`<button type="button" class="quiet" @click=${() => check.giveUp()}>${say.notNow}</button>`
    : nothing}
      </div>`;
  }

  #mail(check: BrowserCheck) {
    if (!check.offersMail) return nothing;
    const fault = html`<div role="alert">${check.fault ? html`<p class="fault">${check.fault}</p>` : nothing}</div>`;
    return check.sentTo ? html`
      <p role="status">${say.codeSent(check.sentTo)}</p>
      <form @submit=${this.#enter}>
        <label>${say.code} <input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12"
          pattern="[0-9 ]{8,12}" required></label>${fault}
        <div class="actions"><button class="primary">${say.codeEnter}</button></div>
      </form>` : html`
      <form @submit=${this.#request}>
        <label>${say.codeTo} <input name="email" type="email" autocomplete="email" maxlength="254" required></label>${fault}
        <div class="actions"><button class="primary">${say.codeSend}</button></div>
      </form>`;
  }

  #instead = async (): Promise<void> => {
    this.byMail = true;
    await this.updateComplete;
    this.querySelector('input')?.focus();
  };

  #request = async (submission: SubmitEvent): Promise<void> => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    await this.check?.requestCode(String(form.get('email')).trim());
    await this.updateComplete;
    this.querySelector('input')?.focus();
  };

  #enter = (submission: SubmitEvent): void => {
    submission.preventDefault();
    const form = new FormData(submission.target as HTMLFormElement);
    this.check?.enterCode(String(form.get('code')).replaceAll(' ', ''));
  };

  /** Escape does not end work that nobody has to do anything for. */
  #cancelled = (cancel: Event): void => {
    cancel.preventDefault();
    if (this.check?.percent === null) this.check.giveUp();
  };
}

customElements.define('browser-check', BrowserCheckDialog);
