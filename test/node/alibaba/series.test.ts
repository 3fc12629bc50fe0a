/** Stopped, serverless and Confluent instances as the cloud answers them, through n8n. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { AlibabaInstance } from '../../../emulator';
import { byId, openVendor, WAITING, type Cloud } from '../../support/stage';

const LIST = 'GetInstanceList';

let cloud: Cloud;
let id: string;
const instance = () => cloud.em.alibaba.state.named('orders') as AlibabaInstance;
const here = (more: INodeParameters = {}) => ({ instanceId: byId(id), ...more });
const seed = (given: Parameters<Cloud['em']['alibaba']['state']['seed']>[0]) => {
	({ id } = cloud.em.alibaba.state.seed(given));
};

beforeAll(async () => {
	cloud = await openVendor('alibaba', { tick: 60_000 });
});
beforeEach(() => {
	cloud.forget();
	cloud.em.alibaba.state.rules.viewStatus = true;
	for (const one of cloud.em.alibaba.state.instances) one.gone = true;
	seed({ name: 'orders' });
});

const answer = (body: IDataObject = {}) => ({
	kind: 'answer' as const,
	status: 200,
	body: { RequestId: 'r', Code: 200, Success: true, ...body },
});
const refusal = (status: number, code: string) => ({
	kind: 'answer' as const,
	status,
	body: { RequestId: 'r', Code: code, Message: `${code}. Please check and try again later.` },
});
const rows = (...InstanceVO: IDataObject[]) => answer({ InstanceList: { InstanceVO } });

/** Source: acceptance test of terraform-provider-alicloud's alikafka_instance_v2. */
describe('a stopped instance, which reads 15', () => {
	test.each([true, false])('is released before it is deleted, view status: %s', async (view) => {
		cloud.em.alibaba.state.rules.viewStatus = view;
		await cloud.items('instance/stop', here(WAITING));
		expect(instance()).toMatchObject({ serviceStatus: 15, viewStatus: 3 });
		cloud.forget();
		const [item] = await cloud.items('instance/deleteCompletely', here());
		expect(item).toMatchObject({ deleted: true, completed: true });
		expect(cloud.sent('ReleaseInstance')).toBeSent(1);
		expect(cloud.sent('DeleteInstance').length).toBeGreaterThan(0);
	});

	test('has stopped where an answer has no other word', async () => {
		cloud.em.faults.add({ operation: 'StopInstance', effect: answer() });
		const effect = rows({ InstanceId: id, Name: 'orders', ServiceStatus: 15, PaidType: 1 });
		cloud.em.faults.add({ operation: LIST, times: 'always', effect });
		const [item] = await cloud.items('instance/stop', here(WAITING));
		expect(item).toMatchObject({ completed: true, status: 'out of service' });
	});

	test('that is prepaid has expired, and is only deleted', async () => {
		instance().gone = true;
		seed({ name: 'orders', paidType: 0, phase: 'expired' });
		cloud.em.alibaba.state.rules.viewStatus = false;
		const [item] = await cloud.items('instance/deleteCompletely', here());
		expect(item).toMatchObject({ deleted: true });
		expect(cloud.sent('ReleaseInstance')).toBeSent(0);
	});

	test('is told by its own word', async () => {
		Object.assign(instance(), { serviceStatus: 15, viewStatus: 3 });
		const [item] = await cloud.items('instance/get', here());
		expect(item).toMatchObject({ status: 'stopped' });
	});
});

