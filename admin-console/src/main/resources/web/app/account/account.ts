/** An account as its owner sees it. */
export interface Account {
  id: string;
  name: string;
  email: string;
  admin: boolean;
  hasPassword: boolean;
  /** Role by organization. */
  organizations: Record<string, 'organizer' | 'steward'>;
  secondFactor: { on: boolean; since?: string; required: boolean; recoveryCodesLeft: number };
}

/** What an authenticator app needs. */
export interface SetUp {
  secret: string;
  uri: string;
  /** Rows of a square; 1 is dark. */
  qr: string[];
}

export const me = '/ticketing/staff/me';
