import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answers, Stream, until } from './browser.js';
import { LiveSeats } from './shop/seats.js';

const SEATS = ['s1', 's2', 's3', 's4'];
const PLAN = '/api/ticketing/events/e/plan';
const AVAILABILITY = '/api/ticketing/events/e/availability';

const snapshot = (version, seats) =>
  ({ version, seats, categories: [{ id: 'a', name: 'A', free: [...seats].filter((letter) => letter === 'F').length }] });

const states = (seats) => SEATS.map((id) => seats.get(id).state[0]).join('');

async function opened() {
  const row = SEATS.map((id, position) => ({ id, position, x: position * 20, y: 0, category: 'a' }));
  answers.set(PLAN, { zones: [{ name: 'Stalls', areas: [], rows: [{ label: '1', seats: row }] }] });
  answers.set(AVAILABILITY, snapshot(1, 'FFFF'));
  const seats = new LiveSeats('e');
  await seats.load();
  seats.follow();
  return seats;
}

test('a change that follows on what is known is shown and counted', async () => {
  const seats = await opened();

  Stream.latest.tell('change', { version: 2, previous: 1, seats: [['s2', 'H']] });

  assert.equal(states(seats), 'FHFF');
  assert.equal(seats.free, 3);
});

test('a change after one that was missed has the snapshot read again', async () => {
  const seats = await opened();
  answers.set(AVAILABILITY, snapshot(5, 'SSFF'));

  Stream.latest.tell('change', { version: 5, previous: 4, seats: [['s2', 'S']] });
  await until(() => states(seats) === 'SSFF');

  assert.equal(seats.free, 2);
  Stream.latest.tell('change', { version: 6, previous: 5, seats: [['s4', 'H']] });
  assert.equal(states(seats), 'SSFH');
});

test('what was overtaken on its way changes nothing', async () => {
  const seats = await opened();
  Stream.latest.tell('change', { version: 3, previous: 1, seats: [['s1', 'S']] });

  Stream.latest.tell('snapshot', snapshot(2, 'FFFF'));
  Stream.latest.tell('change', { version: 2, previous: 1, seats: [['s1', 'F']] });

  assert.equal(states(seats), 'SFFF');
});
