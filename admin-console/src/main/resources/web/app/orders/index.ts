import './codes-page.js';
import './doors-page.js';
import './order-page.js';
import './orders-page.js';
import './orders.css';
import './problems.js';
import './sales-page.js';
import './seats-page.js';
import './terms-page.js';
import './waiting-page.js';
import { register } from '../pages.js';
import { say as codes } from './codes-words.js';
import { say as doors } from './doors-words.js';
import { say as order } from './order-words.js';
import { say as orders } from './orders-words.js';
import { say as sales } from './sales-words.js';
import { say as seats } from './seats-words.js';
import { say as terms } from './terms-words.js';
import { say as waiting } from './waiting-words.js';

const organizers = ['admin', 'organizer'] as const;

/** A tab of an event. */
const tab = (order: number, path: string, element: string, title: () => string): void =>
  register({ path: `/events/:event/${path}`, element, title, roles: organizers, tab: { of: 'event', order } });

tab(30, 'sales', 'sales-page', () => sales.tab);
tab(40, 'orders', 'orders-page', () => orders.tab);
tab(50, 'seats', 'seats-page', () => seats.tab);
tab(60, 'codes', 'codes-page', () => codes.tab);
tab(65, 'waiting-list', 'waiting-page', () => waiting.tab);
tab(70, 'terms', 'terms-page', () => terms.tab);
register({ path: '/events/:event/doors', element: 'doors-page', title: () => doors.tab, tab: { of: 'event', order: 80 } });
register({ path: '/events/:event/orders/:code', element: 'order-page', title: () => order.title, roles: organizers });
