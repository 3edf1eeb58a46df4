import { html, nothing } from 'lit';
import { openForm } from '../dialogs.js';
import { send } from '../http.js';
import { Island } from '../island.js';
import { toast } from '../toast.js';
import { releasePath, type Release } from './release-data.js';
import { say } from './release-words.js';

type Mode = Release['mode'];

/** Holds the doors, opens them again, lets the line run dry, closes; and speaks to those who wait. */
class ReleaseDoors extends Island {
  static override properties = { release: { attribute: false } };

  declare release: Release;

  protected override render() {
    const { mode, message } = this.release;
    const button = (to: Mode, label: string, text: string, kind = '') =>
      html`<button class=${kind} @click=${() => this.#set(to, label, text, kind === 'danger')}>${label}</button>`;
    return html`
      <section class="card"><h2>${say.doors}</h2>
        ${message ? html`<p class="notice plain">“${message}”</p>` : nothing}
        <p class="actions">
          ${mode === 'AUTO' ? button('HOLD', say.hold, say.holdText, 'primary') : button('AUTO', mode === 'CLOSED' ? say.reopen : say.resume, say.resumeText, 'primary')}
          ${mode === 'DRAIN' || mode === 'CLOSED' ? nothing : button('DRAIN', say.drain, say.drainText)}
          ${mode === 'CLOSED' ? nothing : button('CLOSED', say.close, say.closeText, 'danger')}
          <button class="quiet" @click=${() => this.#say()}>${say.sayIt}</button>
        </p></section>`;
  }

  async #set(mode: Mode, verb: string, text: string, danger: boolean): Promise<void> {
    const before = this.release.mode;
    const path = `${releasePath(this.release.id)}/mode`;
    const done = await openForm({ title: verb, text, verb, danger, fields: [
      { name: 'reason', label: say.reason, maxlength: 200 },
      { name: 'message', label: say.message, maxlength: 1000, type: 'textarea', value: this.release.message },
    ], submit: ({ reason, message }) => send('POST', path, { mode, reason, message: message ?? '' }) });
    if (done) toast(say.done[mode]!, { undo: () => send('POST', path, { mode: before }) });
  }

  async #say(): Promise<void> {
    const done = await openForm({ title: say.sayIt, verb: say.sayIt, text: say.clear, fields: [
      { name: 'message', label: say.message, maxlength: 1000, type: 'textarea', value: this.release.message },
    ], submit: ({ message }) => send('POST', `${releasePath(this.release.id)}/mode`, { mode: this.release.mode, message: message ?? '' }) });
    if (done) toast(say.said);
  }
}

customElements.define('release-doors', ReleaseDoors);
