import { language } from './language.js';
import { problemWords } from './problem-words.js';
import { formToken, signInAgain } from './session.js';

/** What is wrong with one value of a request. */
export interface Violation {
  at: string;
  message: string;
}

/** A refusal a person can read: the problem document of an answer, or a connection that failed. */
export class Refusal extends Error {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly violations: Violation[];

  constructor(readonly status: number, readonly body: Record<string, any>) {
    const known = problemWords.known[body.code];
    super(known?.[0] ?? body.title ?? problemWords.failed);
    this.title = this.message;
    this.code = body.code ?? '';
    this.detail = known?.[1] ?? body.detail ?? '';
    this.violations = Array.isArray(body.violations) ? body.violations : [];
  }

  /** Worth trying again without anybody changing anything. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export interface SendOptions {
  ifMatch?: string;
  idempotencyKey?: string;
  contentType?: string;
}

export const api = '/admin/api';

const patienceMillis = 130_000;

export async function ask(method: string, path: string, body?: unknown, options: SendOptions = {}): Promise<Response> {
  const raw = typeof body === 'string' || body instanceof Blob;
  const headers: Record<string, string> = { 'accept': 'application/json, */*;q=0.5', 'accept-language': language };
  if (method !== 'GET') headers['x-form-token'] = formToken();
  if (body !== undefined) headers['content-type'] = options.contentType ?? 'application/json';
  if (options.ifMatch) headers['if-match'] = options.ifMatch;
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  let response: Response;
  try {
    response = await fetch(api + path, {
      method, headers, body: body === undefined ? undefined : raw ? body as BodyInit : JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMillis),
    });
  } catch {
    throw new Refusal(0, { title: problemWords.noConnection, detail: problemWords.noConnectionText, code: 'no-connection' });
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

async function refusal(response: Response): Promise<Refusal> {
  let problem: Record<string, any> = {};
  try {
    problem = await response.json();
  } catch {
    // no document: the status has to do
  }
  if (response.status === 401) signInAgain();
  return new Refusal(response.status, problem);
}

async function document<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Reads; the path is below {@link api}, such as /ticketing/venues. Throws a {@link Refusal}. */
export async function read<T = any>(path: string): Promise<T> {
  return document<T>(await ask('GET', path));
}

/** Reads together with the tag that a change of it must show as `ifMatch`. */
export async function readTagged<T = any>(path: string): Promise<{ value: T; tag: string }> {
  const response = await ask('GET', path);
  return { tag: response.headers.get('etag') ?? '', value: await document<T>(response) };
}

/** Reads a list to its end, page by page; at most a few thousand items. */
export async function readAll<T = any>(path: string, most = 2000): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = '';
  while (after !== null && items.length < most) {
    const page: { items: T[]; next: string | null } = await read(
      `${path}${path.includes('?') ? '&' : '?'}limit=200${after ? `&after=${encodeURIComponent(after)}` : ''}`);
    items.push(...page.items);
    after = page.next;
  }
  return items;
}

/** Writes; answers what JSON comes back. Throws a {@link Refusal}. */
export async function send<T = any>(method: string, path: string, body?: unknown, options: SendOptions = {}): Promise<T> {
  return document<T>(await ask(method, path, body, options));
}

/** Fetches a file and hands it to the reader under the given name. */
export async function download(path: string, name: string): Promise<void> {
  const blob = await (await ask('GET', path)).blob();
  save(blob, name);
}

/** Hands the reader a file that was made here. */
export function save(blob: Blob, name: string): void {
  const link = Object.assign(window.document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
