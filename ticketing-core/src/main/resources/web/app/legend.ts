import { html, nothing } from 'lit';
import { visible } from './colors.js';
import { money, number } from './format.js';
import type { LiveSeats } from './seats.js';
import { say } from './words.js';

/** What colours and forms of the map mean; a category can be lit up, `chosen` is told which, or '' for all. */
export const legend = (seats: LiveSeats, lit: string, chosen: (category: string) => void) => html`
  <div class="legend" role="group" aria-label=${say.legend}>
    ${seats.categories.map(({ id, name, color, price, free }) => html`
      <button type="button" aria-pressed=${String(lit === id)} @click=${() => chosen(lit === id ? '' : id)}>
        <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="7"
          fill=${visible(color)}></circle></svg>
        <span>${name} <b>${money(price)}</b> <small>${free ? say.free(number(free)) : say.soldOut}</small></span>
      </button>`)}
  </div>
  <p class="forms" aria-hidden="true">
    <span><i class="form free"></i>${say.legendFree}</span> <span><i class="form held"></i>${say.legendHeld}</span>
    <span><i class="form sold"></i>${say.legendSold}</span> <span><i class="form chosen"></i>${say.legendChosen}</span>
    ${seats.seats.some(({ accessible }) => accessible)
    ? html`<span><i class="form square"></i>${say.legendWheelchair}</span>` : nothing}
  </p>`;
