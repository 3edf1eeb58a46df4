import { register } from '../pages.js';
import { say } from './event-words.js';
import './events-page.js';

register({ path: '/', element: 'events-page', title: () => say.events });
register({ path: '/events', element: 'events-page', title: () => say.events, nav: { group: 'sell', order: 1, icon: 'calendar', key: 'e' } });