describe('Delete Completely', () => {
	const lagging = () =>
		rows({ InstanceId: id, ServiceStatus: 15, ViewInstanceStatusCode: 6, PaidType: 1 });

	// terraform-provider-alicloud #9307, #9416, #9450
	test('is done when the service disowns what it has accepted to delete', async () => {
		cloud.em.faults.add({ operation: LIST, times: 'always', effect: lagging() });
		cloud.em.faults.add({ operation: 'DeleteInstance', effect: answer() });
		const effect = refusal(403, 'AUTH_RESOURCE_OWNER_ERROR');
		cloud.em.faults.add({ operation: 'DeleteInstance', nth: 2, times: 'always', effect });
		const [item] = await cloud.items('instance/deleteCompletely', here());
		expect(item).toMatchObject({ deleted: true, completed: true });
	});

	test('of what an earlier run has deleted waits for the list', async () => {
		cloud.em.faults.add({ operation: LIST, times: 4, effect: lagging() });
		cloud.em.faults.add({ operation: LIST, nth: 5, times: 'always', effect: rows() });
		const effect = refusal(403, 'AUTH_RESOURCE_OWNER_ERROR');
		cloud.em.faults.add({ operation: 'DeleteInstance', times: 'always', effect });
		const [item] = await cloud.items('instance/deleteCompletely', here());
		expect(item).toMatchObject({ deleted: true, completed: true });
	});

	test('that the user may not do does not go on for ever', async () => {
		cloud.em.faults.add({ operation: LIST, times: 'always', effect: lagging() });
		const effect = refusal(403, 'AUTH_RESOURCE_OWNER_ERROR');
		cloud.em.faults.add({ operation: 'DeleteInstance', times: 'always', effect });
		const { told } = await cloud.run('instance/deleteCompletely', here());
		expect(told).toContain('code AUTH_RESOURCE_OWNER_ERROR');
		expect(cloud.sent('DeleteInstance').length).toBeLessThan(10);
	});

	test('looks again for one that was ordered a moment ago', async () => {
		cloud.em.faults.add({ operation: LIST, times: 2, effect: rows() });
		const [item] = await cloud.items('instance/deleteCompletely', here());
		expect(item).toMatchObject({ deleted: true });
		expect(cloud.sent('ReleaseInstance')).toBeSent(1);
	});

	test('does not take one empty list for the end', async () => {
		cloud.em.faults.add({ operation: LIST, nth: 2, effect: rows() });
		await cloud.items('instance/deleteCompletely', here());
		expect(cloud.sent('DeleteInstance').length).toBeGreaterThan(0);
		expect(cloud.em.alibaba.state.named('orders')).toBeUndefined();
	});
});

// terraform-provider-alicloud #8787
describe('a Confluent instance', () => {
	const deploy = (more: INodeParameters = {}, options: INodeParameters = {}) =>
		here({ vpcId: 'vpc-1', vSwitchId: 'vsw-1', deployModule: 'vpc', options, ...more });
	beforeEach(() => {
		instance().gone = true;
		seed({ name: 'orders', paidType: 4, phase: 'waiting' });
	});

	test('is deployed with its password', async () => {
		const options = { password: 'Root-Pass-1', serviceVersion: '7.4.0' };
		await cloud.items('instance/deploy', deploy({}, options));
		expect(cloud.onlyBody('StartInstance')).toMatchObject({
			Password: 'Root-Pass-1',
			DeployModule: 'vpc',
		});
		expect(cloud.sent('StartInstance')[0].url).not.toContain('Root-Pass-1');
	});

	test.each<[INodeParameters, INodeParameters, string]>([
		[{}, {}, "'Password' is empty"],
		[{}, { password: 'short' }, "'Password' has 5 characters"],
		[{ name: 'orders-dev' }, { password: 'Root-Pass-1' }, "'Name' is not available"],
		[{}, { password: 'Root-Pass-1', serviceVersion: '2.2.0' }, 'for Confluent instances'],
	])('with %j and %j is refused before it is sent', async (more, options, words) => {
		const { told } = await cloud.run('instance/deploy', deploy(more, options));
		expect(told).toContain(words);
		expect(cloud.sent('StartInstance')).toBeSent(0);
	});
});

