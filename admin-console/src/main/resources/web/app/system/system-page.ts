import { html, nothing } from 'lit';
import type { Column } from '../data-table.js';
import { clock, count, percent, span } from '../format.js';
import { read } from '../http.js';
import { Island } from '../island.js';
import { Live } from '../live.js';
import { bytes } from './bytes.js';
import { findings, type Finding } from './findings.js';
import { budgetLeft, failedShare, seconds, total, type Backlog, type Instance, type Part, type Parts, type ServiceSystem, type Store } from './system-data.js';
import { systemWords as say } from './system-words.js';

const pauseMillis = 2000;

interface Row extends Instance {
  service: string;
  asked: string;
}

/** What runs, what it runs on, and what is to be done when something does not. */
class SystemPage extends Island {
  static override properties = { parts: { state: true }, unreachable: { state: true } };

  declare parts: Parts | undefined;
  declare unreachable: boolean;
  readonly #core = new Live<ServiceSystem>(this, () => '/ticketing/system', 3);
  readonly #room = new Live<ServiceSystem>(this, () => '/waiting-room/system', 3);
  readonly #brake = new Live<{ on: boolean }>(this, () => '/waiting-room/brake', 10);
  readonly #failOpen = new Live<{ open: boolean }>(this, () => '/waiting-room/fail-open', 10);
  readonly #policy = new Live<{ stance: string }>(this, () => '/waiting-room/defense/policy', 10);
  #timer = 0;

  constructor() {
    super();
    this.unreachable = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** What the console's backend has seen of the parts; asked apart, so that no service that is away hides it. */
  async #look(): Promise<void> {
    try {
      if (!document.hidden) this.parts = await read<Parts>('/parts');
      this.unreachable = false;
    } catch {
      this.unreachable = true;
    }
    if (this.isConnected) this.#timer = window.setTimeout(() => void this.#look(), pauseMillis);
  }

  protected override render() {
    const services = [this.#core.value, this.#room.value].filter((value) => value !== undefined);
    const readAt = Math.min(this.#core.readAt ?? Infinity, this.#room.readAt ?? Infinity);
    return html`
      <header class="page-head"><div class="grow"><h1>${say.title}</h1><p class="muted">${say.intro}</p></div>
        <data-age .at=${Number.isFinite(readAt) ? readAt : undefined} every="3"></data-age></header>
      ${this.unreachable ? html`<p class="notice bad" role="alert">${say.consoleAway}</p>` : nothing}
      ${this.#verdict(services)}
      ${this.#figures(services)}
      <section aria-labelledby="parts-heading"><h2 id="parts-heading">${say.parts}</h2>
        <ul class="parts">${(this.parts?.items ?? []).map((part) => this.#part(part))}
          ${services.flatMap((service) => service.stores.map((store) => this.#store(store, service)))}</ul></section>
      <section aria-labelledby="instances-heading"><h2 id="instances-heading">${say.instances}</h2>
        <data-table name="instances" caption=${say.instances} .columns=${columns} .rows=${services.length ? rows(services) : undefined}
          .rowKey=${(row: Row) => row.service + row.id}
          .empty=${{ title: say.noInstances, text: say.noInstancesText }}></data-table></section>
      ${this.#backlogs(services)}`;
  }

  #verdict(services: ServiceSystem[]) {
    if (!this.parts) return html`<p class="muted" role="status">${say.looking}</p>`;
    const switches = { brake: this.#brake.value?.on, failOpen: this.#failOpen.value?.open, stance: this.#policy.value?.stance };
    const found = findings({ parts: this.parts.items, services, switches, now: this.parts.now });
    const silent = [[this.#core, 'ticketing-core'], [this.#room, 'waiting-room']] as const;
    const unread = silent.filter(([live, name]) => live.problem && this.parts?.items.some((part) => part.name === name && part.answers));
    if (found.length === 0 && unread.length === 0) {
      return html`<div class="notice good" role="status"><p><strong>${say.allWell}.</strong> ${say.allWellText}</p></div>`;
    }
    return html`<section class="findings" aria-labelledby="findings-heading" role="status">
      <h2 id="findings-heading">${say.needsYou(found.length + unread.length)}</h2>
      <ul>${found.map((finding) => this.#finding(finding))}
        ${unread.map(([live, name]) => this.#finding({
    level: 'warn', what: say.unread(say.names[name] ?? name), todo: `${live.problem?.title}. ${live.problem?.detail}` }))}</ul>
      ${[this.#core, this.#room].some((live) => live.problem && live.value) ? html`<p class="muted">${say.lastKnown}</p>` : nothing}
    </section>`;
  }

  #finding({ level, what, todo }: Finding) {
    return html`<li class="notice ${level}"><p><strong>${what}</strong></p><p>${say.whatToDo}: ${todo}</p></li>`;
  }

  #figures(services: ServiceSystem[]) {
    const instances = services.flatMap((service) => service.instances);
    const lately = total(instances, 'lastFiveMinutes');
    const day = total(instances, 'lastDay');
    const up = instances.filter(({ state }) => state === 'UP').length;
    const mails = services.flatMap(({ backlogs }) => backlogs).find(({ name }) => name === 'mails')?.waiting;
    return html`<dl class="figures">
      ${figure(say.requests, count(lately.answered))}
      ${figure(say.failed, percent(failedShare(lately)), failedShare(lately) > 0.01)}
      ${figure(say.budget, percent(Math.max(0, budgetLeft(day))), budgetLeft(day) <= 0, say.budgetHint)}
      ${figure(say.instancesUp, instances.length ? `${up} / ${instances.length}` : '–', up < instances.length)}
      ${figure(say.mailsWaiting, mails === undefined ? '–' : count(mails))}
      ${figure(say.streams, count(instances.reduce((sum, { load }) => sum + load.streams, 0)))}
    </dl>`;
  }

  #part(part: Part) {
    const age = part.lastAnsweredAt && this.parts ? seconds(part.lastAnsweredAt, this.parts.now) : undefined;
    return html`<li class="card part"><strong>${say.names[part.name] ?? part.name}</strong>
      <span class="chip ${part.answers ? 'good' : 'bad'}">${part.answers ? say.answers : say.isAway}</span>
      <small>${say.since(clock(part.since))}</small>
      <small>${part.answers ? say.took(part.millis) : age === undefined ? say.neverAnswered : say.lastAnswer(span(age))}</small></li>`;
  }

  #store(store: Store, service: ServiceSystem) {
    return html`<li class="card part"><strong>${say.names[store.name] ?? store.name}</strong>
      <span class="chip ${store.answers ? 'good' : 'bad'}">${store.answers ? say.answers : say.isAway}</span>
      <small>${say.names[service.service] ?? service.service}${store.version ? ` · ${store.version}` : ''}</small>
      ${store.answers ? html`<small>${say.took(Math.round((store.millis ?? 0) * 10) / 10)} ·
        ${bytes(store.usedBytes)} ${say.used} · ${store.connections ?? '–'} ${say.connected}</small>` : nothing}</li>`;
  }

