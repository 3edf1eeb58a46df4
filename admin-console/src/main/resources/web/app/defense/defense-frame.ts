import { html, nothing, type TemplateResult } from 'lit';
import { defenseWords as say } from './defense-words.js';

const pages = [['/admin/defense', say.decisions], ['/admin/defense/rules', say.rules], ['/admin/defense/policy', say.policy],
  ['/admin/defense/lists', say.lists]] as const;

/** The head that all pages of the defense share, with the ways between them. */
export const defenseHead = (age: TemplateResult | symbol): TemplateResult => html`
  <header class="page-head"><div class="grow"><h1>${say.title}</h1><p class="muted">${say.intro}</p></div>${age}</header>
  <nav class="tabs" aria-label=${say.title}><ul>${pages.map(([address, label]) => html`
    <li><a href=${address} aria-current=${location.pathname.replace(/\/$/, '') === address ? 'page' : nothing}>${label}</a></li>`)}</ul></nav>`;
