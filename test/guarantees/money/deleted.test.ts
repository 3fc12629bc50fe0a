/** What was created and deleted before any list has shown it is not taken for something that is there. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, byName, type Cloud, type VendorName } from '../../support/stage';
import { KINDS, type Kind } from '../../support/creates/kinds';
import { homeOf, openPlayground, readable, start } from '../../support/creates/play';

let cloud: Cloud;
const create = async (kind: Kind, home: string, more: INodeParameters = {}) =>
	await start(cloud, kind.vendor, kind.operation, { ...kind.parameters(home), ...more }, [
		{ n: 'orders' },
	]);
const HOUR = 60 * 60_000;

interface Instance {
	vendor: VendorName;
	/** Field with its ID. */
	id: string;
	deletion: string;
	/** The list in which it is looked for by its name, without any; orders are not looked for by names. */
	empty?: { list: string; body: IDataObject };
}

const INSTANCES: Instance[] = [
	{
		vendor: 'huawei',
		id: 'instance_id',
		deletion: 'instance/delete',
		empty: { list: 'ListInstances', body: { instances: [], instance_num: 0 } },
	},
	{
		vendor: 'alibaba',
		id: 'InstanceId',
		deletion: 'instance/deleteCompletely',
	},
	{
		vendor: 'tencent',
		id: 'InstanceId',
		deletion: 'instance/delete',
		empty: {
			list: 'DescribeInstancesDetail',
			body: { Response: { Result: { TotalCount: 0, InstanceList: [] }, RequestId: 'r' } },
		},
	},
];

test.each(INSTANCES)(
	'an instance on $vendor: the second create of the name creates',
	async ({ vendor, id, deletion, empty }) => {
		const [kind] = KINDS[vendor];
		cloud = await openPlayground(vendor, { times: { listingLag: HOUR } });
		if (empty) {
			const effect = { kind: 'answer' as const, status: 200, body: empty.body };
			cloud.em.faults.add({ operation: empty.list, times: 'always', effect });
		}
		const ifAbsent = kind.ifAbsent ? { createIfAbsent: true } : {};
		const [made] = (await create(kind, '', ifAbsent)).items('K');
		expect(made[id]).toEqual(expect.any(String));
		// Long enough in the cloud's time for it to run: before that, the service does not delete it.
		cloud.em.clock.advance(HOUR);
		await cloud.items(deletion, { instanceId: byId(String(made[id])) });
		cloud.em.clock.advance(HOUR);
		expect(kind.held(cloud.em, '')).toEqual([]);

		const again = await create(kind, '', ifAbsent);
		expect(again.error).toBeUndefined();
		expect(cloud.sent(kind.api)).toBeSent(2);
		expect(again.items('K')[0][id]).not.toBe(made[id]);
		expect(again.items('K')[0].created).not.toBe(false);
	},
);

test.each<[VendorName, INodeParameters]>([
	['huawei', { topics: 'orders' }],
	['alibaba', { topic: byName('orders') }],
	['tencent', { topic: byName('orders') }],
])(
	'a topic on %s: the second create of the name creates, and its lost answer is not taken for an older topic',
	async (vendor, named) => {
		cloud = await openPlayground(vendor);
		const home = homeOf(cloud, vendor, []);
		const kind = KINDS[vendor].find(({ operation }) => operation === 'topic/create') as Kind;
		const held = () => kind.held(cloud.em, home).length;
		const before = held();
		expect((await create(kind, home)).items('K')).toMatchObject([{ created: true }]);
		await cloud.items('topic/delete', { instanceId: byId(home), ...named });
		cloud.em.clock.advance(HOUR);
		expect(held()).toBe(before);

		cloud.em.faults.add({ operation: kind.api, effect: { kind: 'cut', when: 'after' } });
		const again = await create(kind, home);
		expect(readable(again)).not.toContain('already existed');
		expect(again.items('K')).toMatchObject([{ created: true, recovered: true }]);
		expect(cloud.sent(kind.api)).toBeSent(2);
		expect(held()).toBe(before + 1);
	},
);
