/** What of an instance depends on how it is paid for: resizing, deleting, and isolating it, each through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId, openVendor, WAITING, type Cloud } from '../../support/stage';

let cloud: Cloud;
const state = () => cloud.em.tencent.state;

beforeAll(async () => {
	cloud = await openVendor('tencent', { tick: 900_000 });
});
beforeEach(() => cloud.forget());
afterEach(() => {
	for (const instance of state().instances) instance.gone = true;
});

const seed = (given: object = {}) => state().seed({ name: 'orders', ...given }).id;
const at = (id: string, more: INodeParameters = {}): INodeParameters => ({
	instanceId: byId(id),
	...more,
});
const says = (attributes: IDataObject) =>
	cloud.em.faults.add({
		operation: 'DescribeInstanceAttributes',
		times: 'always',
		effect: {
			kind: 'answer',
			status: 200,
			body: { Response: { Result: attributes as never, RequestId: 'r' } },
		},
	});
const fails = (Code: string) =>
	cloud.em.faults.add({
		operation: 'DescribeInstanceAttributes',
		times: 'always',
		effect: {
			kind: 'answer',
			status: 200,
			body: { Response: { Error: { Code, Message: 'no' }, RequestId: 'r' } },
		},
	});

describe('Resize', () => {
	test.each([
		['a subscription', true, 'ModifyInstancePre', {}],
		['a pay-as-you-go instance', false, 'InstanceScalingDown', { UpgradeStrategy: 1 }],
	])('%s is resized by its own operation', async (_, prePaid, api, more) => {
		const id = seed({ prePaid });
		const options = { diskSize: 600, bandWidth: 60 };
		const [done] = await cloud.items('instance/resize', at(id, { options, ...WAITING }));
		expect(cloud.body(api)).toEqual({ InstanceId: id, DiskSize: 600, BandWidth: 60, ...more });
		expect(cloud.writes().map(({ operation }) => operation)).toEqual([api]);
		expect(done).toMatchObject({ InstanceId: id, completed: true, status: 'running' });
		expect(state().named('orders')).toMatchObject({ diskSize: 600, bandwidth: 60 });
	});

	test('a pay-as-you-go instance gets smaller, in the way that is chosen', async () => {
		const id = seed();
		const options = { diskSize: 200, upgradeStrategy: '2' };
		await cloud.items('instance/resize', at(id, { options, ...WAITING }));
		expect(cloud.body('InstanceScalingDown')).toMatchObject({ UpgradeStrategy: 2 });
		expect(state().named('orders')?.diskSize).toBe(200);
	});

	test('a method alone is no change', async () => {
		const { told } = await cloud.run(
			'instance/resize',
			at(seed(), { options: { upgradeStrategy: '2' } }),
		);
		expect(told).toContain('Add at least one size');
		expect(cloud.lines()).toEqual([]);
	});

	test('nothing is sent where nobody says how it is paid for', async () => {
		says({ InstanceId: 'ckafka-x', InstanceChargeType: null, ExpireTime: null });
		const { told } = await cloud.run('instance/resize', at(seed(), { options: { diskSize: 600 } }));
		expect(told).toContain('the billing mode of the instance could not be read');
		expect(cloud.writes()).toEqual([]);
	});

	// Recorded by GuanceCloud in 2023: pay-as-you-go expires in a year before Christ.
	test('the expiry tells it where the billing mode is not said', async () => {
		says({ ExpireTime: -62_170_009_580 });
		await cloud.items('instance/resize', at(seed(), { options: { diskSize: 600 } }));
		expect(cloud.sent('InstanceScalingDown')).toBeSent(1);
	});
});

describe('Delete', () => {
	test('refuses a subscription before anything is sent, and names what deletes it', async () => {
		const { told } = await cloud.run('instance/delete', at(seed({ prePaid: true })));
		expect(told).toMatch(/is a subscription.*'Delete Subscription'.*'Also Subscriptions'/);
		expect(cloud.writes()).toEqual([]);
		expect(state().named('orders')).toBeDefined();
	});

	test.each([
		[true, 'DeleteInstancePre'],
		[false, 'DeleteInstancePost'],
	])('with Also Subscriptions, a subscription: %s', async (prePaid, api) => {
		const id = seed({ prePaid });
		const given = at(id, { alsoSubscriptions: true, ...WAITING });
		const [done] = await cloud.items('instance/delete', given);
		expect(cloud.writes().map(({ operation }) => operation)).toEqual([api]);
		expect(cloud.body(api)).toEqual({ InstanceId: id });
		expect(done).toMatchObject({ deleted: true, completed: true });
	});

	test.each([
		[false, 1],
		[true, 0],
	])('where it cannot be read, Also Subscriptions %s sends %i', async (also, sent) => {
		const id = seed();
		fails('UnauthorizedOperation');
		const { told } = await cloud.run('instance/delete', at(id, { alsoSubscriptions: also }));
		expect(cloud.writes()).toHaveLength(sent);
		if (also) expect(told).toContain('Nothing was deleted');
	});

	test('a protected subscription stays, and says why', async () => {
		const id = seed({ prePaid: true, deleteProtection: 1 });
		const { told } = await cloud.run('instance/delete', at(id, { alsoSubscriptions: true }));
		expect(told).toContain('deletion protection is on');
		expect(state().named('orders')).toBeDefined();
	});
});

describe('Isolate Subscription', () => {
	const operation = 'instanceMaintenance/isolateSubscription';

	test('waits until it is isolated, which is its success', async () => {
		const id = seed({ prePaid: true });
		const [done] = await cloud.items(operation, at(id, WAITING));
		expect(done).toMatchObject({ isolated: true, completed: true, status: 'isolated' });
	});

	test('sends nothing for a pay-as-you-go instance', async () => {
		const { told } = await cloud.run(operation, at(seed()));
		expect(told).toContain('Only subscriptions can be isolated');
		expect(cloud.writes()).toEqual([]);
	});
});
