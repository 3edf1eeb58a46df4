import { call, Refusal } from '../app/http.js';
import { isGenuine, readCode } from './ticket-code.js';
import { facts, scans, type Direction, type WaitingScan } from './scan-store.js';
import { words } from './scan-words.js';

export interface StaffSession {
  token: string;
  expiresAt: number;
}

export interface GateEvent {
  id: string;
  title: string;
  startsAt: string;
  place: string;
  timezone: string;
}

/** What a scanner needs to decide alone. */
interface OfflineList {
  cancelled: string[];
  inside: string[];
}

/** What the steward is shown: green, red, or yellow for what somebody must look at. */
export interface Verdict {
  color: 'green' | 'red' | 'yellow';
  title: string;
  detail: string;
}

const ANSWER_WITHIN_MILLIS = 3000;

/**
 * One gate of one event: decides by the core where there is network, and by the signature and the lists where there is
 * none. What was decided alone is sent later, under the same nonce however often it takes.
 */
export class Gate {
  #list: OfflineList = { cancelled: [], inside: [] };
  #key: JsonWebKey | undefined;
  #sending = false;

  constructor(readonly event: GateEvent, readonly session: StaffSession, readonly name: string) {}

  get #authorization(): Record<string, string> {
    return { Authorization: `Bearer ${this.session.token}` };
  }

  /** Learns the lists anew; without network those of the last time count. Refusals mean that this is not our event. */
  async refresh(): Promise<void> {
    this.#list = (await facts.get<OfflineList>(`list:${this.event.id}`)) ?? this.#list;
    this.#key = await facts.get<JsonWebKey>('key');
    try {
      const path = `/events/${encodeURIComponent(this.event.id)}/check-ins/offline-list`;
      this.#list = await call<OfflineList>('GET', path, { headers: this.#authorization });
      this.#key = await call<JsonWebKey>('GET', '/tickets/key.json');
      await facts.set(`list:${this.event.id}`, this.#list);
      await facts.set('key', this.#key);
    } catch (error) {
      if (!(error instanceof Refusal) || !error.passing) throw error;
    }
  }

  async figures(): Promise<{ tickets: number; inside: number }> {
    return call('GET', `/events/${encodeURIComponent(this.event.id)}/check-ins/figures`,
      { headers: this.#authorization });
  }

  async check(code: string, direction: Direction): Promise<Verdict> {
    const ticket = readCode(code);
    if (!ticket) return { color: 'red', title: words.noTicket, detail: words.noTicketText };
    if (ticket.event !== this.event.id) return { color: 'red', title: words.otherEvent, detail: words.otherEventText };
    const scan: WaitingScan = {
      nonce: crypto.randomUUID(), event: this.event.id, ticket: code, gate: this.name, direction,
      at: new Date().toISOString(), label: ticket.seat,
    };
    try {
      const accepted = await this.#send(scan, ANSWER_WITHIN_MILLIS);
      return this.#passed(ticket.ticket, direction, accepted.seat.label, accepted.category);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!error.passing) return { color: 'red', title: error.message, detail: error.detail };
    }
    return this.#checkAlone(code, ticket.ticket, ticket.seat, scan);
  }

  async #checkAlone(code: string, ticket: string, seat: string, scan: WaitingScan): Promise<Verdict> {
    const genuine = this.#key ? await isGenuine(code, this.#key) : 'unknown';
    if (genuine === 'no') return { color: 'red', title: words.noTicket, detail: words.noTicketText };
    if (this.#list.cancelled.includes(ticket)) return { color: 'red', title: words.cancelled, detail: words.cancelledText };
    const inside = this.#list.inside.includes(ticket);
    if (inside && scan.direction === 'IN') return { color: 'red', title: words.alreadyIn, detail: words.alreadyInText };
    if (!inside && scan.direction === 'OUT') return { color: 'yellow', title: words.notIn, detail: words.notInText };
    await scans.add(scan);
    const verdict = this.#passed(ticket, scan.direction, seat, words.withoutNetwork);
    await facts.set(`list:${this.event.id}`, this.#list);
    return genuine === 'yes' ? verdict : { color: 'yellow', title: words.unchecked, detail: words.uncheckedText(seat) };
  }

  #passed(ticket: string, direction: Direction, seat: string, detail: string): Verdict {
    const others = this.#list.inside.filter((id) => id !== ticket);
    this.#list = { ...this.#list, inside: direction === 'IN' ? [...others, ticket] : others };
    return { color: 'green', title: direction === 'IN' ? words.letIn : words.letOut, detail: `${seat} · ${detail}` };
  }

  /** Sends what waited. What the core refuses afterwards is told: somebody got in who should not have. */
  async sendWaiting(): Promise<string[]> {
    if (this.#sending) return [];
    this.#sending = true;
    const refused: string[] = [];
    try {
      for (const scan of await scans.all()) {
        try {
          await this.#send(scan, 20_000);
        } catch (error) {
          if (!(error instanceof Refusal) || error.passing || error.status === 401) break;
          refused.push(`${scan.label}: ${error.message}`);
        }
        await scans.remove(scan.nonce);
      }
    } finally {
      this.#sending = false;
    }
    return refused;
  }

  #send({ ticket, gate, direction, nonce, at }: WaitingScan, withinMillis: number) {
    return call<{ seat: { label: string }; category: string }>('POST', '/check-ins', {
      body: { ticket, gate, direction, nonce, at }, headers: this.#authorization, withinMillis,
    });
  }
}
