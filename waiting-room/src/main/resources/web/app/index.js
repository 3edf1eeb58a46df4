// The queue page. A single loop reads the fan's own place, joins and claims; the public status comes by server-sent
// events, by polling where they fail.

import './queue.css';
import { proof, publicKey } from './device.js';
import { Refusal, call, jitter, patience, persist, sleep } from './http.js';
import { eventId, gaveUp, isCalled, mayJoin, now, parse, releasePath, state } from './state.js';
import { $, alarm, busy, render as draw, tick, trouble } from './view.js';
import { language, learnMore, say } from './words.js';

const render = () => draw(ask);

// What happens

async function findRelease() {
  const { body } = await call('GET', `/releases?event=${encodeURIComponent(eventId)}`);
  const over = ({ mode, closesAt }) => mode === 'CLOSED' || parse(closesAt) <= now();
  return body.items.find((release) => !over(release)) ?? body.items[0] ?? null;
}

async function readVisitor() {
  try {
    return (await call('GET', releasePath('/visitors/me'))).body;
  } catch (refusal) {
    if (refusal.status === 401 || refusal.status === 404) return null;
    throw refusal;
  }
}

/** Does what the defense asks for, and sends the same request again with the answer. */
async function proven(send) {
  for (let solution, attempt = 0; ; attempt++) {
    try {
      return await send(solution);
    } catch (refusal) {
      if (!refusal.body?.challenge || attempt > 5) throw refusal;
      await learnMore();
      const { solve } = await import('./solve.js');
      solution = await solve(refusal, { $, busy, call, publicKey, say });
    }
  }
}

/** Two steps: the first answer brings the cookie, the second one, a moment later, the place. */
async function join() {
  const request = { key: await publicKey() };
  const code = $('code').value.trim();
  if (code) request.accessCode = code;
  busy(say('busy.join'));
  if (navigator.webdriver) request.marks = ['webdriver'];
  for (let attempt = 0; attempt < 5; attempt++) {
    const { status, body } = await proven((solution) =>
      persist(() => call('POST', releasePath('/visitors'), { body: { ...request, solution } })));
    if (status !== 202) return hasPlace(body);
    await sleep(body.retryAfterMillis ?? 1000);
  }
  throw new Refusal(0, { code: 'cookies' });
}

function hasPlace(visitor) {
  localStorage.removeItem(gaveUp());
  Object.assign(state, { visitor, askCode: false, atGate: false, problem: null });
}

/** Takes the place of another device of this fan, whose code came with the address. */
async function takeOver(code) {
  const body = { code, key: await publicKey() };
  hasPlace((await persist(() => call('POST', releasePath('/handovers'), { body }))).body);
}

async function claim() {
  const path = releasePath('/visitors/me/admission');
  busy(say('busy.claim'));
  try {
    const { status, body } = await proven(async (solution) => call('POST', path, { headers: {
      DPoP: await proof('POST', path),
      ...(solution && { 'challenge-solution': btoa(JSON.stringify(solution)).replaceAll('+', '-').replaceAll('/', '_') }),
    } }));
    if (status === 202) {
      Object.assign(state, { atGate: true, wish: 'claim' });
      return body.retryAfterMillis ?? 2000;
    }
    sessionStorage.setItem(`admission:${eventId}`, body.token);
    const target = new URL(body.continueAt ?? `/events/${eventId}`, location.origin);
    location.assign(target.origin === location.origin ? target : `/events/${encodeURIComponent(eventId)}`);
    return 60_000;
  } catch (refusal) {
    if (refusal.code !== 'not-called' && refusal.code !== 'call-expired') throw refusal;
    Object.assign(state, { atGate: false, wish: null });
    return 1000;
  }
}

async function leave() {
  busy(say('busy.leave'));
  await call('DELETE', releasePath('/visitors/me'));
  localStorage.setItem(gaveUp(), '1');
  sessionStorage.removeItem(`admission:${eventId}`);
  Object.assign(state, { visitor: { state: 'LEFT' }, atGate: false, wish: null });
}

const comesBy = () => !state.visitor && !localStorage.getItem(gaveUp()) && !state.problem && !state.askCode;

/** Whoever is about to take the place along is not let in here. */
const isMoving = () => $('more').open && $('more').dataset.what === 'phone';

/** One step of the loop. Returns how long to rest before the next. */
async function step() {
  if (state.wish === 'leave') {
    await leave();
    return Infinity;
  }
  if (mayJoin() && (state.wish === 'join' || comesBy())) {
    if (state.release.accessCodes === 'REQUIRED' && !$('code').value) {
      state.askCode = true;
      state.wish = null;
      return Infinity;
    }
    await join();
    state.wish = null;
  } else if (state.visitor) {
    await sleep(Math.max(0, lastRead + 1100 - Date.now())); // one read a second is allowed
    state.visitor = (await readVisitor()) ?? state.visitor;
    lastRead = Date.now();
  }
  const waiting = state.visitor?.state;
  const invited = waiting === 'ADMITTED' ? state.wish === 'claim' : isCalled();
  if (invited && (state.wish === 'claim' || !(document.hidden || state.problem || isMoving()))) return claim();
  if (waiting === 'MOVED') $('more').close();
  if (!['LOBBY', 'WAITING', 'CALLED', 'ADMITTED', 'REVIEW'].includes(waiting)) return Infinity;
  return jitter(Math.max(state.visitor.nextPollMillis ?? 5000, document.hidden ? 30_000 : 1100));
}

