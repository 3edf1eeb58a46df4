import { html, nothing } from 'lit';
import { eventPath, type EventView } from '../event/event-data.js';
import { count, percent, span } from '../format.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { organizes } from '../session.js';
import { releasePath, type Figures, type Minute, type Release } from './release-data.js';
import './release-doors.js';
import './release-pace.js';
import './release-codes.js';
import './release-draw.js';
import './release-fairness.js';
import './release-place.js';
import { phaseChip, say } from './release-words.js';

const historyHours = 6;

/** One release while it runs: its figures, how they moved, and everything that steers it. */
class ReleaseBoard extends Island {
  #from = new Date(Date.now() - historyHours * 3_600_000).toISOString();
  #release = new Live<Release>(this, () => releasePath(this.params.release!), 2);
  #figures = new Live<Figures>(this, () => `${releasePath(this.params.release!)}/figures`, 1);
  #history = new Live<{ minutes: Minute[] }>(this, () => `${releasePath(this.params.release!)}/history?from=${this.#from}`, 10);
  #event = new Live<EventView>(this, () => eventPath(this.params.event!), 2);

  protected override render() {
    const release = this.#release.value;
    if (!release) return html`<h1>${say.board}</h1><problem-note .problem=${this.#release.problem}></problem-note><p class="loading"></p>`;
    const figures = this.#figures.value;
    const mine = organizes(release.organizationId);
    return html`
      <div class="page-head">
        <h1>${release.title || release.id}</h1><span class="chip ${phaseChip[release.phase] ?? ''}">${say.phases[release.phase]}</span>
        <data-age .at=${this.#figures.readAt} .every=${1}></data-age><span class="grow"></span>
        <a class="button" href="/queue/${release.eventId}" target="_blank" rel="noopener">${say.queuePage}</a>
        ${mine ? html`<a class="button" href="/admin/events/${release.eventId}/releases/${release.id}/edit">${say.edit}</a>` : nothing}
      </div>
      <problem-note .problem=${this.#figures.problem ?? this.#release.problem}></problem-note>
      ${figures ? this.#show(figures, release) : nothing}
      ${mine ? html`<release-doors .release=${release}></release-doors>
        <release-pace .release=${release} .figures=${figures} .free=${this.#event.value?.free}></release-pace>` : nothing}
      <section class="card"><h2>${say.overTime}</h2>${this.#chart()}</section>
      <div class="cards">
        ${release.policy === 'DRAW' ? html`<release-draw .release=${release}></release-draw>` : nothing}
        ${mine ? html`<release-codes .release=${release}></release-codes>` : nothing}
        <release-fairness .release=${release}></release-fairness>
        <release-place .release=${release}></release-place>
      </div>`;
  }

  #show(figures: Figures, release: Release) {
    const event = this.#event.value;
    const seats = event?.categories.reduce((sum, category) => sum + category.seats, 0) ?? 0;
    const figure = (name: string, value: string, more?: string) =>
      html`<div><dt>${name}</dt><dd>${value}${more ? html` <small>${more}</small>` : nothing}</dd></div>`;
    return html`
      <p role="status">${say.why[figures.why] ?? figures.why}</p>
      <dl class="figures">
        ${figure(say.waiting, count(figures.waiting), figures.joined > figures.waiting ? `${say.lobby}: ${count(figures.joined)}` : undefined)}
        ${figure(say.called, count(figures.called))}
        ${figure(say.rateNow, count(figures.ratePerMinuteNow), say.ofMost(count(release.ratePerMinute)))}
        ${figure(say.alive, count(figures.alive), say.ofMost(count(release.maxActive)))}
        ${figure(say.admitted, count(figures.admitted))}
        ${figure(say.bought, count(figures.done))}
        ${event ? figure(say.sold, count(seats - event.free), say.ofSeats(count(seats))) : nothing}
        ${figure(say.conversion, figures.admitted ? percent(figures.done / figures.admitted) : '–')}
        ${figure(say.wait, span(figures.waitP50))}
        ${figure(say.wait95, span(figures.waitP95))}
        ${figure(say.noShows, count(figures.noShows))}
      </dl>`;
  }

  #chart() {
    const minutes = this.#history.value?.minutes ?? [];
    const series = (['joined', 'admitted', 'done'] as const).map((key) => ({
      name: { joined: say.joined, admitted: say.admitted, done: say.bought }[key],
      points: minutes.map((minute) => [Date.parse(minute.at), minute[key]] as const),
    }));
    return html`<problem-note .problem=${this.#history.problem}></problem-note>
      <time-chart .series=${series} .unit=${say.perMinute} .label=${say.overTime}></time-chart>`;
  }
}

customElements.define('release-board', ReleaseBoard);
