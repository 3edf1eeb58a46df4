import { html, nothing, svg } from 'lit';
import { me, type Account, type SetUp } from './account.js';
import { say } from './account-words.js';
import { openForm } from '../dialogs.js';
import { field } from '../forms.js';
import { moment } from '../format.js';
import { read, Refusal, save, send } from '../http.js';
import { Island } from '../island.js';
import { session } from '../session.js';
import { toast } from '../toast.js';

/** Setting up a second factor in two steps, its recovery codes, and turning it off. */
class SecondFactorPage extends Island {
  static override properties = {
    ...Island.properties, account: { state: true }, setUp: { state: true }, codes: { state: true }, problem: { state: true },
    busy: { state: true },
  };

  declare account: Account | undefined;
  declare setUp: SetUp | undefined;
  /** Fresh recovery codes, until the reader says that they are kept. */
  declare codes: string[] | undefined;
  declare problem: Refusal | undefined;
  declare busy: boolean;

  constructor() {
    super();
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    await this.#try(async () => {
      this.account = await read<Account>(me);
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    } finally {
      this.busy = false;
    }
  }

  /** Signed in for nothing but this. */
  get #limited(): boolean {
    return session().roles.length === 0 && (this.account?.secondFactor.required ?? false);
  }

  protected override render() {
    const { account } = this;
    return html`
      <div class="page-head"><h1>${say.secondFactor}</h1>
        ${account ? html`<span class="chip ${account.secondFactor.on ? 'good' : 'warn'}">${account.secondFactor.since
          ? say.since(moment(account.secondFactor.since)) : say.off}</span>` : nothing}</div>
      ${this.#limited && !account?.secondFactor.on ? html`<p class="notice">${say.mustSetUp}</p>` : nothing}
      ${this.problem ? html`<problem-note .problem=${this.problem}></problem-note>` : nothing}
      ${!account ? nothing
        : this.codes ? this.#fresh(this.codes)
          : account.secondFactor.on ? this.#on(account)
            : this.setUp ? this.#confirm(this.setUp) : this.#off(account)}`;
  }

  #off(account: Account) {
    return html`
      <section class="card">
        <p>${say.why}</p>
        ${account.secondFactor.required && !this.#limited ? html`<p>${say.required}</p>` : nothing}
        <p class="actions"><button class="primary" ?disabled=${this.busy} @click=${() => this.#begin()}>${say.setUp}</button></p>
      </section>`;
  }

  #confirm(setUp: SetUp) {
    return html`
      <section class="card">
        <h2>${say.scan}</h2>
        <p>${say.scanText}</p>
        ${picture(setUp.qr)}
        <p><a href=${setUp.uri}>${say.onThisDevice}</a></p>
        <details><summary>${say.showSecret}</summary>
          <p>${say.typeIt} <code>${setUp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p></details>
        <form @submit=${this.#turnOn}>
          ${field({ name: 'code', label: say.code, hint: say.codeHint, required: true, maxlength: 20, autocomplete: 'one-time-code' })}
          <p class="actions"><button class="primary" ?disabled=${this.busy}>${say.turnOn}</button></p>
        </form>
      </section>`;
  }

  #fresh(codes: string[]) {
    const text = `${codes.join('\n')}\n`;
    return html`
      <section class="card">
        <h2>${say.recovery}</h2>
        <p>${say.recoveryText} <strong>${say.recoveryOnce}</strong></p>
        <ul class="recovery-codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
        <p class="actions">
          <button @click=${() => save(new Blob([text], { type: 'text/plain' }), 'recovery-codes.txt')}>${say.download}</button>
          <button @click=${() => navigator.clipboard.writeText(text).then(() => toast(say.copied))}>${say.copy}</button>
          <button class="primary" @click=${() => { this.codes = undefined; }}>${say.saved}</button>
        </p>
      </section>`;
  }

  #on(account: Account) {
    if (this.#limited) {
      return html`<section class="card"><p>${say.doneLimited}</p>
        <p class="actions"><a class="button primary" href="/admin/login">${say.signInAgain}</a></p></section>`;
    }
    return html`
      <section class="card">
        <h2>${say.recovery}</h2>
        <p>${say.codesLeft(account.secondFactor.recoveryCodesLeft)}. ${say.recoveryText}</p>
        <p class="actions"><button @click=${() => this.#renew()}>${say.renew}</button></p>
      </section>
      <section class="card">
        ${account.secondFactor.required ? html`<p>${say.required}</p>` : html`
          <p class="actions"><button class="danger" @click=${() => this.#turnOff()}>${say.turnOff}</button></p>`}
      </section>`;
  }

  async #begin(): Promise<void> {
    await this.#try(async () => {
      this.setUp = await send<SetUp>('POST', `${me}/second-factor`);
    });
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('[name=code]')?.focus();
  }

  #turnOn = async (submission: SubmitEvent): Promise<void> => {
    submission.preventDefault();
    const code = String(new FormData(submission.target as HTMLFormElement).get('code'));
    await this.#try(async () => {
      const { recoveryCodes } = await send<{ recoveryCodes: string[] }>('POST', `${me}/second-factor/confirmation`, { code });
      this.account = await read<Account>(me);
      this.setUp = undefined;
      this.codes = recoveryCodes;
    });
  };

  async #renew(): Promise<void> {
    const fresh = await openForm<{ recoveryCodes: string[] }>({
      title: say.renew, text: say.renewText, verb: say.renew, fields: [codeField],
      submit: ({ code }) => send('POST', `${me}/second-factor/recovery-codes`, { code }),
    });
    if (fresh) {
      this.codes = fresh.recoveryCodes;
      await this.#read();
    }
  }

  async #turnOff(): Promise<void> {
    const done = await openForm<boolean>({
      title: say.turnOff, text: say.turnOffText, verb: say.turnOff, danger: true, fields: [codeField],
      submit: async ({ code }) => {
        await send('POST', `${me}/second-factor/removal`, { code });
        return true;
      },
    });
    if (done) {
      toast(say.turnedOff);
      await this.#read();
    }
  }
}

const codeField = { name: 'code', label: say.anyCode, required: true, maxlength: 20, autocomplete: 'one-time-code' } as const;

const margin = 4;

/** Dark on light in every scheme: that is what scanners read. */
function picture(rows: string[]) {
  const size = rows.length + 2 * margin;
  const dark = rows.flatMap((row, y) => [...row].map((bit, x) => bit === '1' ? `M${x + margin} ${y + margin}h1v1h-1z` : '')).join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" width="240" height="240" role="img" aria-label=${say.picture}
      shape-rendering="crispEdges">${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${dark} fill="#000"></path>`}</svg>`;
}

customElements.define('second-factor-page', SecondFactorPage);
