/** Colours for canvases, which know no style sheet. */
export interface Theme {
  ink: string;
  muted: string;
  card: string;
  shape: string;
  gone: string;
  dark: boolean;
}

export function themeOf(element: Element): Theme {
  const style = getComputedStyle(element);
  const named = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return { ink: named('ink'), muted: named('muted'), card: named('card'), shape: named('shape'), gone: named('gone'), dark };
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

const linear = (channel: number): number =>
  channel <= 10 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;

/** Relative luminance as WCAG counts it, 0 to 1. */
export function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map(linear);
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function mix(hex: string, other: number, part: number): string {
  const mixed = channels(hex).map((channel) => Math.round(channel + (other - channel) * part));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const shown = new Map<string, string>();

/** An organizer's colour, moved just so far that it stands out from the card: at least 3 to 1. */
export function visible(color: string, dark = matchMedia('(prefers-color-scheme: dark)').matches): string {
  const key = `${color} ${dark}`;
  const known = shown.get(key);
  if (known) return known;
  const card = luminance(dark ? '#1f1c29' : '#ffffff');
  let moved = /^#[0-9a-f]{6}$/i.test(color) ? color : '#8d99ae';
  for (let step = 0; step < 12 && contrast(luminance(moved), card) < 3; step++) moved = mix(moved, dark ? 255 : 0, 0.1);
  shown.set(key, moved);
  return moved;
}

const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** What can be read on a colour. */
export const on = (hex: string): string => (luminance(hex) > 0.32 ? '#111111' : '#ffffff');
