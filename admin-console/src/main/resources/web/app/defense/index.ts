import './clusters-page.js';
import './decisions-page.js';
import './decision-page.js';
import './defense.css';
import './lists-page.js';
import './policy-page.js';
import './review-page.js';
import './rules-page.js';
import { register } from '../pages.js';
import { clusterWords } from './cluster-words.js';
import { defenseWords } from './defense-words.js';
import { reviewWords } from './review-words.js';

const roles = ['admin'] as const;

register({
  path: '/defense', element: 'decisions-page', title: () => defenseWords.title, roles,
  nav: { group: 'steer', order: 20, icon: 'shield', key: 'd' },
});
register({ path: '/defense/decisions/:reference', element: 'decision-page', title: () => defenseWords.decision, roles });
register({ path: '/defense/rules', element: 'rules-page', title: () => defenseWords.rules, roles });
register({ path: '/defense/policy', element: 'policy-page', title: () => defenseWords.policy, roles });
register({ path: '/defense/lists', element: 'lists-page', title: () => defenseWords.lists, roles });
register({
  path: '/events/:event/buyers', element: 'clusters-page', title: () => clusterWords.title, roles, tab: { of: 'event', order: 85 },
});
register({
  path: '/review', element: 'review-page', title: () => reviewWords.title,
  nav: { group: 'steer', order: 30, icon: 'review', key: 'r' },
});
