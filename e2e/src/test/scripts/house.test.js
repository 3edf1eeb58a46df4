import assert from 'node:assert/strict';
import { test } from 'node:test';
import './browser.js';
import { House } from './shop/house.js';
import { MapCamera } from './shop/map-camera.js';

const APART = 20;

/** Four rows of ten; an aisle runs behind the fifth seat, and the last row is of another category. */
function hall() {
  const seats = [];
  for (let row = 0; row < 4; row++) {
    for (let number = 0; number < 10; number++) {
      seats.push({
        id: `${row}-${number}`, position: seats.length, zone: 'Stalls', row: String(row),
        category: row === 3 ? 'cheap' : 'dear', x: number * APART + (number > 4 ? 3 * APART : 0), y: row * APART,
      });
    }
  }
  return new House(seats, []);
}

const seat = (house, id) => house.seats.find((one) => one.id === id);

test('a finger meets the nearest seat, and none that is out of reach', () => {
  const house = hall();

  assert.equal(house.pitch, APART);
  assert.equal(house.nearest({ x: 42, y: 17 }, APART).id, '1-2');
  assert.equal(house.nearest({ x: 115, y: 20 }, APART), undefined);
});

test('arrow keys walk along the row, over its aisle, and straight to the next one', () => {
  const house = hall();

  assert.equal(house.neighbour(seat(house, '1-4'), 'ArrowRight').id, '1-5');
  assert.equal(house.neighbour(seat(house, '1-4'), 'ArrowDown').id, '2-4');
  assert.equal(house.neighbour(seat(house, '1-4'), 'ArrowUp').id, '0-4');
  assert.equal(house.neighbour(seat(house, '0-4'), 'ArrowUp'), undefined);
});

test('bands end at an aisle and where a category ends', () => {
  const bands = hall().bands;

  assert.equal(bands.length, 8);
  assert.ok(bands.every(({ seats }) => seats.length === 5));
});

test('what lies under two fingers stays there while they zoom, and the house never leaves the screen', () => {
  const house = hall();
  const camera = new MapCamera(house.box, house.pitch, () => {});
  camera.resize(400, 300);
  const fingers = camera.toScreen(seat(house, '1-4'));

  camera.zoomAt(fingers, 3);

  const { x, y } = camera.toPlan(fingers);
  assert.ok(Math.hypot(x - seat(house, '1-4').x, y - seat(house, '1-4').y) < 1e-9);
  camera.pan(1e6, -1e6);
  assert.ok(camera.seen.x >= house.box.x - 1e-9);
  assert.ok(camera.seen.y + camera.seen.height <= house.box.y + house.box.height + 1e-9);
});
