import { html, nothing } from 'lit';
import { openForm } from '../dialogs.js';
import { count } from '../format.js';
import { send } from '../http.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { organizes } from '../session.js';
import { toast } from '../toast.js';
import { say } from './draw-words.js';
import { releasePath, type Release } from './release-data.js';

interface Fairness {
  commitment: string | null;
  seed: string | null;
  lobbySize: number | null;
  beaconSource: string | null;
  beacon: string | null;
}

/** What fixes a draw and what is published of it; and the public random number, if one is to go in. */
class ReleaseDraw extends Island {
  static override properties = { release: { attribute: false } };

  declare release: Release;
  #fairness = new Live<Fairness>(this, () => this.release && `${releasePath(this.release.id)}/fairness`, 5);

  protected override render() {
    const known = this.#fairness.value;
    const early = this.release.phase === 'SCHEDULED';
    return html`<section class="card"><h2>${say.draw}</h2><p>${say.text}</p>
      <problem-note .problem=${this.#fairness.problem}></problem-note>
      <dl class="pairs">
        <dt>${say.commitment}</dt><dd><code>${known?.commitment ?? '–'}</code></dd>
        <dt>${say.seed}</dt><dd>${known?.seed ? html`<code>${known.seed}</code>` : say.later}</dd>
        <dt>${say.lobby}</dt><dd>${known?.lobbySize === null || known === undefined ? '–' : count(known.lobbySize)}</dd>
        <dt>${say.beacon}</dt><dd>${known?.beacon ?? known?.beaconSource ?? say.none}</dd></dl>
      ${organizes(this.release.organizationId) ? html`<p class="actions">
        ${early ? html`<button @click=${() => this.#announce()}>${say.announce}</button>` : nothing}
        ${known?.beaconSource && !known.beacon && !early ? html`<button class="primary" @click=${() => this.#give()}>${say.give}</button>` : nothing}</p>` : nothing}
    </section>`;
  }

  async #announce(): Promise<void> {
    const done = await openForm({ title: say.announce, verb: say.announce, fields: [
      { name: 'source', label: say.source, hint: say.sourceHint, required: true, maxlength: 200 }],
    submit: async (values) => {
      await send('PUT', `${releasePath(this.release.id)}/beacon`, values);
      return true;
    } });
    if (done) toast(say.announced);
  }

  async #give(): Promise<void> {
    const done = await openForm({ title: say.give, text: say.giveText, verb: say.give, fields: [
      { name: 'value', label: say.value, required: true, maxlength: 200 }],
    submit: async (values) => {
      await send('POST', `${releasePath(this.release.id)}/beacon`, values);
      return true;
    } });
    if (done) toast(say.given);
  }
}

customElements.define('release-draw', ReleaseDraw);
