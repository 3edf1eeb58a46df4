import { html } from 'lit';
import { openForm, showDialog } from '../dialogs.js';
import { count } from '../format.js';
import { save, send } from '../http.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { toast } from '../toast.js';
import { releasePath, type Release } from './release-data.js';
import { say } from './release-words.js';

/** The access codes of a release: how many are left, new ones, and one's own. */
class ReleaseCodes extends Island {
  static override properties = { release: { attribute: false } };

  declare release: Release;
  #counts = new Live<{ codes: number; usesLeft: number; used: number }>(this, () => this.release && this.#path, 10);

  get #path(): string {
    return `${releasePath(this.release.id)}/access-codes`;
  }

  protected override render() {
    const counts = this.#counts.value;
    return html`<section class="card"><h2>${say.codes}</h2>
      <p>${counts?.codes ? say.codesLeft(count(counts.usesLeft), count(counts.codes)) : say.noCodes}</p>
      <p class="actions"><button @click=${() => this.#make()}>${say.make}</button><button class="quiet" @click=${() => this.#bring()}>${say.bring}</button></p></section>`;
  }

  async #make(): Promise<void> {
    const uses = { name: 'uses', label: say.uses, type: 'number', required: true, min: 1, max: 1_000_000, value: 1 } as const;
    const made = await openForm<{ codes: string[] }>({ title: say.make, verb: say.make, fields: [
      { name: 'count', label: say.howMany, type: 'number', required: true, min: 1, max: 10_000, value: 100 }, uses],
    submit: (values) => send('POST', this.#path, values) });
    if (!made) return;
    const file = (): void => save(new Blob([`${made.codes.join('\n')}\n`], { type: 'text/plain' }), `${this.release.id}-codes.txt`);
    await showDialog(say.madeTitle(count(made.codes.length)), html`<p>${say.keep}</p>
      <p><button type="button" @click=${file}>${say.saveFile}</button></p><div class="scroll" tabindex="0"><code>${made.codes.join(' ')}</code></div>`, say.ready);
  }

  async #bring(): Promise<void> {
    const added = await openForm<{ added: number; known: number }>({ title: say.bring, verb: say.bring, fields: [
      { name: 'codes', label: say.codes, hint: say.typed, type: 'textarea', required: true },
      { name: 'uses', label: say.uses, type: 'number', required: true, min: 1, max: 1_000_000, value: 1 }],
    submit: ({ codes, uses }) => send('POST', this.#path, { codes: String(codes).split(/\n+/).map((code) => code.trim()).filter(Boolean), uses }) });
    if (added) toast(say.brought(count(added.added), count(added.known)));
  }
}

customElements.define('release-codes', ReleaseCodes);