describe('a serverless instance', () => {
	const bought: INodeParameters = {
		deployType: '5',
		vpcId: 'vpc-1',
		vSwitchId: 'vsw-1',
		billing: '3',
		edition: 'normal',
		serverlessConfig: { entry: { reservedPublishCapacity: 60, reservedSubscribeCapacity: 60 } },
	};
	const buy = async (options: INodeParameters = {}, more: INodeParameters = {}) =>
		await cloud.run('instance/createAndDeploy', { ...bought, ...more, options });
	const settings = (given: IDataObject) => ({ config: { entry: { settings: given } } as never });

	test('is named after its deployment, which takes no name', async () => {
		const { items, told } = await buy({}, { name: 'serverless-one' });
		expect(told).toBe('');
		expect(cloud.body('StartInstance')).not.toHaveProperty('Name');
		expect(cloud.body('ModifyInstanceName')).toMatchObject({ InstanceName: 'serverless-one' });
		expect(items[0]).toMatchObject({ deploymentStarted: true });
		expect(cloud.em.alibaba.state.named('serverless-one')).toBeDefined();
	});

	test.each([
		['3', { kafkaLogRetentionHours: 96 }, "Use 'Serverless: Retention (Hours)' instead."],
		['1', { numPartitions: 6 }, "'Serverless: Default Partitions' is not available for reserved"],
	])(
		'settings of another series are refused before an order, %s',
		async (billing, given, words) => {
			const reserved = { ioMaxSpec: 'alikafka.hw.2xlarge', diskType: '1', diskSize: 500 };
			const { told } = await buy(settings(given), { billing, ...reserved, partitionNum: 50 });
			expect(told).toContain(words);
			expect(cloud.lines()).toEqual([]);
		},
	);

	test('gets its own settings with the deployment', async () => {
		const { told } = await buy(settings({ logRetentionHours: 96, numPartitions: 6 }));
		expect(told).toBe('');
		expect(cloud.body('StartInstance')).toMatchObject({
			Config: '{"log.retention.hours":"96","num.partitions":"6"}',
		});
	});

	test('has settings under its own names, and the wait knows them', async () => {
		instance().gone = true;
		seed({ name: 'orders', paidType: 3 });
		const config = settings({ kafkaLogRetentionHours: 96 });
		const [item] = await cloud.items(
			'instance/updateConfiguration',
			here({ ...config, ...WAITING }),
		);
		expect(cloud.body('UpdateInstanceConfig')).toMatchObject({
			Config: '{"log.retention.hours":"96"}',
		});
		expect(item).toMatchObject({ completed: true });
		expect(instance().config['log.retention.hours']).toBe('96');
	});

	test('a setting that the instance does not list does not hold the wait', async () => {
		const config = settings({ numPartitions: 6 });
		const [item] = await cloud.items(
			'instance/updateConfiguration',
			here({ ...config, ...WAITING }),
		);
		expect(item).toMatchObject({ completed: true });
	});

	// terraform-provider-alicloud #9855
	test('is enlarged by its capacity alone', async () => {
		instance().gone = true;
		seed({
			name: 'orders',
			paidType: 3,
			deployType: 5,
			reservedPublish: 60,
			reservedSubscribe: 60,
		});
		const capacity = { reservedPublishCapacity: 100, reservedSubscribeCapacity: 100 };
		const options = { serverlessConfig: { entry: capacity } } as never;
		const [item] = await cloud.items('instance/upgrade', here({ options, ...WAITING }));
		expect(cloud.body('UpgradePostPayOrder')).toEqual({
			InstanceId: id,
			ServerlessConfig: '{"ReservedPublishCapacity":100,"ReservedSubscribeCapacity":100}',
			EipModel: 'false',
		});
		expect(item).toMatchObject({ completed: true });
		const mixed = { ...(options as object), partitionNum: 5 } as never;
		const { told } = await cloud.run('instance/upgrade', here({ options: mixed }));
		expect(told).toContain("'Partitions' cannot be combined with 'Serverless Capacity'");
	});

	// Vendor page of GetInstanceList: serverless instances cannot be queried by order ID.
	test('cannot be found by its order, which is said once', async () => {
		const { told } = await buy({ orderId: '234000000000001' });
		expect(told).toContain('does not find serverless instances by their order');
		expect(told).toContain("with the operation 'Deploy'");
		expect(told).not.toContain("'Order ID to Resume'");
		expect(cloud.sent(LIST)).toBeSent(1);
	});

	test('is reached with and without TLS side by side', async () => {
		instance().gone = true;
		const config = { 'enable.acl': 'true', 'enable.vpc_sasl_ssl': 'true' };
		seed({ name: 'orders', paidType: 3, config });
		const [{ accessModes }] = await cloud.items('instance/getConnection', here());
		const ports = (accessModes as IDataObject[]).map(({ securityProtocol, brokers }) => [
			securityProtocol,
			(brokers as string[])[0].split(':')[1],
		]);
		expect(ports).toEqual([
			['PLAINTEXT', '9092'],
			['SASL_PLAINTEXT', '9094'],
			['SASL_SSL', '9095'],
		]);
	});
});

