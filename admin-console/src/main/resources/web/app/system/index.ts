import './system.css';
import './system-page.js';
import './throttle-board.js';
import './keys-page.js';
import './system-settings.js';
import { register } from '../pages.js';
import { keysWords } from './keys-words.js';
import { settingsWords } from './settings-words.js';
import { systemWords } from './system-words.js';
import { throttleWords } from './throttle-words.js';

register({
  path: '/throttles', element: 'throttle-board', title: () => throttleWords.title, roles: ['admin', 'organizer'],
  nav: { group: 'steer', order: 10, icon: 'gauge', key: 'b' },
});
register({
  path: '/system', element: 'system-page', title: () => systemWords.title, roles: ['admin'],
  nav: { group: 'system', order: 10, icon: 'overview', key: 's' },
});
register({
  path: '/keys', element: 'keys-page', title: () => keysWords.title, roles: ['admin'],
  nav: { group: 'system', order: 20, icon: 'key', key: 'k' },
});
register({
  path: '/settings', element: 'system-settings', title: () => settingsWords.title, roles: ['admin'],
  nav: { group: 'system', order: 40, icon: 'gear' },
});
