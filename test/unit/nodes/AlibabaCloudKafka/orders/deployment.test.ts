/** A bought instance is deployed once, as it was asked for, and named; its ID is in whatever goes wrong. */
import { deploy, nameDeployed } from '../../../../../nodes/AlibabaCloudKafka/orders/deployment';
import { Shop, failing, running, thrownBy, waiting } from './shop';

const START = 'StartInstance';
const RENAME = 'ModifyInstanceName';
const PAUSES = [0, 1_000, 4_000, 10_000, 20_000, 35_000, 60_000];
const WANTED = { VpcId: 'v1', VSwitchId: 's1' };

const shopOf = (lists: Shop['lists'], replies: Shop['replies'] = {}) =>
	Object.assign(new Shop(), { lists, replies });

describe('a deployment', () => {
	test('of an instance that waits for it is sent with its settings', async () => {
		const shop = shopOf([[waiting('i1')]]);
		expect(await deploy(shop.item, 'i1', WANTED)).toEqual({ wasDeployed: false });
		expect(shop.bodies(START)).toEqual([{ InstanceId: 'i1', ...WANTED }]);
	});

	test('of one that is not listed yet is sent too', async () => {
		const shop = shopOf([[]]);
		expect(await deploy(shop.item, 'i1', WANTED)).toEqual({ wasDeployed: false });
		expect(shop.bodies(START)).toHaveLength(1);
	});

	test.each([1, 5, 77])(
		'that has taken place, with status %d, is not sent again',
		async (status) => {
			const shop = shopOf([[waiting('i1', { ServiceStatus: status, ...WANTED })]]);
			expect(await deploy(shop.item, 'i1', WANTED)).toEqual({ wasDeployed: true });
			expect(shop.bodies(START)).toEqual([]);
		},
	);

	test.each([
		[10, 'released'],
		[15, 'out of service'],
		[101, 'deployment failed'],
	])('is not sent where the status is %d: the instance is named', async (status, word) => {
		const shop = shopOf([[waiting('i1', { ServiceStatus: status })]]);
		const failure = await thrownBy(deploy(shop.item, 'i1', WANTED));
		expect(failure).toMatchObject({ kind: 'unfinished', mayHaveHappened: false });
		expect(failure.message).toBe(`Instance i1 is ${word} and can no longer be deployed`);
		expect(failure.details.advice).toContain('billed');
		expect(shop.bodies(START)).toEqual([]);
	});

	describe('by somebody else is not taken for ours', () => {
		test.each([
			['VpcId', 'v2', { VpcId: 'v1' }, 'VPC v2 instead of v1'],
			['VSwitchId', 's2', { VSwitchId: 's1' }, 'vSwitch s2 instead of s1'],
			['SecurityGroup', 'g2', { SecurityGroup: 'g1' }, 'security group g2 instead of g1'],
			['Name', 'n2', { Name: 'n1' }, 'name n2 instead of n1'],
			['Name', 'orders-dev', { Name: 'orders' }, 'name orders-dev instead of orders'],
			['VpcId', 'v2', { VpcId: 'v1', VSwitchIds: ['s1'] }, 'VPC v2 instead of v1'],
		])('where %s is another', async (name, shown, wanted, text) => {
			const shop = shopOf([[running('i1', { [name]: shown })]]);
			const failure = await thrownBy(deploy(shop.item, 'i1', wanted));
			expect(failure.kind).toBe('unfinished');
			expect(failure.message).toBe(`Instance i1 is already deployed, with ${text}`);
			expect(failure.details.advice).toContain('did not deploy it');
		});

		test('where the version is another', async () => {
			const info = { UpgradeServiceDetailInfo: { Current2OpenSourceVersion: '2.2.0' } };
			const shop = shopOf([[running('i1', info)]]);
			const failure = await thrownBy(deploy(shop.item, 'i1', { ServiceVersion: '2.6.2' }));
			expect(failure.message).toContain('version 2.2.0 instead of 2.6.2');
		});

		test('and all differences are named', async () => {
			const shop = shopOf([[running('i1', { VpcId: 'v2', Name: 'n2' })]]);
			const failure = await thrownBy(deploy(shop.item, 'i1', { VpcId: 'v1', Name: 'n1' }));
			expect(failure.message).toMatch(/VPC v2 instead of v1, name n2 instead of n1$/);
		});
	});

	test.each([
		['is not shown yet', {}, { VpcId: 'v1' }],
		['was not asked for', { VpcId: 'v2' }, { VpcId: '' }],
		['is one of several vSwitches', { VSwitchId: '["s1","s2"]' }, { VSwitchId: 's2' }],
		['is a name that it does not have yet', { Name: 'i1' }, { Name: 'orders' }],
		['gives way to a list', { VSwitchId: 's9' }, { VSwitchId: 's1', VSwitchIds: ['s9'] }],
		['is the same', { VpcId: 'v1', Name: 'n' }, { VpcId: 'v1', Name: 'n' }],
	])('with what %s is taken as deployed', async (_, shown, wanted) => {
		const shop = shopOf([[running('i1', shown)]]);
		expect(await deploy(shop.item, 'i1', wanted)).toEqual({ wasDeployed: true });
	});

	test('where the list of vSwitches is empty, the single one counts', async () => {
		const shop = shopOf([[running('i1', { VSwitchId: 's9' })]]);
		const wanted = { VSwitchId: 's1', VSwitchIds: '' };
		expect((await thrownBy(deploy(shop.item, 'i1', wanted))).kind).toBe('unfinished');
	});

	const LATE = [
		['AUTH_RESOURCE_OWNER_ERROR', 'is not known to be ours yet'],
		['VpcVSwitch.NotFound', 'does not know its network yet'],
	];

	test.each(LATE)('refused with %s, as the service %s, is tried again', async (code) => {
		const refused = failing('refused', { code });
		const shop = shopOf([[waiting('i1')]], { [START]: [refused, refused, {}] });
		expect(await deploy(shop.item, 'i1', WANTED)).toEqual({ wasDeployed: false });
		expect(shop.times(START)).toEqual(PAUSES.slice(0, 3));
	});

	test('refused so for a minute fails', async () => {
		const refused = failing('refused', { code: 'VpcVSwitch.NotFound' });
		const shop = shopOf([[waiting('i1')]], { [START]: [refused] });
		expect(await thrownBy(deploy(shop.item, 'i1', WANTED))).toBe(refused);
		expect(shop.times(START)).toEqual(PAUSES);
	});

	test('refused for another reason fails at once', async () => {
		const refused = failing('refused', { code: 'Parameter.Invalid' });
		const shop = shopOf([[waiting('i1')]], { [START]: [refused] });
		expect(await thrownBy(deploy(shop.item, 'i1', WANTED))).toBe(refused);
		expect(shop.times(START)).toEqual([0]);
	});

	test('refused as it waits no more has been done', async () => {
		const refused = failing('refused', { code: 'InstanceStatus.NotWaitDeploy' });
		const shop = shopOf([[waiting('i1')], [running('i1')]], { [START]: [refused] });
		expect(await deploy(shop.item, 'i1', WANTED)).toEqual({ wasDeployed: true });
	});

	test('refused so although it waits fails', async () => {
		const refused = failing('refused', { code: 'InstanceStatus.NotWaitDeploy' });
		const shop = shopOf([[waiting('i1')]], { [START]: [refused] });
		expect(await thrownBy(deploy(shop.item, 'i1', WANTED))).toBe(refused);
	});

	test('is stopped while it is tried again, with the ID', async () => {
		const stop = new AbortController();
		const shop = new Shop({ signal: stop.signal });
		shop.lists = [[waiting('i1')]];
		shop.replies = { [START]: [failing('refused', { code: 'VpcVSwitch.NotFound' })] };
		shop.onCall = ({ api }) => {
			if (api === START) stop.abort();
		};
		const failure = await thrownBy(deploy(shop.item, 'i1', WANTED));
		expect(failure.message).toContain('while waiting to deploy instance i1');
	});
});

