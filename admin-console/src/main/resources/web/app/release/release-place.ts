import { html, nothing } from 'lit';
import { confirmAction } from '../dialogs.js';
import { field } from '../forms.js';
import { Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { organizes } from '../session.js';
import { toast } from '../toast.js';
import { releasePath, type Release } from './release-data.js';
import { say } from './release-words.js';

/** What staff can do with one place of the line. */
class ReleasePlace extends Island {
  static override properties = { release: { attribute: false }, place: { state: true }, problem: { state: true } };

  declare release: Release;
  declare place: string;
  declare problem: Refusal | undefined;

  constructor() {
    super();
    this.place = '';
  }

  protected override render() {
    const none = !/^[1-9]\d*$/.test(this.place);
    const review = (step: 'BEGIN' | 'END', done: string) => () => this.#do(`places/${this.place}/review`, { step }, done);
    return html`<section class="card"><h2>${say.place}</h2>
      ${field({ name: 'place', label: say.number, hint: say.placeText, type: 'number', min: 1, required: true, value: this.place, onChange: (value) => { this.place = value; } }, undefined, 'one')}
      <problem-note .problem=${this.problem}></problem-note>
      <p class="actions">
        <button ?disabled=${none} @click=${review('BEGIN', say.reviewed)}>${say.review}</button>
        <button ?disabled=${none} @click=${review('END', say.reviewEnded)}>${say.endReview}</button>
        ${organizes(this.release.organizationId) ? html`<button class="danger" ?disabled=${none} @click=${() => this.#revoke()}>${say.revoke}</button>` : nothing}
      </p></section>`;
  }

  async #revoke(): Promise<void> {
    if (await confirmAction({ title: say.revoke, consequence: say.revokeText(this.place), verb: say.revoke, danger: true })) {
      await this.#do(`admissions/${this.place}/revocation`, undefined, say.revoked);
    }
  }

  async #do(what: string, body: unknown, done: string): Promise<void> {
    try {
      this.problem = undefined;
      await send('POST', `${releasePath(this.release.id)}/${what}`, body);
      toast(done);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }
}

customElements.define('release-place', ReleasePlace);
