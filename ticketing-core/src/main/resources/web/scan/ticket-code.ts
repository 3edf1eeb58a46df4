/** What a ticket's code says; see docs/tickets.md. */
export interface TicketCode {
  ticket: string;
  event: string;
  seat: string;
}

const PREFIX = 'TDS1.';
const UUID_BYTES = 16;
const SIGNATURE_BYTES = 64;

/** Whether a signature was checked, and with what result; a browser without Ed25519 cannot tell. */
export type Genuine = 'yes' | 'no' | 'unknown';

function bytesOf(code: string): Uint8Array<ArrayBuffer> | null {
  if (!code.startsWith(PREFIX)) return null;
  try {
    const text = atob(code.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    return bytes.length > UUID_BYTES + SIGNATURE_BYTES ? bytes : null;
  } catch {
    return null;
  }
}

/** What the code says, whether or not it is genuine; null for what is no ticket's code. */
export function readCode(code: string): TicketCode | null {
  const bytes = bytesOf(code);
  if (!bytes) return null;
  const hex = [...bytes.slice(0, UUID_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const ticket = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const words = new TextDecoder().decode(bytes.slice(UUID_BYTES, -SIGNATURE_BYTES));
  const end = words.indexOf('\n');
  return end < 0 ? null : { ticket, event: words.slice(0, end), seat: words.slice(end + 1) };
}

/** Checks the signature in this browser, without asking anybody. */
export async function isGenuine(code: string, key: JsonWebKey): Promise<Genuine> {
  const bytes = bytesOf(code);
  if (!bytes) return 'no';
  let verifier: CryptoKey;
  try {
    const { kty, crv, x } = key;
    verifier = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
  } catch {
    return 'unknown';
  }
  const prefix = new TextEncoder().encode(PREFIX);
  const signed = new Uint8Array([...prefix, ...bytes.slice(0, -SIGNATURE_BYTES)]);
  const good = await crypto.subtle.verify('Ed25519', verifier, bytes.slice(-SIGNATURE_BYTES), signed);
  return good ? 'yes' : 'no';
}
