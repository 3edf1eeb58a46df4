import { register } from '../pages.js';
import './release-board.js';
import './release-form.js';
import { say } from './release-words.js';
import './releases-page.js';

const planners = ['admin', 'organizer'] as const;

register({ path: '/events/:event/releases', element: 'releases-page', title: () => say.releases, tab: { of: 'event', order: 20 } });
register({ path: '/events/:event/releases/new', element: 'release-form', title: () => say.newRelease, roles: planners });
register({ path: '/events/:event/releases/:release', element: 'release-board', title: () => say.board });
register({ path: '/events/:event/releases/:release/edit', element: 'release-form', title: () => say.edit, roles: planners });
