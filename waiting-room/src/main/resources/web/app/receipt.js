// Checks a receipt in the fan's own browser: RFC 9162, sections 2.1.3.2 and 2.1.4.2, with WebCrypto. Nothing is asked of
// the server here.

const bytes = (text) => new TextEncoder().encode(text);
const fromHex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const toHex = (hash) => Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
const fromBase64url = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

async function hash(...parts) {
  const joined = Uint8Array.from(parts.flatMap((part) => Array.from(part)));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined));
}
const node = (left, right) => hash([1], left, right);

const isOdd = (number) => number % 2 === 1;
const half = (number) => Math.floor(number / 2);

/** The root that an entry at `index` of a tree of `size` entries leads to; null if the path is of another length. */
export async function rootByPath(leaf, index, size, path) {
  let [here, last, root] = [index, size - 1, await hash([0], bytes(leaf))];
  for (const sibling of path.map(fromHex)) {
    if (last === 0) return null;
    if (isOdd(here) || here === last) {
      root = await node(sibling, root);
      while (!isOdd(here) && here > 0) [here, last] = [half(here), half(last)];
    } else {
      root = await node(root, sibling);
    }
    [here, last] = [half(here), half(last)];
  }
  return last === 0 ? toHex(root) : null;
}

/** Whether the tree of `from` entries is the beginning of that of `to`. */
export async function continues(from, to, proof) {
  if (from.size === to.size) return from.root === to.root && proof.length === 0;
  if (from.size === 0) return true;
  let [here, last] = [from.size - 1, to.size - 1];
  while (isOdd(here)) [here, last] = [half(here), half(last)];
  const path = [...(here === 0 ? [from.root] : []), ...proof].map(fromHex);
  let [before, after] = [path[0], path[0]];
  if (!before) return false;
  for (const sibling of path.slice(1)) {
    if (last === 0) return false;
    if (isOdd(here) || here === last) {
      [before, after] = [await node(sibling, before), await node(sibling, after)];
      while (!isOdd(here) && here > 0) [here, last] = [half(here), half(last)];
    } else {
      after = await node(after, sibling);
    }
    [here, last] = [half(here), half(last)];
  }
  return last === 0 && toHex(before) === from.root && toHex(after) === to.root;
}

/** The name in the log is made of the visitor and a nonce that stands in the receipt alone. */
async function isMine({ leaf, visitor, nonce }) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', fromBase64url(nonce), algorithm, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(visitor))).slice(0, 20);
  const name = btoa(String.fromCharCode(...mac)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return leaf.split(' ')[2] === name;
}

const claimsOf = (jws) => JSON.parse(new TextDecoder().decode(fromBase64url(jws.split('.')[1])));

async function isSigned(jws, keys) {
  const [head, claims, signature] = jws.split('.');
  const { kid, typ } = JSON.parse(new TextDecoder().decode(fromBase64url(head)));
  const jwk = keys.find((candidate) => candidate.kid === kid);
  if (!jwk || typ !== 'tree-head+jwt') return false;
  const algorithm = jwk.kty === 'OKP' ? { name: 'Ed25519' } : { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const { kty, crv, x, y } = jwk;
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, ...(y && { y }) }, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, key, fromBase64url(signature), bytes(`${head}.${claims}`));
}

/** What holds of a receipt, by name. */
export async function verify(receipt, release, keys, before) {
  const claims = claimsOf(receipt.treeHead);
  const root = await rootByPath(receipt.leaf, receipt.index, receipt.treeSize, receipt.auditPath);
  const findings = {
    mine: await isMine(receipt),
    inside: root === claims.root && claims.size === receipt.treeSize,
    signed: claims.rel === release && (await isSigned(receipt.treeHead, keys)),
  };
  if (before) {
    const was = claimsOf(before.receipt.treeHead);
    findings.continues = await continues({ size: was.size, root: was.root }, { size: claims.size, root: claims.root },
      before.proof);
  }
  return findings;
}
