import { html, nothing } from 'lit';
import { isObjectable } from './appeal-form.js';
import type { Refusal } from './http.js';

/** The way to object to a refusal of the defense; nothing for any other. */
export const objection = (refusal: Refusal | undefined) =>
  refusal && isObjectable(refusal) ? html`<appeal-form .refusal=${refusal}></appeal-form>` : nothing;