describe('an order that has served', () => {
	const again = async (more: INodeParameters, options: INodeParameters = {}) =>
		await cloud.run('instance/createAndDeploy', {
			deployType: '5',
			vpcId: 'vpc-1',
			vSwitchId: 'vsw-1',
			billing: '1',
			edition: 'professional',
			ioMaxSpec: 'alikafka.hw.2xlarge',
			diskType: '1',
			diskSize: 500,
			partitionNum: 50,
			...more,
			options: { orderId: '230000000000001', ...options },
		});
	beforeEach(() => {
		instance().gone = true;
		seed({ name: 'orders', orderId: '230000000000001', vpcId: 'vpc-1', vSwitchId: 'vsw-1' });
	});

	test('starts no deployment, and says so', async () => {
		const { items, told } = await again({ name: 'orders' });
		expect(told).toBe('');
		expect(items).toEqual([
			{
				OrderId: '230000000000001',
				InstanceId: id,
				deploymentStarted: false,
				alreadyDeployed: true,
			},
		]);
		expect(cloud.writes()).toEqual([]);
	});

	test.each<[INodeParameters, INodeParameters, string]>([
		[{ name: 'second-one' }, {}, 'name orders instead of second-one'],
		[{ vSwitchId: 'vsw-other' }, {}, 'vSwitch vsw-1 instead of vsw-other'],
		[{ vpcId: 'vpc-other' }, {}, 'VPC vpc-1 instead of vpc-other'],
		[{}, { serviceVersion: '2.6.2' }, 'version 2.2.0 instead of 2.6.2'],
		[{ billing: '0' }, {}, 'was bought with another billing or network'],
	])('is not taken for %j %j', async (more, options, words) => {
		const { told } = await again(more, options);
		expect(told).toContain(words);
		expect(told).toContain(id);
		expect(cloud.writes()).toEqual([]);
	});
});

describe('errors', () => {
	test('of the gateway in XML say what they say', async () => {
		const body =
			'<?xml version="1.0" encoding="UTF-8"?><Error><RequestId>REQ-9</RequestId><HostId>h</HostId><Code>SignatureDoesNotMatch</Code><Message>Specified signature &amp; calculation differ.</Message></Error>';
		const headers = { 'content-type': 'text/xml;charset=utf-8' };
		cloud.em.faults.add({
			operation: LIST,
			effect: { kind: 'answer', status: 400, headers, body },
		});
		const { told } = await cloud.run('instance/getAll');
		expect(told).toContain('the signature does not match');
		expect(told).toContain('signature & calculation differ');
		expect(told).toContain('request ID REQ-9');
	});

	test('of a missing permission name it', async () => {
		const body = {
			RequestId: 'r',
			Code: 'NoPermission',
			Message: 'No permissions.',
			AccessDeniedDetail: { AuthAction: 'alikafka:ListInstance', AuthPrincipalType: 'SubUser' },
		};
		cloud.em.faults.add({ operation: LIST, effect: { kind: 'answer', status: 403, body } });
		const { told } = await cloud.run('instance/getAll');
		expect(told).toContain('Grant the RAM user the action alikafka:ListInstance');
	});
});