describe('a deployment whose answer is lost', () => {
	const lost = (...lists: Shop['lists']) =>
		shopOf([[waiting('i1')], ...lists], { [START]: [failing('lost')] });

	test('is seen in the list, and the log says so', async () => {
		const shop = lost([waiting('i1')], failing('unreachable'), [running('i1')]);
		expect(await deploy(shop.item, 'i1', WANTED)).toEqual({ wasDeployed: false });
		expect(shop.times('GetInstanceList')).toEqual([0, 1_000, 4_000, 10_000]);
		expect(shop.bodies(START)).toHaveLength(1);
		expect(shop.notes).toEqual([
			'the response to StartInstance was lost, but instance i1 is being deployed',
		]);
	});

	test('and that is not seen names the instance, and is nothing that counts as unknown', async () => {
		const shop = lost([waiting('i1')]);
		const failure = await thrownBy(deploy(shop.item, 'i1', WANTED));
		expect(failure).toMatchObject({ kind: 'unfinished', mayHaveHappened: false });
		expect(failure.message).toBe('it was lost; instance i1 is still waiting for deployment');
		expect(shop.times('GetInstanceList')).toHaveLength(7);
	});

	test('and that turns out to be another one is told at once', async () => {
		const shop = lost([running('i1', { VpcId: 'v2' })]);
		const failure = await thrownBy(deploy(shop.item, 'i1', WANTED));
		expect(failure.message).toContain('VPC v2 instead of v1');
		expect(shop.times('GetInstanceList')).toHaveLength(2);
	});

	test('is stopped while it is looked for, with the ID', async () => {
		const stop = new AbortController();
		const shop = new Shop({ signal: stop.signal });
		Object.assign(shop, { lists: [[waiting('i1')]], replies: { [START]: [failing('lost')] } });
		shop.onCall = ({ api }) => {
			if (api === START) stop.abort();
		};
		const failure = await thrownBy(deploy(shop.item, 'i1', WANTED));
		expect(failure.message).toContain('while checking whether instance i1 is deployed');
	});
});

