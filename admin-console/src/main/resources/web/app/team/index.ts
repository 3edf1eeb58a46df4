import './organizations-page.js';
import './privacy-page.js';
import './staff-page.js';
import './team-page.js';
import './tokens-page.js';
import './webhook-page.js';
import './webhooks-page.js';
import { register } from '../pages.js';
import { say as organizations } from './organizations-page.js';
import { say as privacy } from './privacy-words.js';
import { say as staff } from './staff-words.js';
import { say as team } from './team-words.js';
import { say as tokens } from './tokens-page.js';
import { say as webhooks } from './webhooks-words.js';

const roles = ['admin', 'organizer'] as const;
const group = 'people' as const;

register({ path: '/organizations', element: 'organizations-page', title: () => organizations.title, roles,
  nav: { group, order: 10, icon: 'doors' } });
register({ path: '/team', element: 'team-page', title: () => team.title, roles, nav: { group, order: 20, icon: 'team',
  key: 't' } });
register({ path: '/staff', element: 'staff-page', title: () => staff.title, roles: ['admin'], nav: { group, order: 25,
  icon: 'users' } });
register({ path: '/webhooks', element: 'webhooks-page', title: () => webhooks.title, roles, nav: { group, order: 30,
  icon: 'hook' } });
register({ path: '/webhooks/:organization/:webhook', element: 'webhook-page', title: () => webhooks.one, roles });
register({ path: '/tokens', element: 'tokens-page', title: () => tokens.title, roles, nav: { group, order: 40,
  icon: 'key' } });
register({ path: '/personal-data', element: 'privacy-page', title: () => privacy.title, roles, nav: { group, order: 50,
  icon: 'data' } });
