import { html, nothing, render, type TemplateResult } from 'lit';
import { field, formId, valuesOf, type Field } from './forms.js';
import { Refusal } from './http.js';
import { words } from './words.js';

const say = words({
  en: { cancel: 'Cancel', typeIt: (word: string) => `Type ${word} to confirm`, working: 'One moment…' },
  de: { cancel: 'Abbrechen', typeIt: (word: string) => `Zur Bestätigung ${word} eintippen`, working: 'Einen Moment…' },
});

export interface Confirmation {
  title: string;
  /** What will happen, to whom, and whether it can be undone. */
  consequence: string | TemplateResult;
  /** What the button says: the deed, not "OK". */
  verb: string;
  danger?: boolean;
  /** A word to be typed before the button works. */
  type?: string;
}

/** Asks before something is done; false when the reader thinks better of it. */
export async function confirmAction({ title, consequence, verb, danger, type }: Confirmation): Promise<boolean> {
  const fields: Field[] = type ? [{ name: 'typed', label: say.typeIt(type), required: true, pattern: escaped(type), autocomplete: 'off' }] : [];
  return await show<boolean>({ title, text: consequence, fields, verb, danger, submit: async () => true }) === true;
}

export interface FormDialog<T> {
  title: string;
  text?: string | TemplateResult;
  fields: Field[];
  verb: string;
  danger?: boolean;
  /** Sends the values; a {@link Refusal} is shown and the form stays open. */
  submit: (values: Record<string, any>) => Promise<T>;
}

/** A form in a dialog; undefined when the reader leaves it. */
export function openForm<T>(dialog: FormDialog<T>): Promise<T | undefined> {
  return show(dialog);
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Shows something in a dialog that is only read, such as a secret that is told once. */
export async function showDialog(title: string, content: TemplateResult, verb: string): Promise<void> {
  await show<boolean>({ title, text: content, fields: [], verb, submit: async () => true }, false);
}

function show<T>(spec: FormDialog<T>, cancellable = true): Promise<T | undefined> {
  const dialog = document.createElement('dialog');
  const id = formId();
  const before = document.activeElement as HTMLElement | null;
  document.body.append(dialog);
  let values: Record<string, any> = {};
  let problem: Refusal | undefined;
  let busy = false;
  return new Promise((done) => {
    let result: T | undefined;
    const draw = (): void => render(template(), dialog) as void;
    const submit = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      if (busy) return;
      values = valuesOf(event.target as HTMLFormElement);
      busy = true;
      problem = undefined;
      draw();
      try {
        result = await spec.submit(values);
        dialog.close();
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        problem = error;
      } finally {
        busy = false;
        if (dialog.open) draw();
        // What is wrong stands at the top, which a long form on a phone has left behind.
        if (problem) dialog.scrollTop = 0;
      }
    };
    const template = (): TemplateResult => html`
      <form @submit=${submit} aria-labelledby="${id}-title">
        <h2 id="${id}-title">${spec.title}</h2>
        ${typeof spec.text === 'string' ? html`<p>${spec.text}</p>` : spec.text ?? nothing}
        ${problem ? html`<problem-note .problem=${problem}></problem-note>` : nothing}
        ${spec.fields.map((each) => field({ ...each, value: values[each.name] ?? each.value }, fault(problem, each.name), id))}
        <p class="actions">
          <button type="submit" class=${spec.danger ? 'danger' : 'primary'} ?disabled=${busy}>${busy ? say.working : spec.verb}</button>
          ${cancellable ? html`<button type="button" class="quiet" @click=${() => dialog.close()}>${say.cancel}</button>` : nothing}
        </p>
      </form>`;
    draw();
    dialog.setAttribute('aria-labelledby', `${id}-title`);
    dialog.addEventListener('close', () => {
      dialog.remove();
      before?.focus();
      done(result);
    });
    dialog.showModal();
  });
}

/** What the service says about one field: its name is the last part of where the problem lies. */
export const fault = (problem: Refusal | undefined, name: string): string | undefined =>
  problem?.violations.find(({ at }) => at.split(/[./]/).pop() === name)?.message;
