import { readTagged, send } from '../http.js';
import { bodyOf, differences, type Change, type Policy, type PolicyBody, type Trial } from './defense-data.js';

const kept = 'policy-draft';

/**
 * What an admin is about to make of the policy, the same on all pages of the defense. It is kept in this tab until it is
 * put in force or thrown away, and knows which version it was made from.
 */
export class Draft extends EventTarget {
  current?: Policy;
  tag = '';
  #body?: PolicyBody;

  /** The draft; the policy in force while there is none. */
  get body(): PolicyBody | undefined {
    return this.#body ?? (this.current && bodyOf(this.current));
  }

  get changes(): Change[] {
    return this.current && this.#body ? differences(bodyOf(this.current), this.#body) : [];
  }

  async load(): Promise<void> {
    const { value, tag } = await readTagged<Policy>('/waiting-room/defense/policy');
    this.current = value;
    this.tag = tag;
    const stored = sessionStorage.getItem(kept);
    if (stored && !this.#body) {
      const { version, body } = JSON.parse(stored) as { version: number; body: PolicyBody };
      this.#body = version === value.version ? body : undefined;
    }
    this.#tell();
  }

  change(body: PolicyBody): void {
    this.#body = body;
    sessionStorage.setItem(kept, JSON.stringify({ version: this.current?.version, body }));
    this.#tell();
  }

  throwAway(): void {
    this.#body = undefined;
    sessionStorage.removeItem(kept);
    this.#tell();
  }

  try(decisions: number): Promise<Trial> {
    return send<Trial>('POST', '/waiting-room/defense/policy/trial', { policy: this.body, decisions });
  }

  /** Refused with 412 when somebody put another one in force meanwhile. */
  async put(comment: string): Promise<Policy> {
    const policy = await send<Policy>('PUT', '/waiting-room/defense/policy', { ...this.body, comment }, { ifMatch: this.tag });
    this.throwAway();
    await this.load();
    return policy;
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

export const draft = new Draft();
