/** A document that cannot be read, and in which line. */
export class YamlMistake extends Error {
  constructor(message: string, readonly line: number) {
    super(message);
  }
}

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

interface Line {
  indent: number;
  text: string;
  number: number;
}

/**
 * Reads the part of YAML that policies are written in: maps by indentation, `{}` and `[]` in one line, scalars, quotes and
 * comments. JSON in one line is a part of it. What it does not know it refuses rather than guesses.
 */
export function parseYaml(text: string): Value {
  const lines = text.split('\n').map((raw, i) => line(raw, i + 1)).filter((each) => each !== undefined);
  if (lines.length === 0) return {};
  const { value, next } = block(lines, 0, lines[0]!.indent);
  if (next < lines.length) throw new YamlMistake('indentation', lines[next]!.number);
  return value;
}

function line(raw: string, number: number): Line | undefined {
  if (/^ *\t/.test(raw)) throw new YamlMistake('tab', number);
  const text = withoutComment(raw).trimEnd();
  return text.trim() === '' || text.trim() === '---' ? undefined
    : { indent: text.length - text.trimStart().length, text: text.trim(), number };
}

function withoutComment(raw: string): string {
  let quote = '';
  for (let i = 0; i < raw.length; i++) {
    const sign = raw[i]!;
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '#' && (i === 0 || /\s/.test(raw[i - 1]!))) return raw.slice(0, i);
  }
  return raw;
}

function block(lines: Line[], from: number, indent: number): { value: Value; next: number } {
  const first = lines[from]!;
  if (/^[[{]/.test(first.text)) return { value: new Flow(first.text, first.number).whole(), next: from + 1 };
  const map: Record<string, Value> = {};
  let i = from;
  while (i < lines.length && lines[i]!.indent === indent) {
    const { text, number } = lines[i]!;
    const found = /^("[^"]*"|'[^']*'|[^\s:{}[\],"'][^:]*?)\s*:(?:\s+(.*))?$/.exec(text);
    if (!found) throw new YamlMistake('key', number);
    const key = found[1]!.replace(/^(["'])(.*)\1$/, '$2');
    if (key in map) throw new YamlMistake('twice', number);
    if (found[2]) {
      map[key] = new Flow(found[2], number).whole();
      i++;
    } else if (i + 1 < lines.length && lines[i + 1]!.indent > indent) {
      const inner = block(lines, i + 1, lines[i + 1]!.indent);
      map[key] = inner.value;
      i = inner.next;
    } else {
      map[key] = null;
      i++;
    }
  }
  if (i < lines.length && lines[i]!.indent > indent) throw new YamlMistake('indentation', lines[i]!.number);
  return { value: map, next: i };
}

/** What stands in one line. */
class Flow {
  #at = 0;

  constructor(readonly text: string, readonly line: number) {}

  whole(): Value {
    const value = this.#value(false);
    this.#blanks();
    if (this.#at < this.text.length) throw new YamlMistake('rest', this.line);
    return value;
  }

  #value(inside: boolean): Value {
    this.#blanks();
    const sign = this.text[this.#at];
    if (sign === '{') return this.#map();
    if (sign === '[') return this.#list();
    if (sign === '"' || sign === "'") return this.#quoted(sign);
    const plain = (inside ? /[^,{}[\]]*/y : /.*/y);
    plain.lastIndex = this.#at;
    const found = (plain.exec(this.text)?.[0] ?? '').trim();
    if (found === '' && inside) throw new YamlMistake('value', this.line);
    this.#at = plain.lastIndex;
    return scalar(found);
  }

  #map(): Value {
    const map: Record<string, Value> = {};
    this.#at++;
    while (!this.#end('}')) {
      const key = /\s*("[^"]*"|'[^']*'|[^\s,:{}[\]"']+)\s*:\s*/y;
      key.lastIndex = this.#at;
      const found = key.exec(this.text);
      if (!found) throw new YamlMistake('key', this.line);
      this.#at = key.lastIndex;
      map[found[1]!.replace(/^(["'])(.*)\1$/, '$2')] = this.#value(true);
      this.#comma('}');
    }
    return map;
  }

  #list(): Value {
    const list: Value[] = [];
    this.#at++;
    while (!this.#end(']')) {
      list.push(this.#value(true));
      this.#comma(']');
    }
    return list;
  }

  #quoted(quote: string): string {
    const end = this.text.indexOf(quote, this.#at + 1);
    if (end < 0) throw new YamlMistake('quote', this.line);
    const value = this.text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return value;
  }

  #end(sign: string): boolean {
    this.#blanks();
    if (this.#at >= this.text.length) throw new YamlMistake('open', this.line);
    if (this.text[this.#at] !== sign) return false;
    this.#at++;
    return true;
  }

  #comma(end: string): void {
    this.#blanks();
    if (this.text[this.#at] === ',') this.#at++;
    else if (this.text[this.#at] !== end) throw new YamlMistake('open', this.line);
  }

  #blanks(): void {
    while (this.text[this.#at] === ' ') this.#at++;
  }
}

function scalar(text: string): Value {
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'null' || text === '~' || text === '') return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Writes maps by indentation, those of two levels and less that hold scalars only in one line. */
export function writeYaml(value: Record<string, unknown>, indent = ''): string {
  return Object.entries(value).map(([key, each]) => {
    if (!isMap(each)) return `${indent}${key}: ${written(each)}`;
    const flat = Object.values(each).every((inner) => !isMap(inner));
    return flat && indent !== '' ? `${indent}${key}: {${Object.entries(each).map(([name, inner]) => `${name}: ${written(inner)}`).join(', ')}}`
      : `${indent}${key}:\n${writeYaml(each, `${indent}  `)}`;
  }).join('\n');
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const written = (value: unknown): string =>
  typeof value === 'string' && !/^[\w.-]+( [\w.-]+)*$/.test(value) ? JSON.stringify(value) : String(value);
