import { bytes } from './bytes.js';
import { percent, span } from '../format.js';
import { budgetLeft, failedShare, seconds, total, type Backlog, type Instance, type Part, type ServiceSystem, type Store } from './system-data.js';
import { systemWords as say } from './system-words.js';

/** Something that is not as it should be, and what to do about it. */
export interface Finding {
  level: 'bad' | 'warn';
  what: string;
  todo: string;
}

/** Switches that somebody has thrown, and might forget. */
export interface Switches {
  brake?: boolean;
  failOpen?: boolean;
  stance?: string;
}

interface Seen {
  parts: readonly Part[];
  services: readonly ServiceSystem[];
  switches: Switches;
  now: string;
}

const slowStoreMillis = 50;
const verySlowStoreMillis = 250;
const fewRequests = 50;
const oldMailSeconds = 300;
const oldNewsSeconds = 15;

/** All that is not as it should be, the worst first. */
export function findings({ parts, services, switches, now }: Seen): Finding[] {
  const found = [
    ...parts.filter(({ answers }) => !answers).map((part) => partAway(part, now)),
    ...services.flatMap((service) => [
      ...service.stores.flatMap((store) => ofStore(store, service)),
      ...service.instances.flatMap((instance) => ofInstance(instance, service)),
      ...ofRequests(service),
      ...service.backlogs.flatMap(ofBacklog),
      ...ofWork(service),
    ]),
    ...thrown(switches),
  ];
  const once = new Map(found.map((finding) => [finding.what, finding]));
  return [...once.values()].sort((one, other) => one.level.localeCompare(other.level));
}

const bad = (what: string, todo: string): Finding => ({ level: 'bad', what, todo });
const warn = (what: string, todo: string): Finding => ({ level: 'warn', what, todo });

function thrown({ brake, failOpen, stance }: Switches): Finding[] {
  return [
    ...brake ? [warn(say.brakeOn, say.brakeOnTodo)] : [],
    ...failOpen ? [bad(say.failOpenOn, say.failOpenOnTodo)] : [],
    ...stance === 'OFF' || stance === 'SHADOW' ? [warn(say.defenseOff, say.defenseOffTodo)] : [],
  ];
}

function partAway(part: Part, now: string): Finding {
  const name = say.names[part.name] ?? part.name;
  const cause = say.causes[part.cause ?? ''] ?? part.cause ?? '';
  return bad(say.away(name, span(Math.max(0, seconds(part.since, now))), cause), say.awayTodo[part.name] ?? say.awayAny);
}

function ofStore(store: Store, service: ServiceSystem): Finding[] {
  const name = say.names[store.name] ?? store.name;
  const of = say.names[service.service] ?? service.service;
  if (!store.answers) return [bad(say.storeAway(name, of), say.storeTodo[`${service.service}:${store.name}`] ?? say.awayAny)];
  const found: Finding[] = [];
  const millis = store.millis ?? 0;
  if (millis > slowStoreMillis) {
    found.push({ level: millis > verySlowStoreMillis ? 'bad' : 'warn', what: say.storeSlow(name, of, Math.round(millis)), todo: say.storeSlowTodo });
  }
  if (store.usedBytes && store.mostBytes && store.usedBytes > 0.8 * store.mostBytes) {
    const level = store.usedBytes > 0.95 * store.mostBytes ? 'bad' : 'warn';
    found.push({ level, what: say.storeFull(name, bytes(store.usedBytes), bytes(store.mostBytes)), todo: say.storeFullTodo });
  }
  if (store.connections && store.mostConnections && store.connections > 0.85 * store.mostConnections) {
    found.push(warn(say.connections(name, store.connections, store.mostConnections), say.connectionsTodo));
  }
  return found;
}

function ofInstance(instance: Instance, service: ServiceSystem): Finding[] {
  const name = `${say.names[service.service] ?? service.service} ${instance.name}`;
  if (instance.state === 'SILENT') {
    return [bad(say.silent(name, span(seconds(instance.seenAt, service.now))), say.silentTodo)];
  }
  const { cpu, heapUsed, heapMost, eventLoopMillis, pool } = instance.load;
  const found: Finding[] = [];
  if (eventLoopMillis > 250) found.push(warn(say.loopSlow(name, Math.round(eventLoopMillis)), say.loopTodo));
  if (heapMost > 0 && heapUsed > 0.92 * heapMost) found.push(warn(say.heapFull(name, percent(heapUsed / heapMost)), say.heapTodo));
  if (cpu > 0.9) found.push(warn(say.cpuBusy(name, percent(cpu)), say.cpuTodo));
  if (pool && (pool.waiting > 0 || pool.used >= pool.most)) {
    found.push(warn(say.poolBusy(name, pool.used, pool.most, pool.waiting), say.poolTodo));
  }
  return found;
}

function ofRequests(service: ServiceSystem): Finding[] {
  const lately = total(service.instances, 'lastFiveMinutes');
  const share = failedShare(lately);
  const name = say.names[service.service] ?? service.service;
  const found: Finding[] = [];
  if (lately.answered >= fewRequests && share > 0.001) {
    found.push({ level: share > 0.01 ? 'bad' : 'warn', what: say.failing(name, percent(share), lately.failed), todo: say.failingTodo });
  }
  const day = total(service.instances, 'lastDay');
  if (day.answered >= fewRequests && budgetLeft(day) <= 0) found.push(warn(say.budgetGone(name), say.budgetGoneTodo));
  return found;
}

function ofBacklog(backlog: Backlog): Finding[] {
  const oldest = backlog.oldestSeconds ?? 0;
  const name = say.backlogs[backlog.name] ?? backlog.name;
  const what = say.waitLong(name, backlog.waiting, span(oldest));
  switch (backlog.name) {
    case 'mails':
      return oldest > oldMailSeconds ? [bad(what, say.mailTodo)] : backlog.failing > 0 && oldest > 30 ? [warn(what, say.mailTodo)] : [];
    case 'webhooks':
      return backlog.failing > 0 && oldest > 3600 ? [warn(what, say.webhookTodo)] : [];
    case 'waiting-room-news':
      return oldest > oldNewsSeconds ? [bad(what, say.newsTodo)] : [];
    case 'core-news':
      return oldest > oldNewsSeconds ? [warn(what, say.newsTodo)] : [];
    default:
      return [];
  }
}

function ofWork(service: ServiceSystem): Finding[] {
  const found = (service.tasks ?? []).filter(({ abandonedSeconds }) => (abandonedSeconds ?? 0) > 30)
    .map(({ name, abandonedSeconds }) => warn(say.abandoned(name, span(abandonedSeconds ?? 0)), say.abandonedTodo));
  if (service.heardAt && seconds(service.heardAt, service.now) > oldNewsSeconds) {
    found.push(warn(say.unheard(span(seconds(service.heardAt, service.now))), say.unheardTodo));
  }
  const versions = new Set(service.instances.filter(({ state }) => state === 'UP').map(({ version }) => version));
  if (versions.size > 1) {
    found.push(warn(say.versions(say.names[service.service] ?? service.service, [...versions].join(', ')), say.versionsTodo));
  }
  return found;
}
