import { html, nothing } from 'lit';
import type { EventView } from '../event/event-data.js';
import { eventPath } from '../event/event-data.js';
import { count, moment, span } from '../format.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { organizes } from '../session.js';
import { releasePath, type Figures, type Release } from './release-data.js';
import { phaseChip, say } from './release-words.js';

/** One release in the list, with its figures as they move. */
class ReleaseCard extends Island {
  static override properties = { release: { attribute: false }, zone: { type: String } };

  declare release: Release;
  declare zone: string;
  #figures = new Live<Figures>(this, () => this.release && `${releasePath(this.release.id)}/figures`, 2);

  protected override render() {
    const { release } = this;
    const figures = this.#figures.value;
    return html`
      <article class="card">
        <h2><a href="/admin/events/${release.eventId}/releases/${release.id}">${release.title || release.id}</a></h2>
        <p><span class="chip ${phaseChip[release.phase] ?? ''}">${say.phases[release.phase]}</span>
          ${say.policy[release.policy]} · ${say.opens} ${moment(release.opensAt, this.zone || undefined)}</p>
        ${figures ? html`<dl class="figures">
          <div><dt>${say.waiting}</dt><dd>${count(figures.waiting)}</dd></div>
          <div><dt>${say.alive}</dt><dd>${count(figures.alive)}</dd></div>
          <div><dt>${say.bought}</dt><dd>${count(figures.done)}</dd></div>
          <div><dt>${say.wait}</dt><dd>${span(figures.waitP50)}</dd></div></dl>
          <data-age .at=${this.#figures.readAt}></data-age>` : html`<problem-note .problem=${this.#figures.problem}></problem-note>`}
      </article>`;
  }
}

/** All releases of one event. */
class ReleasesPage extends Island {
  #event = new Live<EventView>(this, () => eventPath(this.params.event!), 5);
  #releases = new Live<{ items: Release[] }>(this, () => `/waiting-room/releases?event=${encodeURIComponent(this.params.event!)}&limit=200`, 2);

  protected override render() {
    const event = this.#event.value;
    const releases = this.#releases.value?.items;
    const add = event && organizes(event.organizationId)
      ? html`<a class="button primary" href="/admin/events/${this.params.event}/releases/new">${say.newRelease}</a>` : nothing;
    return html`
      <div class="page-head"><h1>${say.releases}</h1><span class="grow"></span>${releases?.length ? add : nothing}</div>
      <problem-note .problem=${this.#releases.problem}></problem-note>
      ${releases?.length === 0 ? html`<empty-state .heading=${say.none} .text=${say.noneText} .action=${add}></empty-state>` : nothing}
      <div class="cards">${releases?.map((release) => html`
        <release-card .release=${release} .zone=${event?.venue.timezone ?? ''}></release-card>`)}</div>`;
  }
}

customElements.define('release-card', ReleaseCard);
customElements.define('releases-page', ReleasesPage);
