import { expect, test } from 'vitest';
import { parseRead } from '../../../src/ways/read-marks.client.ts';

test('stored marks are the numbers of questions', () => {
  expect([...parseRead('[3,26]')]).toEqual([3, 26]);
});

test.each([null, '', 'no JSON', '{"a":1}', '[1', '"26"'])('what is no list (%s) is nothing read', (stored) => {
  expect(parseRead(stored).size).toBe(0);
});

test('what is no number in a list is left out', () => {
  expect([...parseRead('[1,"2",null,3.5,{"id":4},5]')]).toEqual([1, 5]);
});
