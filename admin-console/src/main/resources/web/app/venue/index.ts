import { register } from '../pages.js';
import { say } from './venue-words.js';
import './venues-page.js';

register({ path: '/venues', element: 'venues-page', title: () => say.venues, roles: ['admin', 'organizer'],
  nav: { group: 'sell', order: 2, icon: 'map', key: 'v' } });
