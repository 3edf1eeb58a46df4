// The queue page's one module. A single loop reads the fan's own place, joins and claims; the public status comes by
// server-sent events, by polling where they fail. Everything shown is a function of `state`; see scene().

const eventId = decodeURIComponent(location.pathname.split('/')[2] ?? '');
const $ = (id) => document.getElementById(id);
const sleep = (millis) => new Promise((done) => setTimeout(done, millis));
const jitter = (millis) => millis * (0.8 + 0.4 * Math.random());
const parse = (time) => (time ? Date.parse(time) : NaN);

const state = {
  release: null,
  status: null, // the same for everybody
  visitor: null, // null: not joined
  atGate: false, // claimed, and the hall is full for the moment
  problem: null, // a refusal that needs the fan
  askCode: false,
  wish: null, // join, claim, leave: what the fan asked for
  clock: 0, // the server's minus ours
};
const now = () => Date.now() + state.clock;

// HTTP

/** What a person can read; `again`: after how many ms trying again makes sense, if it does. */
class Refusal extends Error {
  constructor(status, body, again) {
    super(body.title ?? 'That did not work');
    Object.assign(this, { status, body, again, code: body.code ?? '', detail: body.detail ?? '' });
  }
}

async function call(method, path, { body, headers } = {}) {
  let response;
  try {
    response = await fetch(`/api/waiting-room${path}`, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout?.(15_000),
    });
  } catch {
    throw new Refusal(0, { detail: 'The connection failed.' }, 0);
  }
  // Not every answer is JSON: a proxy's own error page, or none. Its status says enough.
  const content = await response.json().catch(() => ({}));
  if (response.ok) return { status: response.status, body: content };
  const wait = content.retryAfterMillis ?? Number(response.headers.get('retry-after')) * 1000;
  const passing = response.status >= 500 || response.status === 429 || response.status === 425;
  throw new Refusal(response.status, content, passing || wait ? wait || 0 : undefined);
}

/** Repeats what failed for a passing reason: ever more slowly, never all fans at once. */
async function persist(work) {
  for (let failures = 0; ; failures++) {
    try {
      const result = await work();
      trouble(null);
      return result;
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.again === undefined) throw refusal;
      if (refusal.status !== 425) trouble(refusal);
      await sleep(jitter(Math.max(refusal.again, Math.min(30_000, 1000 * 2 ** failures))));
    }
  }
}

// The device's key and its proofs (RFC 9449)

const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const encode = (text) => new TextEncoder().encode(text);

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Not extractable, outlives reloads. Another tab may store one first: the first wins. */
async function loadKey() {
  const fresh = () =>
    crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  try {
    const opening = indexedDB.open('ticket-keys', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
    const database = await answer(opening);
    const keys = () => database.transaction('keys', 'readwrite').objectStore('keys');
    const known = await answer(keys().get('device'));
    if (known) return known;
    const pair = await fresh();
    const store = keys();
    const first = await answer(store.get('device'));
    if (!first) await answer(store.put(pair, 'device'));
    return first ?? pair;
  } catch {
    // Some private windows have no store; the place then lives as long as this tab.
    return fresh();
  }
}

let deviceKey;
const key = () => (deviceKey ??= loadKey());

async function publicKey() {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', (await key()).publicKey);
  return { kty, crv, x, y };
}

async function proof(method, path) {
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: await publicKey() };
  const claims = {
    htm: method,
    htu: `${location.origin}/api/waiting-room${path}`,
    iat: Math.floor(now() / 1000),
    jti: base64url(crypto.getRandomValues(new Uint8Array(16))),
  };
  const input = [header, claims].map((part) => base64url(encode(JSON.stringify(part)))).join('.');
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, (await key()).privateKey, encode(input));
  return `${input}.${base64url(signature)}`;
}

/** Finds nonces whose hashes begin with enough zero bits; lets the page breathe every few hundred. */
async function solve({ token, salt, count, bits }) {
  const nonces = [];
  for (let i = 0; i < count; i++) {
    for (let nonce = 0; ; nonce += 256) {
      const tried = await Promise.all(Array.from({ length: 256 }, async (_, n) => {
        const hash = await crypto.subtle.digest('SHA-256', encode(`${salt}:${i}:${nonce + n}`));
        const view = new DataView(hash);
        const zeros = Math.clz32(view.getUint32(0));
        return (zeros < 32 ? zeros : 32 + Math.clz32(view.getUint32(4))) >= bits;
      }));
      const found = tried.indexOf(true);
      if (found >= 0) {
        nonces.push(String(nonce + found));
        break;
      }
    }
    busy(`Checking your browser, ${Math.round((100 * (i + 1)) / count)} %.`);
  }
  return { token, nonces };
}

