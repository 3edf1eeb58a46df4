import { html, nothing } from 'lit';
import { field } from '../forms.js';
import { Refusal } from '../http.js';
import { Island } from '../island.js';
import { prepared } from './picture-data.js';
import { say } from './picture-words.js';

/** A picture and what it shows, to be chosen, described and taken away. */
export interface Chosen {
  /** A data URL; empty for none. */
  picture: string;
  alternative: string;
}

/** Says `picture` with what is {@link Chosen} now; keeps nothing itself. */
class PictureChoice extends Island {
  static override properties = {
    shown: { attribute: false }, alternative: { attribute: false }, problem: { state: true }, busy: { state: true },
  };

  /** Where the picture is that is there already, or the one chosen. */
  declare shown: string;
  declare alternative: string;
  declare problem: Refusal | undefined;
  declare busy: boolean;

  constructor() {
    super();
    this.shown = '';
    this.alternative = '';
    this.busy = false;
  }

  protected override render() {
    const { shown } = this;
    return html`
      ${shown ? html`<img class="picture" src=${shown} alt=${this.alternative}>` : nothing}
      <p class="actions">
        <label class="upload button">${this.busy ? say.reading : shown ? say.another : say.choose}<input class="unseen" type="file"
          accept="image/jpeg,image/png,image/webp" @change=${(change: Event) => this.#choose(change.target as HTMLInputElement)}></label>
        ${shown ? html`<button type="button" class="quiet" @click=${() => this.#say({ picture: '', alternative: '' })}>${say.remove}</button>` : nothing}
      </p>
      ${shown ? field({ name: 'alternative', label: say.alternative, hint: say.alternativeHint, required: true, maxlength: 300, value: this.alternative,
    onChange: (alternative) => this.#say({ picture: shown, alternative }) }) : nothing}
      <problem-note .problem=${this.problem}></problem-note>`;
  }

  async #choose(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    this.busy = true;
    this.problem = undefined;
    try {
      this.#say({ picture: await prepared(file), alternative: this.alternative });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    } finally {
      this.busy = false;
      input.value = '';
    }
  }

  #say(chosen: Chosen): void {
    this.dispatchEvent(new CustomEvent('picture', { detail: chosen, bubbles: true }));
  }
}

customElements.define('picture-choice', PictureChoice);
