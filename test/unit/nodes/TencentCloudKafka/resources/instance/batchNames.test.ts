import { mayBeNamed } from '../../../../../../nodes/TencentCloudKafka/resources/instance/batchNames';

describe('an instance that may come from an order', () => {
	test.each([
		['orders-7', 'orders-{R:1}', true],
		['orders-', 'orders-{R:1}', false],
		['orders-7x', 'orders-{R:1}', false],
		['orders-7-dev', 'orders-{R:1}-dev', true],
		['orders-old-dev', 'orders-{R:1}-dev', false],
		['77', '{R:1}{R:5}', true],
		['7', '{R:1}{R:5}', false],
		['1171', '{R:1}1{R:1}', true],
		['a.b', 'a{R:1}b', false],
		['v2.12', 'v2.{R:1}', true],
		['v2x12', 'v2.{R:1}', false],
	])('%s of %s: %s', (found, name, expected) => {
		expect(mayBeNamed(found, name, 2)).toBe(expected);
	});

	test('is told of a name with many patterns, too', () => {
		const digits = '1'.repeat(120);
		expect(mayBeNamed(`${digits}x`, '{R:1}'.repeat(24), 2)).toBe(false);
		expect(mayBeNamed(`${digits}x`, '{R:1}1'.repeat(20), 2)).toBe(false);
		expect(mayBeNamed(digits, '{R:1}1'.repeat(20), 2)).toBe(true);
	});
});
