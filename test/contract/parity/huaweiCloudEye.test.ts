/**
 * Cloud Eye's official package is not on npm: the core of the official SDK signs and sends the request of its
 * reference instead, as that package would hand it over, and the node's own request is held against it.
 */
import type { IDataObject } from 'n8n-workflow';

import { huaweiFleet } from '../../../nodes/HuaweiCloudKafka/fleet';
import { loadCompanions } from '../../../emulator/core/facts';
import { DAY, openAccount } from '../../support/huaweiFleet';
import { huaweiClient } from '../../support/sdks/huawei';

/** The client of the SDK's core, which every package of it sends with. */
interface CoreClient {
	sendRequest(options: IDataObject): Promise<IDataObject>;
}

/** The core signs with the time of this machine. */
const NOW = Date.now();

const facts = loadCompanions('huawei').find((one) => one.operation === 'BatchListMetricData');

test('the node sends what the official core sends, and reads the same response', async () => {
	const instances = [{ name: 'orders', createdAt: NOW - 30 * DAY }];
	const { em, open, scope } = await openAccount({ instances }, {}, NOW);
	const at = await open();
	const { records } = await huaweiFleet.list(at, scope('cn-north-4'), { raw: false, now: NOW });
	const [{ id }] = records;
	const stretch = { from: NOW - 3 * DAY, to: NOW, value: 5 };
	em.huawei.state.metrics.report(id, 'instance_bytes_in_rate', stretch);
	const ask = { from: NOW - (NOW % DAY) - 2 * DAY, to: NOW - (NOW % DAY) + DAY };
	const found = await huaweiFleet.metrics(at, {
		...{ ...ask, instances: records, period: 86_400, floor: 0 },
	});
	const ours = em.requests.at(-1);

	const { hcClient } = huaweiClient(em) as unknown as { hcClient: CoreClient };
	const theirs = await hcClient.sendRequest({
		method: facts?.request.method,
		url: facts?.request.path,
		contentType: 'application/json',
		queryParams: {},
		pathParams: {},
		headers: { 'Content-Type': 'application/json' },
		data: JSON.parse(String(ours?.body)) as IDataObject,
	});

	const sent = em.requests.at(-1);
	expect(sent).toMatchObject({ operation: 'BatchListMetricData', status: 200 });
	expect(sent).not.toBe(ours);
	expect([ours?.method, ours?.url]).toEqual([sent?.method, sent?.url]);
	expect(JSON.parse(String(sent?.body))).toEqual(JSON.parse(String(ours?.body)));
	const [metric] = theirs.metrics as Array<{
		datapoints: Array<{ max: number; timestamp: number }>;
	}>;
	const [produced] = found.get(id) ?? [];
	expect(produced.points).toEqual(metric.datapoints.map(({ timestamp, max }) => [timestamp, max]));
	expect(produced.points).toHaveLength(3);
});
