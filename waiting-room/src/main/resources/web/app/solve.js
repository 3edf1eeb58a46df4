// The work a browser may be asked for before it joins; fetched by those who are asked.

const encode = (text) => new TextEncoder().encode(text);

/** Finds nonces whose hashes begin with enough zero bits; lets the page breathe every few hundred. */
export async function solve({ token, salt, count, bits }, progress) {
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
    progress(Math.round((100 * (i + 1)) / count));
  }
  return { token, nonces };
}
