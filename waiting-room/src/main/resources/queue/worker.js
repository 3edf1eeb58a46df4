// Solves puzzles beside the page: SHA-256 in plain script, because asking the browser for every small hash takes longer
// than the hash. What is hashed fits one block.

const K = new Int32Array(64);
const START = new Int32Array(8);

/** The constants of SHA-256 are the first fractional bits of roots of primes. */
function prepare() {
  let found = 0;
  for (let n = 2; found < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (found < 8) START[found] = fraction(n, 2);
    K[found++] = fraction(n, 3);
  }
}

/** The first 32 bits behind the point of a root, exactly: a double has too few for the longest. */
function fraction(n, root) {
  const wanted = BigInt(n) << BigInt(32 * root);
  let low = 0n;
  let high = 1n << 40n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** BigInt(root) <= wanted) low = middle;
    else high = middle - 1n;
  }
  return Number(low & 0xffffffffn) | 0;
}

const w = new Int32Array(64);

/** Leading zero bits of the hash of a block of text, up to 64. */
function zeros(text) {
  w.fill(0, 0, 16);
  for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
  w[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
  w[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
  }
  let a = START[0];
  let b = START[1];
  let c = START[2];
  let d = START[3];
  let e = START[4];
  let f = START[5];
  let g = START[6];
  let h = START[7];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  const first = (a + START[0]) | 0;
  return first ? Math.clz32(first) : 32 + Math.clz32((b + START[1]) | 0);
}

prepare();

/** Every `step`-th puzzle, from the first that is ours. */
addEventListener('message', ({ data: { salt, count, bits, first, step } }) => {
  for (let i = first; i < count; i += step) {
    let nonce = 0;
    while (zeros(`${salt}:${i}:${nonce}`) < bits) nonce++;
    postMessage({ i, nonce: String(nonce) });
  }
});
