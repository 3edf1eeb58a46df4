import { html, nothing } from 'lit';
import { settleConflict, isStale } from '../conflict.js';
import { confirmAction, fault } from '../dialogs.js';
import { eventPath, type EventView } from '../event/event-data.js';
import { field, type Field } from '../forms.js';
import { Refusal, read, readTagged, send } from '../http.js';
import { Island } from '../island.js';
import { go } from '../pages.js';
import { toast } from '../toast.js';
import { newReleaseId, releasePath, type Release } from './release-data.js';
import { fieldWords, mainFields, moreFields, typedRelease } from './release-fields.js';
import { say } from './release-words.js';

/** Plans a release, or changes the plan of one; a change that somebody else made meanwhile is shown and not lost. */
class ReleaseForm extends Island {
  static override properties = { ...Island.properties, event: { state: true }, release: { state: true }, problem: { state: true } };

  declare event: EventView | undefined;
  declare release: Partial<Release>;
  declare problem: Refusal | undefined;
  #tag = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.release = {};
    void this.#try(() => this.#load());
  }

  async #load(): Promise<void> {
    const { event, release } = this.params;
    if (release) {
      const { value, tag } = await readTagged<Release>(releasePath(release));
      this.#tag = tag;
      this.release = value;
    }
    const found = await read<EventView>(eventPath(event!));
    if (!release) {
      const opens = Math.max(Date.parse(found.salesFrom), Date.now());
      this.release = { title: found.title, maxSeats: found.maxSeatsPerOrder, opensAt: new Date(opens).toISOString(),
        lobbyOpensAt: new Date(Math.max(Date.now(), opens - 15 * 60_000)).toISOString() };
    }
    this.event = found;
  }

  protected override render() {
    const { event } = this;
    const title = this.params.release ? say.edit : say.newRelease;
    if (!event) return html`<h1>${title}</h1><problem-note .problem=${this.problem}></problem-note><p class="loading"></p>`;
    const fields = (list: Field[]) => html`<div class="columns">${list.map((each) => field(each, fault(this.problem, each.name)))}</div>`;
    return html`
      <h1>${title}</h1>
      <form class="card" @submit=${this.#submit}>
        ${fields(mainFields(this.release, event.venue.timezone))}
        <details><summary>${fieldWords.more}</summary>${fields(moreFields(this.release))}</details>
        <problem-note .problem=${this.problem}></problem-note>
        <p class="actions"><button class="primary">${this.params.release ? say.save : say.create}</button>
          ${this.params.release ? html`<button type="button" class="danger" @click=${() => this.#delete()}>${say.delete}</button>` : nothing}</p>
      </form>`;
  }

  #submit = (submission: SubmitEvent): void => {
    submission.preventDefault();
    const typed = typedRelease(submission.target as HTMLFormElement, this.event!.venue.timezone);
    void this.#try(async () => {
      const saved = this.params.release ? await this.#change(this.params.release, typed) : await this.#create(typed);
      if (saved) go(`/admin/events/${this.event!.id}/releases/${saved}`);
    });
  };

  async #create(typed: Record<string, unknown>): Promise<string> {
    const id = newReleaseId(String(typed.title ?? ''));
    const values = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== null));
    await send('PUT', releasePath(id), { ...values, eventId: this.event!.id, organizationId: this.event!.organizationId });
    toast(say.created);
    return id;
  }

  /** Only what was changed is sent, so that others' changes of other values stay. */
  async #change(id: string, typed: Record<string, unknown>): Promise<string | undefined> {
    const known = flat(this.release);
    const changed = Object.fromEntries(Object.entries(typed).filter(([name, value]) => !same(value, known[name])));
    try {
      await send('PATCH', releasePath(id), changed, { ifMatch: this.#tag });
    } catch (error) {
      if (!isStale(error)) throw error;
      const { value, tag } = await readTagged<Release>(releasePath(id));
      const labels = new Map([...mainFields({}, 'UTC'), ...moreFields({})].map(({ name, label }) => [name, label]));
      const now = flat(value);
      const compared = Object.entries(changed).map(([name, mine]) => ({ label: labels.get(name) ?? name, mine: shown(mine), theirs: shown(now[name]) }));
      if (!await settleConflict(compared)) return this.#load().then(() => undefined);
      await send('PATCH', releasePath(id), changed, { ifMatch: tag });
    }
    toast(say.saved);
    return id;
  }

  async #delete(): Promise<void> {
    const id = this.params.release!;
    if (!await confirmAction({ title: say.delete, consequence: say.deleteText, verb: say.delete, danger: true, type: id })) return;
    await this.#try(async () => {
      await send('DELETE', releasePath(id), undefined, { ifMatch: this.#tag });
      toast(say.deleted);
      go(`/admin/events/${this.event!.id}/releases`);
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      this.problem = undefined;
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }
}

/** A release with its brand as single values, as it is typed. */
const flat = (release: Partial<Release>): Record<string, unknown> => ({ ...release, brandName: release.brand?.name,
  brandColor: release.brand?.color, brandLogo: release.brand?.logo });

/** Moments are typed to the minute; nothing typed is nothing kept. */
function same(typed: unknown, known: unknown): boolean {
  if (typeof typed === 'string' && typeof known === 'string' && /^\d{4}-.*Z$/.test(typed) && /^\d{4}-.*Z$/.test(known)) {
    return typed.slice(0, 16) === known.slice(0, 16);
  }
  return (typed ?? '') === (known ?? '');
}

const shown = (value: unknown): string => value === null || value === undefined || value === '' ? '–' : String(value);

customElements.define('release-form', ReleaseForm);
