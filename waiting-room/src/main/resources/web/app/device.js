// The device's key, and what it proves (RFC 9449).

import { now } from './state.js';

export const base64url = (bytes) =>
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

export async function publicKey() {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', (await key()).publicKey);
  return { kty, crv, x, y };
}

export async function proof(method, path) {
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
