import { has, type Role } from './session.js';

export type NavGroup = 'sell' | 'people' | 'steer' | 'system' | 'account';

/** A page of the console. */
export interface Page {
  /** Below /admin, with :names for what differs: /events/:event/sales. */
  path: string;
  /** The element that is the page; it gets what the names stand for as `params`. */
  element: string;
  title: () => string;
  /** Who may open it; left out: everybody. */
  roles?: readonly Role[];
  nav?: { group: NavGroup; order: number; icon: string; /** Goes there after "g". */ key?: string };
  /** Makes it a tab of the event that its path names. */
  tab?: { of: 'event'; order: number };
}

export interface Place {
  page: Page;
  params: Record<string, string>;
}

interface Route {
  page: Page;
  form: RegExp;
  names: string[];
}

const routes: Route[] = [];

export function register(page: Page): void {
  const names = [...page.path.matchAll(/:(\w+)/g)].map((found) => found[1]!);
  routes.push({ page, names, form: new RegExp(`^${page.path.replace(/:\w+/g, '([^/]+)')}/?$`) });
  // A path without names wins over one that would read its words as a name.
  routes.sort((one, other) => one.names.length - other.names.length);
}

/** The page at an address of this site, if there is one. */
export function find(pathname: string): Place | undefined {
  const path = pathname.replace(/^\/admin(?=\/|$)/, '') || '/';
  for (const { page, form, names } of routes) {
    const found = form.exec(path);
    if (found) {
      return { page, params: Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(found[i + 1]!)])) };
    }
  }
  return undefined;
}

export const open = (page: Page): boolean => has(page.roles);

/** The pages of the menu that the reader may open, in their order. */
export const menu = (group: NavGroup): Page[] => routes.map(({ page }) => page)
  .filter((page) => page.nav?.group === group && open(page))
  .sort((one, other) => one.nav!.order - other.nav!.order);

/** The tabs of an event that the reader may open, in their order. */
export const tabs = (of: 'event'): Page[] => routes.map(({ page }) => page)
  .filter((page) => page.tab?.of === of && open(page))
  .sort((one, other) => one.tab!.order - other.tab!.order);

/** The pages that a "g" and another key lead to. */
export const shortcuts = (): Page[] => routes.map(({ page }) => page).filter((page) => page.nav?.key && open(page));

/** The address of a page, with its names filled in. */
export const address = (page: Page, params: Record<string, string> = {}): string =>
  `/admin${page.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}`;

/** Opens an address of the console as a link would. */
export function go(path: string): void {
  history.pushState(null, '', path);
  window.dispatchEvent(new PopStateEvent('popstate'));
}

/** Changes the query of the address without leaving the page: what is shown can be shared. */
export function keepInAddress(name: string, value: string): void {
  const url = new URL(location.href);
  if (value) url.searchParams.set(name, value); else url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
}

export const fromAddress = (name: string): string => new URL(location.href).searchParams.get(name) ?? '';
