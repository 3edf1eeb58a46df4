export type Role = 'admin' | 'organizer' | 'steward';

/** Who is signed in, as the console's backend tells it. */
export interface Session {
  email?: string;
  staffId?: string;
  roles: Role[];
  /** Role by organization; empty for an admin, who may act for all. */
  organizations: Record<string, Role>;
  expiresAt: string;
  formToken: string;
}

let current: Session | undefined;

/** The session; known before any page is shown. */
export function session(): Session {
  if (!current) throw new Error('no session yet');
  return current;
}

export const formToken = (): string => current?.formToken ?? '';

export const isAdmin = (): boolean => current?.roles.includes('admin') ?? false;

/** Whether the reader has one of the roles anywhere; the services decide once more, for each organization. */
export const has = (roles: readonly Role[] | undefined): boolean =>
  roles === undefined || roles.some((role) => current?.roles.includes(role));

/** Whether the reader organizes for this organization. */
export const organizes = (organization: string): boolean =>
  isAdmin() || current?.organizations[organization] === 'organizer';

export function signedIn(session: Session): void {
  current = session;
}

/** To the sign-in page and back here afterwards. */
export function signInAgain(): void {
  location.assign(`/admin/login?next=${encodeURIComponent(location.pathname + location.search)}`);
}
