import assert from 'node:assert/strict';
import { test } from 'node:test';
import './browser.js';
import { csv } from './console/csv.js';
import { span } from './console/format.js';
import { fromZone, inZone } from './console/zone.js';
import { money } from './shop/format.js';

test('amounts are in minor units, of which some currencies have none', () => {
  assert.equal(money({ amount: 4950, currency: 'EUR' }), '€49.50');
  assert.match(money({ amount: 4950, currency: 'JPY' }), /4,950$/);
});

test('a length of time is told in the two units that say most', () => {
  assert.deepEqual([null, 0.4, 59.6, 3661, 90_000].map(span), ['–', '0 s', '1 min', '1 h 1 min', '1 d 1 h']);
});

test('a time that is typed is one of the house, also on the day its clocks change', () => {
  assert.equal(fromZone('2027-03-28T12:00', 'Europe/Berlin'), '2027-03-28T10:00:00.000Z');
  assert.equal(inZone('2027-03-27T23:30:00Z', 'Europe/Berlin'), '2027-03-28T00:30');
});

test('a spreadsheet runs nothing that a fan typed', () => {
  assert.equal(csv([['=1+1', '-5', 'a "b"']]), '\uFEFF\'=1+1,-5,"a ""b"""\r\n');
});
