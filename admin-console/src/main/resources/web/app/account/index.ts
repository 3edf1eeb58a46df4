import './account.css';
import { register } from '../pages.js';
import { say } from './account-words.js';
import './profile-page.js';
import './second-factor-page.js';
import './sessions-page.js';

register({
  path: '/account', element: 'profile-page', title: () => say.profile,
  nav: { group: 'account', order: 1, icon: 'person' },
});
register({
  path: '/account/second-factor', element: 'second-factor-page', title: () => say.secondFactor,
  nav: { group: 'account', order: 2, icon: 'shield' },
});
register({
  path: '/account/sessions', element: 'sessions-page', title: () => say.sessions,
  nav: { group: 'account', order: 3, icon: 'lock' },
});
