/** Many items against clouds that refuse what comes too fast: the node's own pace causes no refusal. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, openVendor, type VendorName } from '../engine/supportApi';
import { homeOf, start } from './play';

/** More than a cloud lets pass at once, so that a node without a pace would be refused. */
const ITEMS = 45;

test.each<[VendorName, string, INodeParameters]>([
	['huawei', 'topic/getAll', {}],
	['huawei', 'consumerGroup/create', { groupName: '={{ $json.n }}' }],
	['alibaba', 'consumerGroup/getAll', {}],
	['alibaba', 'consumerGroup/create', { groupName: '={{ $json.n }}' }],
	['tencent', 'user/getAll', {}],
	['tencent', 'user/create', { userName: '={{ $json.n }}', password: 'Canary-pass-1' }],
])('%s: %s is sent once an item', async (vendor, operation, parameters) => {
	const cloud = await openVendor(vendor, { rateLimits: true });
	const home = { instanceId: byId(homeOf(cloud, vendor, [])) };
	const run = await start(
		cloud,
		vendor,
		operation,
		{ ...home, ...parameters },
		Array.from({ length: ITEMS }, (_, i) => ({ n: `item-${i}` })),
	);
	expect(run.error).toBeUndefined();
	expect(cloud.em.requests).toHaveLength(ITEMS);
	await cloud.close();
});
