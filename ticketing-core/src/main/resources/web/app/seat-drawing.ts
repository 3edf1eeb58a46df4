import type { Seat, Shape } from './seats.js';

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K, attributes: Record<string, string | number>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

/**
 * A seat is a group of a body in its category's colour and a mark. The style sheet shows the body full (free), as a
 * ring (held), as a dot (sold) or with a tick (chosen); wheelchair places are square.
 */
export function drawSeat(seat: Seat, color: string): SVGGElement {
  const group = svg('g', {
    class: 'seat', role: 'checkbox', tabindex: -1, transform: `translate(${seat.x} ${seat.y})`,
    'data-seat': seat.id,
  });
  const body = seat.accessible
    ? svg('rect', { class: 'body', x: -9, y: -9, width: 18, height: 18, rx: 3 })
    : svg('circle', { class: 'body', r: 9.5 });
  body.setAttribute('fill', color);
  body.setAttribute('stroke', color);
  group.append(body, svg('path', { class: 'mark', d: 'M-5 .5 L-1.5 4 L5 -4' }));
  return group;
}

export function drawShape({ shape, x, y, rotation, form, text }: Shape): SVGElement {
  const group = svg('g', { class: 'shape', transform: `translate(${x} ${y}) rotate(${rotation})` });
  if (shape === 'polygon') {
    const points = (form?.points ?? []).map((point: { x: number; y: number }) => `${point.x},${point.y}`);
    group.append(svg('polygon', { points: points.join(' ') }));
  }
  if (shape === 'rectangle') group.append(svg('rect', { width: form?.width ?? 0, height: form?.height ?? 0, rx: 8 }));
  if (shape === 'circle') group.append(svg('circle', { r: form?.radius ?? 0 }));
  if (shape === 'ellipse') group.append(svg('ellipse', { rx: form?.radius?.x ?? 0, ry: form?.radius?.y ?? 0 }));
  if (text?.text) {
    const words = svg('text', {
      x: text.position?.x ?? 0, y: text.position?.y ?? 0, 'font-size': text.size ?? 32,
      'text-anchor': 'middle', 'dominant-baseline': 'central',
    });
    words.textContent = text.text;
    group.append(words);
  }
  return group;
}
