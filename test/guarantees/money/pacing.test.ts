/** Many items against clouds that refuse what comes too fast, on virtual time. */
import type { INodeParameters } from 'n8n-workflow';

import { byId, openVendor, type VendorName } from '../../support/stage';
import { chain, node } from '../../harness';
import { VENDORS } from '../../support/clouds';
import { homeOf, start } from '../../support/creates/play';

/** More than a cloud lets pass at once, so that a node without a pace would be refused. */
const ITEMS = 45;
const json = Array.from({ length: ITEMS }, (_, i) => ({ n: `item-${i}` }));

/** Operation, parameters, and how many of it the node sends a second. */
const PACED: Array<[VendorName, string, INodeParameters, number]> = [
	['huawei', 'topic/getAll', {}, 20],
	['huawei', 'consumerGroup/create', { groupName: '={{ $json.n }}' }, 20],
	['alibaba', 'consumerGroup/getAll', {}, 20],
	['alibaba', 'consumerGroup/create', { groupName: '={{ $json.n }}' }, 20],
	['alibaba', 'topic/create', { topicName: '={{ $json.n }}', remark: 'team' }, 19],
	['tencent', 'topic/getAll', {}, 19],
	// Which takes 100 a second.
	['tencent', 'user/create', { userName: '={{ $json.n }}', password: 'Canary-pass-1' }, 95],
];

test.each(PACED)(
	'%s: of %s none is refused, and none waits longer than the limit asks for',
	async (vendor, operation, parameters, perSecond) => {
		const cloud = await openVendor(vendor, { rateLimits: true });
		const home = { instanceId: byId(homeOf(cloud, vendor, [])) };
		const run = await start(cloud, vendor, operation, { ...home, ...parameters }, json);
		expect(run.error).toBeUndefined();
		const refused = cloud.em.requests.length - ITEMS;
		expect(refused).toBe(0);
		expect(cloud.clock.passed).toBeCloseTo(((ITEMS - 1) * 1000) / perSecond);
	},
);

/** The least that the limits allow: 20 at once and then 20 a second. */
const LEAST = ((2 * ITEMS - 20) * 1000) / 20;

test.each<[VendorName, string, number, number]>([
	['huawei', 'topic/getAll', 26, LEAST],
	// Of which the emulated cloud takes 20 a second, as of all whose limit is not known.
	['alibaba', 'instance/getAllIds', 26, LEAST],
	['tencent', 'topic/getAll', 24, LEAST + 79],
])(
	'%s: %s by two n8n processes at once, which is too fast, is refused and gets through later',
	async (vendor, operation, refused, milliseconds) => {
		const cloud = await openVendor(vendor, { rateLimits: true });
		const instanceId = byId(homeOf(cloud, vendor, []));
		const { type, credential, data } = VENDORS[vendor];
		const { port } = new URL(cloud.em[vendor].url);
		const [resource, name] = operation.split('/');
		const runs = await Promise.all(
			// At two addresses, so that the node cannot know that the cloud is one.
			['127.0.0.1', 'localhost'].map((id) => {
				const endpoint = `http://${id}:${port}`;
				cloud.n8n.credentials[`${credential}:${id}`] = data(cloud.em, { endpoint });
				const step = node('K', type, { resource, operation: name, instanceId });
				step.credentials = { [credential]: { id, name: credential } };
				return cloud.n8n.run(chain(step), { inputItems: json.map((one) => ({ json: one })) });
			}),
		);
		expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
		expect(cloud.em.requests).toHaveLength(2 * ITEMS + refused);
		expect(Math.round(cloud.clock.passed)).toBe(milliseconds);
	},
);
