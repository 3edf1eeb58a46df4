import './audit-page.js';
import { register } from '../pages.js';
import { auditWords } from './audit-words.js';

register({
  path: '/audit', element: 'audit-page', title: () => auditWords.title, roles: ['admin', 'organizer'],
  nav: { group: 'system', order: 30, icon: 'log', key: 'a' },
});
