// What to show, as plain data, for everything that can be so.

import { eventId, gaveUp, isCalled, isSoldOut, state } from './state.js';
import { problemInWords, say, when } from './words.js';

const again = () => ({ label: say('again'), wish: 'join' });
const toEvent = () => ({ label: say('event'), href: `/events/${encodeURIComponent(eventId)}` });
const scene = (name, more) => ({ heading: say(name), text: say(`${name}.text`), ...more });

const toSeats = () => ({ called: true, primary: { label: say('seats'), wish: 'claim' }, mayLeave: true });

function waiting() {
  const { status } = state;
  const shared = { figures: true, mayLeave: true, mayMove: true };
  if (status.phase === 'LOBBY') return visitorScenes.LOBBY();
  if (status.paused) {
    return { ...scene('paused'), text: `${status.reason || say('paused.reason')} ${say('paused.text')}`, ...shared };
  }
  return scene(isSoldOut() ? 'soldout' : 'waiting', shared);
}

const visitorScenes = {
  LOBBY: () => scene('lobby', {
    text: say(state.release.policy === 'DRAW' ? 'lobby.draw' : 'lobby.text'),
    until: state.release.opensAt,
    figures: state.visitor.place != null,
    mayLeave: true,
    mayMove: true,
  }),
  WAITING: waiting,
  CALLED: () => (state.atGate
    ? scene('gate', { called: true, mayLeave: true })
    : scene('called', { until: state.visitor.claimBy, mayMove: true, ...toSeats() })),
  ADMITTED: () => scene('admitted', toSeats()),
  REVIEW: () => scene('review', { mayLeave: true }),
  EXPIRED: () => scene('expired', { primary: again() }),
  LEFT: () => scene('left', { primary: again(), link: toEvent() }),
  DONE: () => scene('done', { primary: again(), link: toEvent() }),
  MOVED: () => scene('moved', { link: toEvent() }),
};

export function currentScene() {
  const { release, status, visitor, problem } = state;
  if (release === null && !problem) return scene('none', { link: toEvent() });
  if (problem && !state.askCode) {
    const wish = problem.wish ?? (visitor ? null : 'join');
    const primary = ['denied', 'review-required'].includes(problem.code) ? { label: say('appeal'), wish: 'appeal' }
      : release && { label: say('retry'), wish };
    return { ...problemInWords(problem), primary, link: toEvent() };
  }
  if (status.phase === 'CLOSED' && !['CALLED', 'ADMITTED', 'DONE', 'MOVED'].includes(visitor?.state)) {
    return { ...scene('closed'), text: status.reason || say('closed.text'), link: toEvent() };
  }
  if (state.askCode) {
    const asked = problem ? problemInWords(problem) : { text: say('code.text') };
    return { heading: say('code'), text: asked.text, askCode: true, primary: { label: say('join'), wish: 'join' } };
  }
  if (visitor) return visitorScenes[isCalled() ? 'CALLED' : visitor.state]();
  if (status.phase === 'SCHEDULED') {
    const opens = release.lobbyOpensAt ?? release.opensAt;
    return { ...scene('scheduled'), text: say('scheduled.text', { time: when(opens) }), until: opens, link: toEvent() };
  }
  if (status.phase === 'DRAINING') {
    return { ...scene('draining'), text: status.reason || say('draining.text'), link: toEvent() };
  }
  if (localStorage.getItem(gaveUp())) return visitorScenes.LEFT();
  return scene('joining');
}
