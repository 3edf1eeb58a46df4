import { register } from '../pages.js';
import './event-page.js';
import './event-wizard.js';
import { say } from './event-words.js';
import './events-page.js';
import { say as page } from './page-words.js';
import './settings-page.js';
import { say as wizard } from './wizard-words.js';

const planners = ['admin', 'organizer'] as const;

register({ path: '/', element: 'events-page', title: () => say.events });
register({ path: '/events', element: 'events-page', title: () => say.events, nav: { group: 'sell', order: 1, icon: 'calendar', key: 'e' } });
register({ path: '/events/new', element: 'event-wizard', title: () => wizard.title, roles: planners });
register({ path: '/events/:event', element: 'event-page', title: () => page.overview, tab: { of: 'event', order: 1 } });
register({ path: '/events/:event/settings', element: 'settings-page', title: () => page.settings, roles: planners, tab: { of: 'event', order: 90 } });
