/** What the node's request options say holds for the requests that the node sends itself. */
import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { K, openCloud, type Cloud } from '../../support/stage';

let s: Cloud;

beforeEach(async () => {
	s = await openCloud({ instances: [{ name: 'orders' }] });
});

const getAll = { resource: 'instance', operation: 'getAll' };

describe('the proxy', () => {
	/** Whole addresses that the proxy was asked for. */
	const asked: string[] = [];
	let proxy: Server;

	beforeEach(async () => {
		asked.length = 0;
		proxy = createServer((incoming, answer) => {
			const { url = '', method, headers } = incoming;
			asked.push(url);
			const onward = forward(url, { method, headers }, (received) => {
				answer.writeHead(received.statusCode ?? 502, received.headers);
				received.pipe(answer);
			});
			incoming.pipe(onward);
		});
		await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	});
	afterEach(() => {
		proxy.closeAllConnections();
		proxy.close();
	});

	test('that the node is set to is used', async () => {
		const { port } = proxy.address() as AddressInfo;
		const requestOptions = { proxy: `http://127.0.0.1:${port}` };
		const run = await s.start({ ...getAll, requestOptions });
		expect(run.items(K)).toMatchObject([{ name: 'orders' }]);
		expect(asked).toEqual([expect.stringContaining(s.em.huawei.url)]);
	});
});
