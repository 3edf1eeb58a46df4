import { now } from './http.js';

/*
 * The device's key: P-256, not extractable, kept in IndexedDB where the queue page finds it too. With it the browser
 * proves (RFC 9449) that a token or a session is used by the device it was given to.
 */
const base64url = (bytes: ArrayBuffer | Uint8Array): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const encode = (text: string) => new TextEncoder().encode(text);

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const freshKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);

/** Another tab may store a key first: whoever is first wins. */
async function loadKey(): Promise<CryptoKeyPair> {
  try {
    const opening = indexedDB.open('ticket-keys', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
    const database = await answer(opening);
    const keys = () => database.transaction('keys', 'readwrite').objectStore('keys');
    const known = await answer(keys().get('device'));
    if (known) return known;
    const pair = await freshKey();
    const store = keys();
    const first = await answer(store.get('device'));
    if (!first) await answer(store.put(pair, 'device'));
    return first ?? pair;
  } catch {
    // Some private windows have no store. The session then lives as long as this page.
    return freshKey();
  }
}

let loading: Promise<CryptoKeyPair> | undefined;
const deviceKey = () => (loading ??= loadKey());

export async function publicKey(): Promise<JsonWebKey> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', (await deviceKey()).publicKey);
  return { kty, crv, x, y };
}

/** A proof for one request; `secret` is the token or session it belongs to. */
export async function proof(method: string, path: string, secret: string): Promise<string> {
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: await publicKey() };
  const claims = {
    htm: method,
    htu: `${location.origin}/api/ticketing${path}`,
    iat: Math.floor(now() / 1000),
    jti: base64url(crypto.getRandomValues(new Uint8Array(16))),
    ath: base64url(await crypto.subtle.digest('SHA-256', encode(secret))),
  };
  const input = [header, claims].map((part) => base64url(encode(JSON.stringify(part)))).join('.');
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, (await deviceKey()).privateKey, encode(input));
  return `${input}.${base64url(signature)}`;
}
