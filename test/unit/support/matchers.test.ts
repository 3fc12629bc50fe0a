import { startEmulator } from '../../../emulator';

describe('a failed expectation about money', () => {
	const existing = [
		{ key: 'id-1', name: 'orders-dev' },
		{ key: 'id-2', name: 'orders-dev' },
	];

	test('names what exists twice', () => {
		expect(() => expect(existing).toExist(1)).toThrow(
			'one should exist, and two do: two named orders-dev: id-1, id-2',
		);
	});

	test('says what is left of what should exist', () => {
		expect(() => expect(existing.slice(1)).toExist(2)).toThrow(
			'two should exist; what exists is one named orders-dev: id-2',
		);
		expect(() => expect([]).toExist(1)).toThrow('one should exist; what exists is nothing');
	});

	test('shows each request that was sent', async () => {
		const em = await startEmulator({ speed: 0 });
		await fetch(`${em.huawei.url}/v2/p/instances?engine=kafka`);
		await em.close();
		expect(() => expect(em.requests).toBeSent(2)).toThrow(
			/^ListInstances was sent 1 times and not 2:\n {2}GET \/v2\/p\/instances\?engine=kafka {2}-> 401$/,
		);
	});
});