  #backlogs(services: ServiceSystem[]) {
    const all = services.flatMap(({ backlogs }) => backlogs);
    return html`<section aria-labelledby="backlog-heading"><h2 id="backlog-heading">${say.waiting}</h2>
      ${all.length === 0 ? html`<p class="muted">${say.nothingWaits}</p>` : html`
      <table class="data"><thead><tr><th scope="col">${say.waitingFor}</th><th scope="col" class="end">${say.howMany}</th>
        <th scope="col" class="end">${say.again}</th><th scope="col" class="end">${say.oldest}</th></tr></thead>
        <tbody>${all.map((backlog: Backlog) => html`<tr><td data-label=${say.waitingFor}>${say.backlogs[backlog.name] ?? backlog.name}</td>
          <td class="end" data-label=${say.howMany}>${count(backlog.waiting)}</td>
          <td class="end" data-label=${say.again}>${count(backlog.failing)}</td>
          <td class="end" data-label=${say.oldest}>${span(backlog.oldestSeconds)}</td></tr>`)}</tbody></table>`}</section>`;
  }
}

const figure = (label: string, value: string, isBad = false, hint = '') => html`
  <div class=${isBad ? 'bad' : nothing} title=${hint || nothing}><dt>${label}</dt><dd>${value}</dd></div>`;

const rows = (services: ServiceSystem[]): Row[] => services.flatMap((service) =>
  service.instances.map((instance) => ({ ...instance, service: service.service, asked: service.now })));

const columns: Column<Row>[] = [
  {
    key: 'name', label: say.instance, sort: (row) => `${row.service} ${row.name}`, text: (row) => `${say.names[row.service] ?? row.service} ${row.name} ${row.version}`,
    cell: (row) => html`<span>${say.names[row.service] ?? row.service}<small>${row.name}</small><small>${row.version}</small></span>`,
  },
  {
    key: 'state', label: say.state, sort: (row) => row.state, text: (row) => row.state === 'UP' ? say.up : say.gone,
    cell: (row) => html`<span><span class="chip ${row.state === 'UP' ? 'good' : 'bad'}">${row.state === 'UP' ? say.up : say.gone}</span>
      <small>${say.lastAnswer(span(Math.max(0, seconds(row.seenAt, row.asked))))}</small></span>`,
  },
  { key: 'startedAt', label: say.upFor, cell: (row) => span(seconds(row.startedAt, row.asked)), sort: (row) => row.startedAt },
  {
    key: 'requests', label: say.fiveMinutes, align: 'end', sort: (row) => row.requests.lastFiveMinutes.answered,
    cell: (row) => html`<span>${count(row.requests.lastFiveMinutes.answered)}<small>${say.failedOf(count(row.requests.lastFiveMinutes.failed))}</small></span>`,
  },
  { key: 'cpu', label: say.cpu, cell: (row) => percent(row.load.cpu), sort: (row) => row.load.cpu, align: 'end' },
  { key: 'heap', label: say.heap, cell: (row) => bytes(row.load.heapUsed), sort: (row) => row.load.heapUsed, align: 'end' },
  { key: 'loop', label: say.loop, cell: (row) => say.took(Math.round(row.load.eventLoopMillis * 10) / 10), sort: (row) => row.load.eventLoopMillis, align: 'end' },
  {
    key: 'pool', label: say.pool, align: 'end', sort: (row) => row.load.pool?.used ?? -1,
    cell: (row) => row.load.pool ? say.poolOf(row.load.pool.used, row.load.pool.most) : '–',
  },
];

customElements.define('system-page', SystemPage);