describe('a name', () => {
	const name = async (...replies: Shop['replies'][string]) => {
		const shop = shopOf([[]], { [RENAME]: replies });
		const failure = await nameDeployed(shop.item, 'i1', 'orders').catch((error: unknown) => error);
		return { shop, failure };
	};

	test('is given to the instance', async () => {
		const { shop, failure } = await name({});
		expect(failure).toBeUndefined();
		expect(shop.bodies(RENAME)).toEqual([{ InstanceId: 'i1', InstanceName: 'orders' }]);
	});

	test.each([
		['refused', 'BIZ_INSTANCE_CANNOT_OPERATE'],
		['refused', 'BIZ_INSTANCE_STATUS_ERROR'],
		['refused', 'BIZ.INSTANCE.STATUS.ERROR'],
		['refused', 'Instance.StatusNotRunning'],
		['refused', 'InstanceStatus.NotAllowed'],
		['refused', 'InstanceStatus.Change.NotAllowed'],
		['refused', 'AUTH_RESOURCE_OWNER_ERROR'],
		['lost', undefined],
		['broken', undefined],
	] as const)('is given again where it was %s with %s', async (kind, code) => {
		const { shop, failure } = await name(failing(kind, { code }), {});
		expect(failure).toBeUndefined();
		expect(shop.times(RENAME)).toEqual([0, 1_000]);
	});

	test('that cannot be given within a minute says that the instance is deployed', async () => {
		const { shop, failure } = await name(failing('lost'));
		expect(failure).toMatchObject({
			kind: 'unfinished',
			message: 'instance i1 is being deployed, but could not be named: it was lost',
		});
		expect(shop.times(RENAME)).toEqual(PAUSES);
	});

	test('that is refused for another reason is not tried again', async () => {
		const { shop, failure } = await name(failing('refused', { code: 'Name.Invalid' }));
		expect(failure).toMatchObject({ kind: 'unfinished' });
		expect(shop.times(RENAME)).toEqual([0]);
	});

	test('in an execution that is stopped ends as stopped', async () => {
		const stopped = failing('cancelled');
		expect((await name(stopped)).failure).toBe(stopped);
	});

	test('is no longer tried when the execution is stopped', async () => {
		const stop = new AbortController();
		const shop = new Shop({ signal: stop.signal });
		shop.replies = { [RENAME]: [failing('lost')] };
		shop.onCall = () => stop.abort();
		const failure = await thrownBy(nameDeployed(shop.item, 'i1', 'orders'));
		expect(failure.message).toContain('while naming instance i1');
	});
});