let lastRead = 0;
let poked = false; // a wake-up during a step must not be lost
let ring = () => {};
const wake = () => {
  poked = true;
  ring();
};
async function rest(millis) {
  if (!poked) {
    await new Promise((done) => {
      ring = done;
      if (millis !== Infinity) setTimeout(done, millis);
    });
  }
  poked = false;
}

async function live() {
  for (let failures = 0; ; ) {
    let pause;
    try {
      pause = await step();
      failures = 0;
      trouble(null);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      if (refusal.again !== undefined) {
        trouble(refusal);
        pause = patience(refusal, failures++);
      } else {
        await learnMore();
        state.askCode = refusal.code.startsWith('access-code');
        state.problem = Object.assign(refusal, { wish: state.wish });
        state.wish = null;
        pause = Infinity;
      }
    }
    busy('');
    render();
    await rest(pause);
  }
}

function ask(wish) {
  if (wish === 'appeal') return more(wish);
  state.wish = wish;
  state.problem = null;
  wake();
}

// The public status

function learn(status) {
  const before = state.status;
  state.clock = (parse(status.now) || Date.now()) - Date.now();
  state.status = status;
  const called = state.visitor?.state === 'WAITING' && state.visitor.place <= status.serving;
  const changed = before?.phase !== status.phase && before !== null;
  if (called || changed) setTimeout(wake, 500 * Math.random());
  render();
}

let source;
async function follow() {
  for (;;) {
    if (!source || source.readyState === EventSource.CLOSED) {
      source = new EventSource(`/api/waiting-room${releasePath('/stream')}`);
      source.addEventListener('status', ({ data }) => learn(JSON.parse(data)));
    }
    await sleep(jitter(Math.max(state.status.nextPollMillis ?? 2000, document.hidden ? 30_000 : 2000)));
    if (source.readyState === EventSource.OPEN) continue;
    learn((await persist(() => call('GET', releasePath('/status')))).body);
  }
}

/** After a sleep or a dead spot: what is known may be long out of date. */
async function comeBack() {
  source?.close();
  wake();
  if (state.release) learn((await persist(() => call('GET', releasePath('/status')))).body);
}

// What the fan may do

let lastTick = Date.now();
setInterval(() => {
  if (Date.now() - lastTick > 20_000) comeBack(); // this device slept
  lastTick = Date.now();
  tick();
}, 1000);
addEventListener('online', comeBack);
addEventListener('offline', () => trouble({ status: 0 }));
document.addEventListener('visibilitychange', () => !document.hidden && wake());
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
addEventListener('words', () => render());
addEventListener('hashchange', () => location.reload());

$('code-form').onsubmit = (submission) => {
  submission.preventDefault();
  ask('join');
};
const showAlarm = (armed) => $('alarm').setAttribute('aria-pressed', armed);
$('alarm').onclick = async () => showAlarm((await alarm()).toggle());
if (localStorage.getItem('queue:alarm')) alarm().then(() => showAlarm(true));
async function more(what) {
  try {
    await learnMore();
    await (await import('./more.js'))[what]({ $, ask, call, now, persist, proof, releasePath, say, state, wake });
  } catch (refusal) {
    trouble(refusal instanceof Refusal ? refusal : { status: 0 });
  }
}
for (const what of ['check', 'phone', 'leave']) $(what).onclick = () => more(what);
$('languages').onclick = ({ target }) => target.lang && localStorage.setItem('language', target.lang);

// Start

async function start() {
  const move = /^#move=([a-z0-9-]+)\.(.+)$/.exec(location.hash);
  try {
    state.release = await persist(async () => (move ? (await call('GET', `/releases/${move[1]}`)).body : findRelease()));
    if (!state.release) return render();
    learn((await persist(() => call('GET', releasePath('/status')))).body);
    if (move) {
      history.replaceState(null, '', location.pathname + location.search);
      await takeOver(move[2]);
    } else {
      state.visitor = await persist(readVisitor);
    }
    lastRead = Date.now();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    await learnMore();
    state.problem = refusal;
    render();
  }
  if (state.status) {
    follow();
    live();
  }
}

const chosen = localStorage.getItem('language');
const here = new URL(location);
if (chosen && chosen !== language && !here.searchParams.has('lang')) {
  here.searchParams.set('lang', chosen);
  location.replace(here);
} else if (!globalThis.crypto?.subtle) {
  learnMore().then(() => {
    $('heading').textContent = say('insecure');
    $('text').textContent = say('insecure.text');
  });
} else {
  start();
}
