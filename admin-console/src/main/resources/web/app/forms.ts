import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { words } from './words.js';

/** One value of a form. */
export interface Field {
  name: string;
  label: string;
  type?: 'text' | 'number' | 'email' | 'password' | 'url' | 'search' | 'date' | 'datetime-local' | 'time' | 'color'
    | 'textarea' | 'select' | 'checkbox' | 'file';
  hint?: string | TemplateResult;
  value?: unknown;
  required?: boolean;
  options?: readonly { value: string; label: string }[];
  min?: number | string;
  max?: number | string;
  step?: number | string;
  maxlength?: number;
  minlength?: number;
  pattern?: string;
  placeholder?: string;
  autocomplete?: string;
  accept?: string;
  disabled?: boolean;
  onChange?: (value: string, input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement) => void;
}

const say = words({
  en: { optional: 'optional' },
  de: { optional: 'freiwillig' },
});

let forms = 0;

/** A prefix for ids that no other form of the page has. */
export const formId = (): string => `form-${++forms}`;

/** A labelled control with its hint and what is wrong with its value. Ids are made of the prefix and the name. */
export function field(spec: Field, error?: string, prefix = 'field'): TemplateResult {
  const id = `${prefix}-${spec.name}`;
  const described = [spec.hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const label = html`${spec.label}${spec.required || spec.type === 'checkbox' || spec.disabled
    ? nothing : html` <small>${say.optional}</small>`}`;
  const notes = html`
    ${spec.hint ? html`<p class="hint" id="${id}-hint">${spec.hint}</p>` : nothing}
    ${error ? html`<p class="fault" id="${id}-error">${error}</p>` : nothing}`;
  if (spec.type === 'checkbox') {
    return html`<div class="field"><label class="choice" for=${id}>${control(spec, id, described, error)}
      <span>${label}</span></label>${notes}</div>`;
  }
  return html`<div class="field"><label for=${id}>${label}</label>${notes}${control(spec, id, described, error)}</div>`;
}

function control(spec: Field, id: string, described: string, error?: string): TemplateResult {
  const heard = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    spec.onChange?.(input.type === 'checkbox' ? String(input.checked) : input.value, input);
  };
  if (spec.type === 'select') {
    return html`<select id=${id} name=${spec.name} ?required=${spec.required} ?disabled=${spec.disabled}
        aria-describedby=${described || nothing} aria-invalid=${error ? 'true' : nothing} @change=${heard}>
      ${(spec.options ?? []).map(({ value, label }) => html`
        <option value=${value} .selected=${live(String(spec.value ?? '') === value)}>${label}</option>`)}</select>`;
  }
  if (spec.type === 'textarea') {
    return html`<textarea id=${id} name=${spec.name} rows="4" ?required=${spec.required} ?disabled=${spec.disabled}
      maxlength=${spec.maxlength ?? nothing} placeholder=${spec.placeholder ?? nothing}
      aria-describedby=${described || nothing} aria-invalid=${error ? 'true' : nothing}
      .value=${live(String(spec.value ?? ''))} @input=${heard}></textarea>`;
  }
  if (spec.type === 'checkbox') {
    return html`<input type="checkbox" id=${id} name=${spec.name} ?required=${spec.required} ?disabled=${spec.disabled}
      .checked=${live(spec.value === true || spec.value === 'true')} aria-describedby=${described || nothing}
      @change=${heard}>`;
  }
  return html`<input type=${spec.type ?? 'text'} id=${id} name=${spec.name} ?required=${spec.required}
    ?disabled=${spec.disabled} min=${spec.min ?? nothing} max=${spec.max ?? nothing} step=${spec.step ?? nothing}
    minlength=${spec.minlength ?? nothing} maxlength=${spec.maxlength ?? nothing} pattern=${spec.pattern ?? nothing}
    placeholder=${spec.placeholder ?? nothing} autocomplete=${spec.autocomplete ?? nothing}
    accept=${spec.accept ?? nothing} inputmode=${spec.type === 'number' ? 'decimal' : nothing}
    aria-describedby=${described || nothing} aria-invalid=${error ? 'true' : nothing}
    .value=${spec.type === 'file' ? '' : live(String(spec.value ?? ''))} @input=${heard}>`;
}

/** What stands in a form: numbers as numbers, checkboxes as true or false, files as files; empty fields are left out. */
export function valuesOf(form: HTMLFormElement): Record<string, any> {
  const values: Record<string, any> = {};
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name], select[name], textarea[name]')) {
    if (input.disabled) continue;
    if (input.type === 'checkbox') values[input.name] = input.checked;
    else if (input.type === 'file') values[input.name] = input.files?.[0];
    else if (input.value.trim() === '') continue;
    else if (input.type === 'number') values[input.name] = Number(input.value);
    else if (input.type === 'datetime-local') values[input.name] = new Date(input.value).toISOString();
    else values[input.name] = input.type === 'password' ? input.value : input.value.trim();
  }
  return values;
}

/** A moment as a datetime-local field shows it, in the reader's time zone. */
export function localTime(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
