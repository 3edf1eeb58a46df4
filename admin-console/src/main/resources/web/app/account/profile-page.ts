import { html, nothing } from 'lit';
import { me, type Account } from './account.js';
import { say } from './account-words.js';
import { openForm } from '../dialogs.js';
import { read, readAll, Refusal, send } from '../http.js';
import { Island } from '../island.js';
import { toast } from '../toast.js';

/** Who the reader is here, and the password they sign in with. */
class ProfilePage extends Island {
  static override properties = {
    ...Island.properties, account: { state: true }, names: { state: true }, problem: { state: true },
  };

  declare account: Account | undefined;
  /** Of the reader's organizations, by their ids. */
  declare names: Record<string, string>;
  declare problem: Refusal | undefined;

  constructor() {
    super();
    this.names = {};
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  async #read(): Promise<void> {
    try {
      this.problem = undefined;
      this.account = await read<Account>(me);
      if (Object.keys(this.account.organizations).length) {
        const known = await readAll<{ id: string; name: string }>('/ticketing/organizations');
        this.names = Object.fromEntries(known.map(({ id, name }) => [id, name]));
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }

  protected override render() {
    const { account } = this;
    return html`
      <h1>${say.profile}</h1>
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${() => this.#read()}></problem-note>` : nothing}
      ${account ? html`${this.#who(account)}${this.#password(account)}` : this.problem ? nothing : html`<p class="loading" aria-busy="true"></p>`}`;
  }

  #who(account: Account) {
    const roles = Object.entries(account.organizations);
    return html`
      <section class="card">
        <h2>${account.name}</h2>
        <p class="muted">${account.email}</p>
        <h3>${say.roles}</h3>
        <ul>
          ${account.admin ? html`<li>${say.adminEverywhere}</li>` : nothing}
          ${roles.map(([id, role]) => html`<li>${this.names[id] ?? id}: ${say.role[role]}</li>`)}
          ${!account.admin && !roles.length ? html`<li>${say.noRole}</li>` : nothing}
        </ul>
        <p class="actions"><button @click=${() => this.#rename(account)}>${say.rename}</button></p>
      </section>`;
  }

  #password(account: Account) {
    return html`
      <section class="card">
        <h2>${say.password}</h2>
        <p>${account.hasPassword ? say.passwordText : say.passwordElsewhere}</p>
        ${account.hasPassword ? html`
          <p class="actions"><button @click=${() => this.#changePassword()}>${say.changePassword}</button></p>` : nothing}
      </section>`;
  }

  async #rename(account: Account): Promise<void> {
    const changed = await openForm<Account>({
      title: say.rename, verb: say.keep,
      fields: [{ name: 'name', label: say.name, value: account.name, required: true, maxlength: 200, autocomplete: 'name' }],
      submit: ({ name }) => send<Account>('PATCH', me, { name }),
    });
    if (changed) {
      this.account = changed;
      toast(say.renamed);
    }
  }

  async #changePassword(): Promise<void> {
    const changed = await openForm<boolean>({
      title: say.changePassword, text: say.passwordText, verb: say.changePassword,
      fields: [
        { name: 'present', label: say.present, type: 'password', required: true, maxlength: 200, autocomplete: 'current-password' },
        { name: 'password', label: say.wanted, type: 'password', required: true, minlength: 12, maxlength: 200, hint: say.wantedHint, autocomplete: 'new-password' },
      ],
      submit: async ({ present, password }) => {
        await send('POST', `${me}/password`, { present, password });
        return true;
      },
    });
    if (changed) toast(say.passwordChanged);
  }
}

customElements.define('profile-page', ProfilePage);
