// What the fan sees and hears.

import { currentScene } from './scenes.js';
import { isCalled, isSoldOut, now, parse, state } from './state.js';
import { count, money, number, say, waitInWords } from './words.js';

export const $ = (id) => document.getElementById(id);
const text = (id, content = '') => {
  const target = $(id);
  if (target.textContent !== content) target.textContent = content;
  return target;
};
const show = (id, visible) => ($(id).hidden = !visible);

export const busy = (words) => {
  text('note', words);
  show('note', words !== '');
};

const peopleAhead = () => {
  const { ahead, place } = state.visitor;
  return Math.max(0, Math.min(ahead ?? Infinity, place - state.status.serving - 1));
};

let bell; // of those who asked for it
export const alarm = async () => (bell ??= await import('./alarm.js'));

let current = {};
let rung = false;

/** @param ask what to do with the fan's wish */
export function render(ask) {
  if (state.release && !state.status) return;
  const { heading, text: words, until, figures, called, primary, link, mayLeave, mayMove, askCode } = (current = currentScene());
  text('heading', heading);
  text('text', words);
  $('card').classList.toggle('called', Boolean(called));
  deadline = parse(until);
  show('figures', figures);
  show('code-form', askCode);
  show('primary', primary);
  text('primary', primary?.label).onclick = primary ? () => ask(primary.wish) : null;
  show('link', link);
  if (link) text('link', link.label).href = link.href;
  show('leave', mayLeave);
  show('tools', mayMove);
  const ahead = figures && state.visitor.place != null ? peopleAhead() : null;
  current.ahead = ahead;
  renderFigures(ahead);
  renderHouse();
  tick();
  if (isCalled() && !rung) bell?.sound(heading, words);
  rung = isCalled();
  announce(heading, words, ahead);
}

/** What this tab remembers of the way: where it began, when it was to end, how fast it went. */
function remember(ahead) {
  const key = `queue:${state.release.id}:${state.visitor.place}`;
  const due = now() + 1000 * (state.visitor.waitSeconds?.high ?? 0);
  const { ratePerMinute } = state.status;
  const known = JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? { most: 1, due, rate: ratePerMinute };
  const memory = {
    most: Math.max(known.most, ahead), due: Math.min(known.due, due), rate: Math.max(known.rate, ratePerMinute),
  };
  sessionStorage.setItem(key, JSON.stringify(memory));
  return { ...memory, late: due - memory.due };
}

/** Why it takes longer than once was said; empty while it does not. */
function whySlower({ late, rate }) {
  const { status, visitor } = state;
  if (status.paused || late < Math.max(60_000, 250 * (visitor.waitSeconds?.high ?? 0))) return '';
  return `${say('slower')} ${status.reason || say(status.ratePerMinute < rate ? 'slower.rate' : 'slower.shop')}`;
}

function renderFigures(ahead) {
  const moving = ahead !== null && state.status.phase !== 'LOBBY';
  show('progress', moving);
  show('slower', false);
  if (ahead === null) return;
  const memory = remember(ahead);
  $('progress').value = Math.round(1000 * (1 - ahead / memory.most));
  text('place', number(state.visitor.place));
  text('ahead', ahead === 0 ? say('nobody') : number(ahead));
  text('wait', state.status.paused ? say('wait.paused') : waitInWords(state.visitor.waitSeconds ?? undefined));
  const why = moving ? whySlower(memory) : '';
  text('slower', why);
  show('slower', why);
}

/** What concerns everybody: the concert's name, the organizer's words, what is left. */
function renderHouse() {
  if (!state.release || !state.status) return;
  if (state.release.title) text('event', state.release.title);
  show('message', state.status.message);
  text('message-text', state.status.message ?? '');
  const tiers = state.status.tiers ?? [];
  show('tiers', tiers.length);
  text('tiers-heading', say(isSoldOut() ? 'tiers.none' : 'tiers'));
  const rows = tiers.map(({ name, from, left }) => [from ? say('tier', { name, price: money(from) }) : name, left]);
  const list = $('tiers-list');
  const seen = JSON.stringify(rows);
  if (list.dataset.seen === seen) return; // selections and screen readers keep their place
  list.dataset.seen = seen;
  list.replaceChildren(...rows.map(([tier, left]) => {
    const row = document.createElement('li');
    for (const part of [tier, left > 0 ? count('left', left) : say('left.none')]) {
      row.append(Object.assign(document.createElement('span'), { textContent: part }));
    }
    row.lastChild.classList.toggle('gone', !(left > 0));
    return row;
  }));
}

let deadline = NaN;
/** Every second: the countdown, also in the title, which is all that a tab in the background shows. */
export function tick() {
  const timed = !Number.isNaN(deadline);
  const left = timed ? clock(Math.max(0, Math.ceil((deadline - now()) / 1000))) : '';
  show('countdown', timed);
  text('countdown', left);
  const { heading, called, ahead } = current;
  if (!heading) return;
  const first = called ? [left, `● ${say('turn')}`] : [timed && left, ahead == null ? heading : count('ahead', ahead)];
  const title = [...first, state.release?.title].filter(Boolean).join(' · ');
  if (document.title !== title) document.title = title;
}

function clock(seconds) {
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const days = Math.floor(seconds / 86_400);
  const time = parts.map((part) => String(part).padStart(2, '0')).join(':').replace(/^00:/, '');
  return days > 0 ? `${count('days', days)} ${time}` : time;
}

let said = '';
let saidAt = 0;
/** Speaks when something changed, and about the way through the queue once a minute at most. */
function announce(heading, words, ahead) {
  const changed = said !== heading;
  if (!heading || (!changed && (ahead === null || Date.now() - saidAt < 60_000))) return;
  said = heading;
  saidAt = Date.now();
  const progress = ahead === null ? '' : ` ${count('ahead', ahead)}. ${$('wait').textContent}.`;
  text('live', (changed ? `${heading}. ${words}` : '') + progress);
}

let troubled = false;
export function trouble(refusal) {
  show('trouble', refusal);
  if (refusal) {
    const offline = refusal.status === 0;
    const heading = say(offline ? 'offline' : 'trouble');
    text('trouble-heading', heading);
    text('trouble-text', `${say(state.visitor ? 'safe.place' : 'safe')} ${say('trouble.text')}`);
    if (!troubled) text('live', heading);
  } else if (troubled) {
    text('live', say('recovered'));
  }
  troubled = Boolean(refusal);
}
