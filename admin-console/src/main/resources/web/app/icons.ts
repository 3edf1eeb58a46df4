import { svg, type TemplateResult } from 'lit';

/** Line drawings on a grid of 24, for the menu. */
const shapes: Record<string, string> = {
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  map: 'M4 18V6l5-2 6 2 5-2v12l-5 2-6-2-5 2M9 4v12M15 6v12',
  team: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 20c0-4 3-6 6-6s6 2 6 6M16 5a3 3 0 0 1 0 6M17 14c2 0 4 2 4 6',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-4 4-7 8-7s8 3 8 7',
  hook: 'M9 7a3 3 0 1 1 4 3l-3 6M6 13a4 4 0 1 0 4 5h6M15 18a3 3 0 1 0 1-4',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z',
  key: 'M8 16a4 4 0 1 1 3-6l9 0v4h-3v-2h-2v2h-4a4 4 0 0 1-3 2',
  log: 'M5 4h14v16H5zM9 8h6M9 12h6M9 16h4',
  gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6M12 3v3M12 18v3M3 12h3M18 12h3M6 6l2 2M16 16l2 2M18 6l-2 2M8 16l-2 2',
  gauge: 'M4 17a8 8 0 1 1 16 0M12 15l4-5M12 17h0',
  overview: 'M4 4h7v7H4zM13 4h7v4h-7zM13 10h7v10h-7zM4 13h7v7H4z',
  ticket: 'M3 8h18v3a2 2 0 0 0 0 4v3H3v-3a2 2 0 0 0 0-4zM14 8v10',
  chart: 'M4 20h16M7 16v-5M12 16V6M17 16v-8',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  doors: 'M6 21V4h12v17M4 21h16M14 12h0',
  review: 'M4 12s3-6 8-6 8 6 8 6-3 6-8 6-8-6-8-6M12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  data: 'M4 6c0-4 16-4 16 0v12c0 4-16 4-16 0zM4 6c0 4 16 4 16 0M4 12c0 4 16 4 16 0',
};

const others: Record<string, string> = {
  event: 'calendar', events: 'calendar', venue: 'map', users: 'team', people: 'team', webhook: 'hook', webhooks: 'hook',
  user: 'person', profile: 'person', audit: 'log', settings: 'gear', keys: 'key', defense: 'shield', board: 'gauge',
  throttle: 'gauge', health: 'overview', home: 'overview', orders: 'ticket', sales: 'chart', appeal: 'review',
  eye: 'review', privacy: 'data', database: 'data', token: 'key', lock: 'key',
};

/** The drawing of that name; unknown ones are a dot. */
export const icon = (name: string): TemplateResult => svg`<svg class="drawing" viewBox="0 0 24 24" aria-hidden="true">
  <path d=${shapes[name] ?? shapes[others[name] ?? ''] ?? 'M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2'}></path></svg>`;
