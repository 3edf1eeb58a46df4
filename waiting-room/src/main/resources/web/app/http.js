// Requests, and the patience of many fans at once.

import { trouble } from './view.js';

export const sleep = (millis) => new Promise((done) => setTimeout(done, millis));
export const jitter = (millis) => millis * (0.8 + 0.4 * Math.random());

/** `again`: after how many ms trying again makes sense, if it does. */
export class Refusal extends Error {
  constructor(status, body, again) {
    super(body.title);
    Object.assign(this, { status, body, again, code: body.code ?? '' });
  }
}

export async function call(method, path, { body, headers } = {}) {
  let response;
  try {
    response = await fetch(path.startsWith('/api/') ? path : `/api/waiting-room${path}`, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout?.(15_000),
    });
  } catch {
    throw new Refusal(0, {}, 0);
  }
  // Not every answer is JSON: a proxy's own error page, or none. Its status says enough.
  const content = await response.json().catch(() => ({}));
  if (response.ok) return { status: response.status, body: content };
  const wait = content.retryAfterMillis ?? Number(response.headers.get('retry-after')) * 1000;
  const passing = response.status >= 500 || response.status === 429 || response.status === 425;
  throw new Refusal(response.status, content, passing || wait ? wait || 0 : undefined);
}

/** How long to wait after a failure: ever longer, never all fans at once. */
export const patience = (refusal, failures) =>
  jitter(Math.max(refusal.again, Math.min(30_000, 1000 * 2 ** failures)));

/** Ends a pause early: the connection is back. */
let hurry = () => {};
addEventListener('online', () => hurry());

/** Repeats what failed for a passing reason. */
export async function persist(work) {
  for (let failures = 0; ; failures++) {
    try {
      const result = await work();
      trouble(null);
      return result;
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.again === undefined) throw refusal;
      if (refusal.status !== 425) trouble(refusal);
      await Promise.race([sleep(patience(refusal, failures)), new Promise((done) => (hurry = done))]);
    }
  }
}
