// What the page knows. Everything shown is a function of it; see scenes.js.

export const eventId = decodeURIComponent(location.pathname.split('/')[2] ?? '');

export const state = {
  release: null,
  status: null, // the same for everybody
  visitor: null, // null: not joined
  atGate: false, // claimed, and the hall is full for the moment
  problem: null, // a refusal that needs the fan
  askCode: false,
  wish: null, // join, claim, leave: what the fan asked for
  clock: 0, // the server's minus ours
};

export const now = () => Date.now() + state.clock;
export const parse = (time) => (time ? Date.parse(time) : NaN);
export const releasePath = (rest = '') => `/releases/${encodeURIComponent(state.release.id)}${rest}`;
export const gaveUp = () => `queue:${state.release.id}:left`;

export const mayJoin = () => ['LOBBY', 'DRAWING', 'OPEN', 'HELD'].includes(state.status.phase);
export const isCalled = () => state.visitor?.state === 'CALLED'
  || (state.visitor?.state === 'WAITING' && state.visitor.place <= state.status.serving);
export const isSoldOut = () => state.status.tiers?.length > 0 && state.status.tiers.every(({ left }) => left <= 0);
