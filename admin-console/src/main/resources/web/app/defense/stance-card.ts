import { html, nothing } from 'lit';
import { openForm } from '../dialogs.js';
import { send } from '../http.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { toast } from '../toast.js';
import { stances, type Policy, type Stance } from './defense-data.js';
import { defenseWords as say } from './defense-words.js';

const tone: Record<Stance, string> = { OFF: 'bad', SHADOW: 'warn', NORMAL: 'good', HIGH_DEMAND: 'warn', UNDER_ATTACK: 'warn' };

/** How the defense as a whole stands, and one button for each other way. */
class StanceCard extends Island {
  readonly #policy = new Live<Policy>(this, () => '/waiting-room/defense/policy', 5);

  protected override render() {
    const stance = this.#policy.value?.stance;
    return html`<section class="card" aria-labelledby="stance-heading">
      <h2 id="stance-heading">${say.stance}</h2>
      ${this.#policy.problem ? html`<problem-note .problem=${this.#policy.problem}></problem-note>` : nothing}
      ${stance ? html`<p role="status"><span class="chip ${tone[stance]}">${say.stanceNow(say.stanceWords[stance] ?? stance)}</span>
        ${say.stanceHelp[stance]} <small>${say.loadedAs(this.#policy.value!.version)}</small></p>
      <p class="actions">${stances.filter((each) => each !== stance).map((each) => html`
        <button class=${each === 'OFF' ? 'danger' : nothing} @click=${() => this.#change(each)}>${say.stanceWords[each]}</button>`)}</p>` : nothing}
    </section>`;
  }

  async #change(stance: Stance): Promise<void> {
    const before = this.#policy.value?.stance;
    const done = await openForm<Policy>({
      title: say.stanceTitle(say.stanceWords[stance] ?? stance), text: say.stanceHelp[stance] ?? '', verb: say.stanceVerb, danger: stance === 'OFF',
      fields: [{ name: 'reason', label: say.reason, required: true, maxlength: 500 }],
      submit: async ({ reason }) => send<Policy>('POST', '/waiting-room/defense/policy/stance', { stance, reason }),
    });
    if (done) {
      toast(say.stanceDone(say.stanceWords[stance] ?? stance), {
        undo: async () => { await send('POST', '/waiting-room/defense/policy/stance', { stance: before, reason: 'undone' }); },
      });
    }
  }
}

customElements.define('stance-card', StanceCard);
