import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { confirmAction } from '../dialogs.js';
import { moment } from '../format.js';
import { read, readAll, Refusal, send } from '../http.js';
import { nameOf, people } from '../audit/people.js';
import { Island } from '../island.js';
import { toast } from '../toast.js';
import { bodyOf, type Change, type PolicyBody, type Version } from './defense-data.js';
import { changeTable } from './draft-bar.js';
import { defenseHead } from './defense-frame.js';
import { defenseWords as say } from './defense-words.js';
import { draft } from './draft.js';
import { parseYaml, writeYaml, YamlMistake } from './yaml.js';

/** The policy as a document with versions: changed as a draft, tried, put in force, rolled back. */
class PolicyPage extends Island {
  static override properties = {
    versions: { state: true }, compared: { state: true }, problem: { state: true }, mistake: { state: true }, text: { state: true },
    names: { state: true },
  };

  declare versions: Version[] | undefined;
  declare compared: { from: number; to: number; changes: Change[] } | undefined;
  declare problem: Refusal | undefined;
  declare mistake: string;
  /** What the reader has typed and not taken as a draft yet. */
  declare text: string | undefined;
  declare names: Map<string, string>;

  constructor() {
    super();
    this.mistake = '';
    this.names = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    draft.addEventListener('change', this.#changed);
    void people().then((names) => { this.names = names; });
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    draft.removeEventListener('change', this.#changed);
  }

  #changed = (): void => {
    this.text = undefined;
    this.mistake = '';
    if (this.versions && draft.current && this.versions[0]?.version !== draft.current.version) void this.#list();
    this.requestUpdate();
  };

  #load = (): Promise<void> => this.#try(async () => {
    await draft.load();
    await this.#list();
  });

  async #list(): Promise<void> {
    this.versions = await readAll<Version>('/waiting-room/defense/policy/versions');
  }

  protected override render() {
    return html`
      ${defenseHead(nothing)}
      ${this.problem ? html`<problem-note .problem=${this.problem} .retry=${this.#load}></problem-note>` : nothing}
      <draft-bar></draft-bar>
      ${draft.body ? this.#editor(draft.body) : nothing}
      ${this.#versions()}`;
  }

  #editor(body: PolicyBody) {
    return html`<section class="card" aria-labelledby="yaml-heading"><h2 id="yaml-heading">${say.yaml}</h2>
      <p class="muted" id="yaml-hint">${say.yamlHint} ${draft.current ? say.loadedAs(draft.current.version) : nothing}</p>
      ${this.mistake ? html`<p class="fault" id="yaml-fault" role="alert">${this.mistake}</p>` : nothing}
      <textarea class="yaml" rows="24" spellcheck="false" aria-labelledby="yaml-heading" aria-describedby="yaml-hint ${this.mistake ? 'yaml-fault' : ''}"
        aria-invalid=${this.mistake ? 'true' : nothing}
        .value=${live(this.text ?? writeYaml({ ...body }))} @input=${this.#typed}></textarea>
      <p class="actions"><button class="primary" ?disabled=${this.text === undefined} @click=${this.#take}>${say.take}</button>
        <button class="quiet" @click=${this.#restore}>${say.restore}</button></p></section>`;
  }

  #typed = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
  };

  /** What is left out stays as it is in force, as the service has it. */
  #take = (): void => {
    if (this.text === undefined || !draft.current) return;
    try {
      const read = parseYaml(this.text) as Partial<PolicyBody>;
      const base = bodyOf(draft.current);
      draft.change({
        ...base, ...read, rules: { ...base.rules, ...completed(base, read) }, families: { ...base.families, ...read.families },
        thresholds: { ...base.thresholds, ...read.thresholds },
      });
      toast(say.taken);
    } catch (error) {
      if (!(error instanceof YamlMistake)) throw error;
      this.mistake = say.mistakeIn(error.line, say.mistakes[error.message] ?? error.message);
    }
  };

  #restore = (): void => {
    this.text = draft.current ? writeYaml({ ...bodyOf(draft.current) }) : undefined;
    this.mistake = '';
  };

  #versions() {
    return html`<section aria-labelledby="versions-heading"><h2 id="versions-heading">${say.versions}</h2>
      <ul class="versions">${(this.versions ?? []).map((version) => this.#version(version))}</ul></section>`;
  }

  #version(version: Version) {
    const now = draft.current?.version;
    const shown = this.compared?.to === version.version ? this.compared : undefined;
    const who = version.author === 'built-in' ? say.firstVersion : version.author === 'defense' ? say.byItself
      : nameOf(version.author, this.names, say.you);
    return html`<li class="card"><p><strong>${say.version(version.version)}</strong>
        ${version.version === now ? html`<span class="chip good">${say.inForce}</span>` : nothing}
        <span class="chip">${say.stanceWords[version.stance]}</span></p>
      <p>${version.comment || nothing} <small class="break">${who}${version.version === 1 ? nothing : `, ${moment(version.at)}`}</small></p>
      ${shown ? html`<h3>${say.compared(shown.from, shown.to)}</h3>${changeTable(shown.changes)}` : nothing}
      ${version.version === now ? nothing : html`<p class="actions">
        <button class="quiet" aria-label="${say.show}: ${say.version(version.version)}" @click=${() => this.#try(() => this.#compare(version))}>${say.show}</button>
        <button aria-label="${say.activate} ${version.version}" @click=${() => this.#activate(version)}>${say.activate}</button></p>`}</li>`;
  }

  async #compare(version: Version): Promise<void> {
    const from = draft.current?.version ?? 1;
    const { changes } = await read<{ changes: Change[] }>(`/waiting-room/defense/policy/versions/${version.version}/diff?from=${from}`);
    this.compared = { from, to: version.version, changes };
  }

  async #activate(version: Version): Promise<void> {
    await this.#try(async () => {
      const before = draft.current?.version;
      await this.#compare(version);
      const sure = await confirmAction({
        title: say.activateTitle(version.version), consequence: html`<p>${say.putText}</p>${changeTable(this.compared?.changes ?? [])}`, verb: say.putVerb });
      if (!sure) return;
      await this.#inForce(version.version);
      toast(say.activated(version.version), { undo: async () => { if (before) await this.#inForce(before); } });
    });
  }

  async #inForce(version: number): Promise<void> {
    await send('POST', `/waiting-room/defense/policy/versions/${version}/activation`);
    await draft.load();
    await this.#list();
  }

  async #try(deed: () => Promise<void>): Promise<void> {
    try {
      this.problem = undefined;
      await deed();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem = error;
    }
  }
}

/** A rule may be written with what changes only. */
function completed(base: PolicyBody, read: Partial<PolicyBody>): PolicyBody['rules'] {
  return Object.fromEntries(Object.entries(read.rules ?? {}).map(([id, rule]) =>
    [id, { ...(base.rules[id] ?? { percentage: 100, hard: false }), ...rule } as PolicyBody['rules'][string]]));
}

customElements.define('policy-page', PolicyPage);