// What happens

const releasePath = (rest = '') => `/releases/${encodeURIComponent(state.release.id)}${rest}`;
const gaveUp = () => `queue:${state.release.id}:left`;

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

/** Two steps: the first answer brings the cookie, the second one, a moment later, the place. */
async function join() {
  const request = { key: await publicKey() };
  const code = $('code').value.trim();
  if (code) request.accessCode = code;
  busy('Taking your place in the queue.');
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const { status, body } = await persist(() => call('POST', releasePath('/visitors'), { body: request }));
      if (status !== 202) return joined(body);
      await sleep(body.retryAfterMillis ?? 1000);
    } catch (refusal) {
      if (refusal.code !== 'challenge-required') throw refusal;
      request.solution = await solve(refusal.body.challenge);
    }
  }
  throw new Refusal(0, { title: 'Joining did not work', detail: 'Does this browser accept our cookies?' });
}

function joined(visitor) {
  localStorage.removeItem(gaveUp());
  Object.assign(state, { visitor, askCode: false, atGate: false, problem: null });
}

async function claim() {
  const path = releasePath('/visitors/me/admission');
  busy('Opening the door.');
  try {
    const { status, body } = await call('POST', path, { headers: { DPoP: await proof('POST', path) } });
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
  busy('Giving up your place.');
  await call('DELETE', releasePath('/visitors/me'));
  localStorage.setItem(gaveUp(), '1');
  sessionStorage.removeItem(`admission:${eventId}`);
  Object.assign(state, { visitor: { state: 'LEFT' }, atGate: false, wish: null });
}

const mayJoin = () => ['LOBBY', 'DRAWING', 'OPEN', 'HELD'].includes(state.status.phase);
const isCalled = () => state.visitor?.state === 'CALLED'
  || (state.visitor?.state === 'WAITING' && state.visitor.place <= state.status.serving);
const comesBy = () => !state.visitor && !localStorage.getItem(gaveUp()) && !state.problem && !state.askCode;

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
  if (invited && (state.wish === 'claim' || !(document.hidden || state.problem))) return claim();
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
        pause = jitter(Math.max(refusal.again, Math.min(30_000, 1000 * 2 ** failures++)));
      } else {
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

async function follow() {
  let source;
  for (;;) {
    if (!source || source.readyState === EventSource.CLOSED) {
      source = new EventSource(`/api/waiting-room${releasePath('/stream')}`);
      source.addEventListener('status', ({ data }) => learn(JSON.parse(data)));
    }
    await sleep(jitter(Math.max(state.status.nextPollMillis ?? 2000, document.hidden ? 30_000 : 2000)));
    if (source.readyState === EventSource.OPEN) {
      continue;
    }
    learn((await persist(() => call('GET', releasePath('/status')))).body);
  }
}

// What the fan sees

const locale = navigator.languages?.find((language) => language.startsWith('en')) ?? 'en-GB';
const number = new Intl.NumberFormat(locale);
const when = (time) => new Date(time).toLocaleString(locale, { dateStyle: 'full', timeStyle: 'short' });
const peopleAhead = () => {
  const { ahead, place } = state.visitor;
  return Math.max(0, Math.min(ahead ?? Infinity, place - state.status.serving - 1));
};

function waitInWords({ low, high } = {}) {
  if (high == null) return 'We cannot say yet';
  const minutes = [low, high].map((seconds) => Math.max(1, Math.ceil(seconds / 60)));
  if (high < 60) return 'Less than a minute';
  return minutes[0] === minutes[1] ? `About ${minutes[0]} min` : `${minutes[0]} to ${minutes[1]} min`;
}

const again = { label: 'Join again at the end', wish: 'join' };
const toEvent = { label: 'See the concert', href: `/events/${encodeURIComponent(eventId)}` };

const visitorScenes = {
  LOBBY: () => ({
    heading: 'You are in the lobby',
    text: state.release.policy === 'DRAW'
      ? 'When the doors open, everybody here gets a place by lot. Coming earlier makes no difference: relax.'
      : 'The doors open soon. Your place is kept.',
    until: state.release.opensAt,
    figures: state.visitor.place != null,
    mayLeave: true,
  }),
  WAITING: () => (state.status.phase === 'LOBBY' ? visitorScenes.LOBBY() : {
    heading: state.status.paused ? 'The queue is paused' : 'You are in the queue',
    text: state.status.paused
      ? `${state.status.reason || 'The organizer stopped it for a moment.'} Nobody overtakes you; your place is kept.`
      : 'Keep this page open. We take you to the seats as soon as it is your turn.',
    figures: true,
    mayLeave: true,
  }),
  CALLED: () => (state.atGate ? {
    heading: 'You are at the door',
    text: 'It is your turn. The hall is full for the moment; you are let in as soon as somebody leaves.',
    called: true,
    mayLeave: true,
  } : {
    heading: 'It is your turn!',
    text: 'Go in before the time is up; then the turn passes to the next fan.',
    until: state.visitor.claimBy,
    called: true,
    primary: { label: 'Go to the seats', wish: 'claim' },
    mayLeave: true,
  }),
  ADMITTED: () => ({
    heading: 'You are in',
    text: 'Your seats are waiting to be chosen. The way in is open on this device.',
    called: true,
    primary: { label: 'Go to the seats', wish: 'claim' },
    mayLeave: true,
  }),
  REVIEW: () => ({
    heading: 'We are having a closer look',
    text: 'Something about this visit is unusual. Your place is kept while somebody checks it.',
    mayLeave: true,
  }),
  EXPIRED: () => ({
    heading: 'Your turn has passed',
    text: 'We called you, and you did not come in time; the turn went to the next fan. You can join again at the end.',
    primary: again,
  }),
  LEFT: () => ({
    heading: 'You gave up your place',
    text: 'The next fan moved up. If you change your mind, you can join again at the end.',
    primary: again,
    link: toEvent,
  }),
  DONE: () => ({
    heading: 'Your visit is over',
    text: 'You bought your tickets, or your time for choosing seats is over. Tickets are in your mail.',
    primary: again,
    link: toEvent,
  }),
};

/** What to show, as plain data. */
function scene() {
  const { release, status, visitor, problem } = state;
  if (release === null) {
    return { heading: 'Nothing to wait for', text: 'This concert has no waiting room at the moment.', link: toEvent };
  }
  if (problem && !state.askCode) {
    const wish = problem.wish ?? (visitor ? null : 'join');
    return { heading: problem.message, text: problem.detail, primary: { label: 'Try again', wish }, link: toEvent };
  }
  if (status.phase === 'CLOSED' && !['CALLED', 'ADMITTED', 'DONE'].includes(visitor?.state)) {
    return { heading: 'The queue is closed', text: status.reason || 'Nobody is let in any more. Thank you for waiting.',
      link: toEvent };
  }
  if (state.askCode) {
    return { heading: 'You need an access code', text: problem ? `${problem.message}. ${problem.detail}`
      : 'This queue is for fans with a code. Type it as it stands in your mail.', askCode: true,
      primary: { label: 'Join the queue', wish: 'join' } };
  }
  if (visitor) return visitorScenes[isCalled() ? 'CALLED' : visitor.state]();
  if (status.phase === 'SCHEDULED') {
    const opens = release.lobbyOpensAt ?? release.opensAt;
    return { heading: 'The queue is not open yet', text: `It opens on ${when(opens)}. Leave this page open and you are `
      + 'taken in by itself.', until: opens, link: toEvent };
  }
  if (status.phase === 'DRAINING') {
    return { heading: 'The queue takes nobody new', text: status.reason || 'Those who wait are still let in.', link: toEvent };
  }
  if (localStorage.getItem(gaveUp())) return visitorScenes.LEFT();
  return { heading: 'One moment, please', text: 'You are being given a place.' };
}

const text = (id, content = '') => {
  const target = $(id);
  if (target.textContent !== content) target.textContent = content;
  return target;
};
const show = (id, visible) => ($(id).hidden = !visible);
const busy = (words) => {
  text('note', words);
  show('note', words !== '');
};

function render() {
  if (state.release && !state.status) return;
  const { heading, text: words, until, figures, called, primary, link, mayLeave, askCode } = scene();
  text('heading', heading);
  text('text', words);
  $('card').classList.toggle('called', Boolean(called));
  deadline = parse(until);
  tick();
  show('figures', figures);
  show('code-form', askCode);
  show('primary', primary);
  text('primary', primary?.label).onclick = primary ? () => ask(primary.wish) : null;
  show('link', link);
  if (link) text('link', link.label).href = link.href;
  show('leave', mayLeave);
  const ahead = figures && state.visitor.place != null ? peopleAhead() : null;
  renderFigures(ahead);
  renderHouse();
  document.title = [called ? '● Your turn' : ahead === null ? heading : `${number.format(ahead)} ahead`,
    state.release?.title].filter(Boolean).join(' · ');
  announce(heading, words, ahead);
}

function renderFigures(ahead) {
  show('progress', ahead !== null && state.status.phase !== 'LOBBY');
  if (ahead === null) return;
  const memory = `queue:${state.release.id}:${state.visitor.place}`;
  const most = Math.max(ahead, Number(sessionStorage.getItem(memory)) || 0, 1);
  sessionStorage.setItem(memory, most);
  $('progress').value = Math.round(1000 * (1 - ahead / most));
  text('place', number.format(state.visitor.place));
  text('ahead', ahead === 0 ? 'Nobody' : number.format(ahead));
  text('wait', state.status.paused ? 'Paused' : waitInWords(state.visitor.waitSeconds ?? undefined));
}

/** What concerns everybody: the concert's name, the organizer's words, what is left. */
function renderHouse() {
  if (!state.release) return;
  text('event', state.release.title);
  show('message', state.status.message);
  text('message-text', state.status.message ?? '');
  const tiers = state.status.tiers ?? [];
  show('tiers', tiers.length);
  $('tiers-list').replaceChildren(...tiers.map(({ name, from, left }) => {
    const row = document.createElement('li');
    const money = from && new Intl.NumberFormat(locale, { style: 'currency', currency: from.currency });
    const digits = money?.resolvedOptions().maximumFractionDigits;
    for (const part of [money ? `${name}, from ${money.format(from.amount / 10 ** digits)}` : name,
      left > 0 ? `${number.format(left)} left` : 'sold out']) {
      row.append(Object.assign(document.createElement('span'), { textContent: part }));
    }
    return row;
  }));
}

let deadline = NaN;
function tick() {
  const seconds = Math.max(0, Math.ceil((deadline - now()) / 1000));
  show('countdown', !Number.isNaN(deadline));
  if (Number.isNaN(deadline)) return;
  const parts = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const days = Math.floor(seconds / 86_400);
  const clock = parts.map((part) => String(part).padStart(2, '0')).join(':').replace(/^00:/, '');
  text('countdown', days > 0 ? `${days} d ${clock}` : clock);
}

let said = '';
let saidAt = 0;
/** Speaks when something changed, and about the way through the queue once a minute at most. */
function announce(heading, words, ahead) {
  const changed = said !== heading;
  if (!changed && (ahead === null || Date.now() - saidAt < 60_000)) return;
  said = heading;
  saidAt = Date.now();
  const progress = ahead === null ? '' : ` People ahead: ${$('ahead').textContent}. Wait: ${$('wait').textContent}.`;
  text('live', (changed ? `${heading}. ${words}` : '') + progress);
}

function trouble(refusal) {
  show('trouble', refusal);
  if (!refusal) return;
  const safe = state.visitor ? 'Your place is safe.' : 'Nothing is lost.';
  text('trouble-text', `${[refusal.detail, safe].filter(Boolean).join(' ')} We keep trying; you need not reload.`);
}

// Start

$('code-form').onsubmit = (submission) => {
  submission.preventDefault();
  ask('join');
};
$('leave').onclick = () => $('leave-dialog').showModal();
$('leave-dialog').onclose = ({ target }) => target.returnValue === 'leave' && ask('leave');
document.addEventListener('visibilitychange', () => !document.hidden && wake());
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
setInterval(tick, 1000);

if (!globalThis.crypto?.subtle) {
  text('heading', 'This page needs a secure connection');
  text('text', 'Open it with https:// in front of the address; the key that proves your place is made only then.');
} else {
  try {
    state.release = await persist(findRelease);
    if (state.release) {
      state.status = (await persist(() => call('GET', releasePath('/status')))).body;
      learn(state.status);
      state.visitor = await persist(readVisitor);
      lastRead = Date.now();
      follow();
      live();
    }
  } catch (refusal) {
    state.problem = refusal;
  }
  if (state.release === null || state.problem) render();
}
