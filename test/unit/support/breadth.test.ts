import { everyNth, turnOf } from '../../support/breadth';

describe('samples for a pull request', () => {
	const cases = ['a', 'b', 'c', 'd', 'e'];

	test('go round, so that together every case is tried', () => {
		expect([0, 1, 2].map((turn) => turnOf(cases, turn, 2).join(''))).toEqual(['ab', 'cd', 'ae']);
	});

	test('are the same for the same turn, whatever was asked for in between', () => {
		const first = turnOf(cases, 1, 3);
		turnOf(cases, 7, 3);
		expect(turnOf(cases, 1, 3)).toEqual(first);
	});

	test('are all cases where there are fewer than one gets', () => {
		expect(turnOf(cases, 3, 9)).toEqual(cases);
		expect(turnOf([], 3, 2)).toEqual([]);
	});

	test('have the first of those that cost much, and are never none', () => {
		expect(everyNth(cases, 3)).toEqual(['a', 'd']);
		expect(everyNth(cases, 100)).toEqual(['a']);
	});
});
