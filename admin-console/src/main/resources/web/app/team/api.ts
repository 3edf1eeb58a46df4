/** What the ticketing core tells of an organization, as far as these pages use it. */

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type MemberRole = 'organizer' | 'steward';

export interface Organization {
  id: string;
  name: string;
  role: 'admin' | MemberRole;
  secondFactorRequired: boolean;
}

export interface Member {
  id: string;
  name: string;
  email: string;
  role: MemberRole;
  invited: boolean;
}

export interface ApiToken {
  id: string;
  name: string;
  role: MemberRole;
  madeBy: string;
  madeAt: string;
  expiresAt: string;
  lastUsedAt?: string;
  revokedAt?: string;
}

export interface Webhook {
  id: string;
  url: string;
  description: string;
  eventTypes: string[];
  createdAt: string;
  failingSince?: string | null;
  disabledAt?: string | null;
  disabledReason?: 'FAILING' | 'GONE' | 'BY_STAFF' | null;
}

export type DeliveryState = 'PENDING' | 'DELIVERED' | 'GIVEN_UP';

export interface Delivery {
  message: string;
  type: string;
  state: DeliveryState;
  attempts: number;
  createdAt: string;
  nextAttemptAt?: string | null;
}

export interface DeliveryFile {
  delivery: Delivery;
  payload: unknown;
  log: { at: string; outcome: string; status?: number | null; tookMillis: number }[];
}

export interface CustomerRecord {
  email: string;
  at: string;
  orders: { code: string; eventId: string; event: string; startsAt: string; state: string; seats: number }[];
  ticketsFromOthers: unknown[];
  waitingLists: unknown[];
}

export interface Erasure {
  erased: string[];
  kept: { order: string; reason: 'pending' | 'upcoming' }[];
}

export const ofOrganization = (organization: string, rest = ''): string =>
  `/ticketing/organizations/${encodeURIComponent(organization)}${rest}`;
