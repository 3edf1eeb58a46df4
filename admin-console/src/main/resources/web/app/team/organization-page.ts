import { html, nothing, type TemplateResult } from 'lit';
import { readAll, Refusal } from '../http.js';
import { Island } from '../island.js';
import { fromAddress, keepInAddress } from '../pages.js';
import { organizes } from '../session.js';
import { words } from '../words.js';
import type { Organization } from './api.js';

const say = words({
  en: {
    organization: 'Organization',
    none: 'You organize for nobody yet',
    noneText: 'Ask an admin to add you to an organization as an organizer.',
    noneAdmin: 'Organizations come first',
    noneAdminText: 'An organization owns venues, events and the people who run them. Make one, then invite its '
      + 'organizer.',
    make: 'To the organizations',
  },
  de: {
    organization: 'Organisation',
    none: 'Du veranstaltest noch für niemanden',
    noneText: 'Bitte einen Admin, dich einer Organisation als Veranstalter hinzuzufügen.',
    noneAdmin: 'Zuerst kommt eine Organisation',
    noneAdminText: 'Eine Organisation besitzt Häuser und Veranstaltungen und hat Menschen, die sie führen. Lege '
      + 'eine an und lade ihren Veranstalter ein.',
    make: 'Zu den Organisationen',
  },
});

/** A page about one organization: the only one of the reader, or the one that is chosen and stands in the address. */
export abstract class OrganizationPage extends Island {
  static override properties: typeof Island.properties = {
    organizations: { state: true }, organization: { state: true }, failed: { state: true },
  };

  declare organizations: Organization[] | undefined;
  declare organization: string;
  declare failed: Refusal | undefined;

  constructor() {
    super();
    this.organization = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  #load = async (): Promise<void> => {
    try {
      const found = (await readAll<Organization>('/ticketing/organizations')).filter(({ id }) => organizes(id))
        .sort((one, other) => one.name.localeCompare(other.name));
      this.organizations = found;
      this.organization = (found.find(({ id }) => id === fromAddress('organization')) ?? found[0])?.id ?? '';
      this.failed = undefined;
    } catch (problem) {
      this.failed = problem as Refusal;
    }
  };

  protected abstract get heading(): string;

  /** What is shown once it is known which organization it is about. */
  protected abstract content(): TemplateResult;

  protected override render() {
    if (!this.organizations) return this.failed ? html`<problem-note .problem=${this.failed}
      .retry=${this.#load}></problem-note>` : nothing;
    if (!this.organization) return html`<h1>${this.heading}</h1>${nobody()}`;
    return html`<h1>${this.heading}</h1>${this.organizations.length > 1 ? html`<div class="filters"><label>${say.organization}
      <select @change=${this.#choose}>${this.organizations.map(({ id, name }) => html`
        <option value=${id} ?selected=${id === this.organization}>${name}</option>`)}</select></label></div>` : nothing}
      ${this.failed ? html`<problem-note .problem=${this.failed}></problem-note>` : nothing}${this.content()}`;
  }

  #choose = (change: Event): void => {
    this.organization = (change.target as HTMLSelectElement).value;
    this.failed = undefined;
    keepInAddress('organization', this.organization);
  };

  /** Does something that may be refused, and shows why it was. */
  protected async attempt(work: () => Promise<void>): Promise<void> {
    try {
      this.failed = undefined;
      await work();
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      this.failed = problem;
    }
  }
}

const nobody = () => (organizes('')
  ? html`<empty-state .heading=${say.noneAdmin} .text=${say.noneAdminText}
    .action=${html`<a class="button" href="/admin/organizations">${say.make}</a>`}></empty-state>`
  : html`<empty-state .heading=${say.none} .text=${say.noneText}></empty-state>`);
