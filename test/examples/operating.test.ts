/** The examples that operate what is there, each from its start node to its messages. */
import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { answerOf, example, slashCommand, textsOf, withSettings } from '../../demo/workflows';
import type { Emulator, EmulatorOptions } from '../../emulator';
import type { AnyNodeType, Harness, Outcome } from '../harness';
import { stage } from './support';

const DAY = 24 * 3600_000;

let em: Emulator;
let n8n: Harness;

async function open(options: EmulatorOptions, nodes: Record<string, AnyNodeType> = {}) {
	({ em, n8n } = await stage(options, nodes));
}

/** How often an operation was requested. */
const sent = (operation: string) =>
	em.requests.filter((request) => request.operation === operation).length;

function expectSuccess({ result, error }: Outcome) {
	expect(error?.message).toBeUndefined();
	expect(result.status).toBe('success');
}

describe('Clean up temporary instances', () => {
	it('tells of the one that could not be deleted and deletes the others', async () => {
		const tags = [{ key: 'lifetime', value: 'temporary' }];
		await open({
			huawei: {
				instances: [
					{ name: 'first', tags },
					{ name: 'second', tags },
					{ name: 'production', tags: [] },
				],
			},
		});
		const locked = em.huawei.state.named('second')?.id ?? '';
		em.faults.add({
			operation: 'DeleteInstance',
			path: locked,
			effect: {
				kind: 'answer',
				status: 403,
				body: { error_code: 'DMS.99999999', error_msg: 'Deletion is not allowed' },
			},
		} as never);
		const run = await n8n.run(
			withSettings(example('huawei-3-clean-up-temporary-instances.json'), { dryRun: false }),
		);
		expectSuccess(run);
		expect(textsOf(run, 'Deleted')).toEqual([
			expect.stringMatching(/^Kafka instance first \([\w-]+\) is being deleted$/),
		]);
		expect(textsOf(run, 'Not Deleted')).toEqual([
			expect.stringMatching(
				`^Kafka instance second \\(${locked}\\) could not be deleted and is still billed: .*not allowed`,
			),
		]);
		expect(em.huawei.state.named('production')?.status).toBe('RUNNING');
	});
});

describe('Clean up idle consumer groups', () => {
	const file = 'huawei-5-clean-up-idle-consumer-groups.json';
	const member = { memberId: 'm-1', clientId: 'c', host: '/192.168.0.9', assignment: [] };

	beforeEach(async () => {
		const old = Date.now() - 30 * DAY;
		const groups = () => [
			{ name: 'idle-and-old', createdAt: old },
			{ name: 'idle-but-new', createdAt: Date.now() - DAY },
			{ name: 'keep-this', createdAt: old },
			{ name: 'busy', createdAt: old, members: [member] },
		];
		await open({
			huawei: {
				instances: [
					{
						name: 'dev',
						tags: [{ key: 'environment', value: 'development' }],
						groups: groups(),
					},
					{ name: 'production', groups: groups() },
				],
			},
		});
	});
	const groupsOf = (name: string) => em.huawei.state.named(name)?.groups.map((one) => one.name);

	it('lists first what would go, and deletes nothing', async () => {
		const run = await n8n.run(example(file));
		expectSuccess(run);
		expect(textsOf(run, 'Would Be Deleted')).toEqual([
			'Dry run: consumer group idle-and-old of dev would be deleted (0 unread messages)',
		]);
		expect(sent('DeleteInstanceConsumerGroup')).toBe(0);
		expect(groupsOf('dev')).toHaveLength(4);
	});

	it('deletes what has no consumers and is old, on development instances only', async () => {
		const run = await n8n.run(withSettings(example(file), { dryRun: false }));
		expectSuccess(run);
		expect(textsOf(run, 'Deleted')).toEqual(['Consumer group idle-and-old of dev was deleted']);
		expect(groupsOf('dev')).toEqual(['idle-but-new', 'keep-this', 'busy']);
		expect(groupsOf('production')).toHaveLength(4);
	});
});

describe('Add storage to full instances', () => {
	const file = 'huawei-6-grow-storage.json';
	/** Lets the service report disks of the first instance that are so full. */
	const full = (...percents: number[]) =>
		em.faults.add({
			operation: 'ShowKafkaTopicPartitionDiskusage',
			effect: {
				kind: 'answer',
				status: 200,
				body: {
					broker_list: percents.map((percent, broker) => ({
						broker_name: `broker-${broker}`,
						data_disk_size: '100G',
						data_disk_use: `${percent}G`,
						data_disk_free: `${100 - percent}G`,
						data_disk_use_percentage: String(percent),
						status: 'Success get info',
						topic_list: [],
					})),
				},
			},
		});
	const orders = () => em.huawei.state.named('orders');

	it('leaves disks alone that are not full', async () => {
		await open({ huawei: { instances: [{ name: 'orders' }] } });
		const run = await n8n.run(example(file));
		expectSuccess(run);
		expect(run.items('Get Disk Usage')).toHaveLength(3);
		expect(sent('ResizeKafkaInstance')).toBe(0);
	});

	it('enlarges once, by the step for each broker, and waits until that has ended', async () => {
		await open({ huawei: { instances: [{ name: 'orders', storageSpace: 300 }] } });
		full(40, 91, 70);
		const run = await n8n.run(example(file));
		expectSuccess(run);
		expect(textsOf(run, 'Resized')).toEqual([
			'Kafka instance orders was 91% full and now has 600 GB instead of 300 GB',
		]);
		expect(orders()?.storageSpace).toBe(600);
		expect(sent('ResizeKafkaInstance')).toBe(1);
	});

	it('does not begin a second time while one is under way', async () => {
		await open({
			speed: 0,
			huawei: { instances: [{ name: 'orders', status: 'EXTENDING' }] },
		});
		full(95, 95, 95);
		const run = await n8n.run(example(file));
		expectSuccess(run);
		expect(sent('ShowKafkaTopicPartitionDiskusage')).toBe(0);
		expect(sent('ResizeKafkaInstance')).toBe(0);
	});

	it('stops at the cap and says so', async () => {
		await open({ huawei: { instances: [{ name: 'orders', storageSpace: 300 }] } });
		full(95, 95, 95);
		const run = await n8n.run(withSettings(example(file), { maximumGb: 599 }));
		expectSuccess(run);
		expect(textsOf(run, 'Limit Reached')).toEqual([
			'Kafka instance orders is 95% full and would require 600 GB, which exceeds the limit. Increase the limit or shorten the retention.',
		]);
		expect(sent('ResizeKafkaInstance')).toBe(0);
	});
});

describe('Reset offsets with approval', () => {
	const workflow = () => example('huawei-7-reset-offsets-with-approval.json');
	const day = new Date(Date.now() - DAY).toISOString().slice(0, 10);
	const command = slashCommand('/kafka-reset', `orders orders-service ${day}`);
	const decision = (Decision: string) => [
		{ json: { Decision, 'Your Name': 'robin', submittedAt: day, formMode: 'production' } },
	];
	const committed = () => em.huawei.state.named('orders')?.groups[0].offsets[0].offset;

	const seed = async (members: object[] = []) =>
		await open({
			huawei: {
				instances: [
					{
						name: 'orders',
						topics: [
							{
								name: 'orders.created',
								partition: 1,
								messages: ['a', 'b', 'c'].map((value) => ({ value, partition: 0 })),
							},
						],
						groups: [
							{
								name: 'orders-service',
								members: members as never,
								offsets: [{ topic: 'orders.created', partition: 0, offset: 3 }],
							},
						],
					},
				],
			},
		});

	it('asks in the channel, waits, and resets after the approval', async () => {
		await seed();
		const asked = await n8n.run(workflow(), { inputItems: command });
		expect(asked.result.status).toBe('waiting');
		expect(answerOf(asked)).toMatch(
			/^mika requests that consumer group orders-service of orders reads again from .*Approve or decline: http/,
		);
		expect(sent('ResetMessageOffsetWithEngine')).toBe(0);

		const approved = await n8n.resume(workflow(), asked, decision('Approve'));
		expectSuccess(approved);
		expect(textsOf(approved, 'Reset')).toEqual([
			`Consumer group orders-service of orders reads again from ${day}, approved by robin`,
		]);
		expect(committed()).toBe(0);
	});

	it.each([
		['somebody declines', decision('Decline'), 'declined by robin'],
		['nobody answers in time', command, 'no one approved it within a day'],
	])('changes nothing when %s', async (_, input: INodeExecutionData[], why) => {
		await seed();
		const asked = await n8n.run(workflow(), { inputItems: command });
		const run = await n8n.resume(workflow(), asked, input);
		expectSuccess(run);
		expect(textsOf(run, 'Not Approved')[0]).toContain(why);
		expect(sent('ResetMessageOffsetWithEngine')).toBe(0);
		expect(committed()).toBe(3);
	});

	it('tells why when the consumers are still running', async () => {
		await seed([{ memberId: 'm-1', clientId: 'c', host: '/192.168.0.9', assignment: [] }]);
		const asked = await n8n.run(workflow(), { inputItems: command });
		const run = await n8n.resume(workflow(), asked, decision('Approve'));
		expectSuccess(run);
		expect(textsOf(run, 'Not Reset')[0]).toMatch(/was approved, but did not succeed: \S/);
		expect(committed()).toBe(3);
	});

	it.each([
		['', 'Usage: /kafka-reset'],
		['orders orders-service yesterday', 'Usage: /kafka-reset'],
		[`nowhere orders-service ${day}`, 'Kafka instance nowhere does not exist'],
	])('answers "%s" with what is wrong', async (text, answer) => {
		await seed();
		const run = await n8n.run(workflow(), { inputItems: slashCommand('/kafka-reset', text) });
		expectSuccess(run);
		expect(answerOf(run)).toContain(answer);
		expect(run.runData).not.toHaveProperty('Wait for Approval');
	});
});

describe("Hand an instance over to n8n's Kafka node", () => {
	/** What n8n's API was asked to store. */
	const stored: IDataObject[] = [];

	/** The part of n8n's own n8n node that the example uses; n8n answers without the data. */
	const n8nNode: INodeType = {
		description: {
			displayName: 'n8n',
			name: 'n8n',
			group: ['transform'],
			version: 1,
			description: 'Stand-in',
			defaults: { name: 'n8n' },
			inputs: ['main'],
			outputs: ['main'],
			properties: ['resource', 'operation', 'name', 'credentialTypeName', 'data'].map((name) => ({
				displayName: name,
				name,
				type: name === 'data' ? 'json' : 'string',
				default: '',
			})),
		},
		async execute(this: IExecuteFunctions) {
			const parameter = (name: string) => this.getNodeParameter(name, 0) as string;
			const [name, type] = [parameter('name'), parameter('credentialTypeName')];
			stored.push({ name, type, data: JSON.parse(parameter('data')) });
			return [[{ json: { id: 'c1', name, type } }]];
		},
	};

	it.each<[string, object, IDataObject, string[]]>([
		[
			'with SASL over TLS',
			{ sslEnable: true, securityProtocol: 'SASL_SSL', saslMechanisms: ['SCRAM-SHA-512'] },
			{
				ssl: true,
				authentication: true,
				username: 'orders-service',
				password: 'Change-me-2',
				saslMechanism: 'scram-sha-512',
			},
			['admin-user', 'orders-service'],
		],
		['without users', {}, { ssl: false, authentication: false }, []],
	])('stores the fields of the Kafka credential, %s', async (_, settings, expected, users) => {
		stored.length = 0;
		await open(
			{ huawei: { instances: [{ name: 'orders-dev', ...settings } as never] } },
			{ 'n8n-nodes-base.n8n': n8nNode },
		);
		const run = await n8n.run(example('huawei-8-hand-over-to-kafka-node.json'));
		expectSuccess(run);
		expect(stored).toEqual([
			{
				name: 'Kafka orders-dev',
				type: 'kafka',
				data: { clientId: 'n8n', brokers: expect.stringMatching(/^[\d.]+:\d+(,|$)/), ...expected },
			},
		]);
		expect(textsOf(run)[0]).toMatch(
			/^n8n now has the credential "Kafka orders-dev" for [\d.]+:\d+/,
		);
		expect(em.huawei.state.named('orders-dev')?.users.map(({ name }) => name)).toEqual(users);
		expect(JSON.stringify(run.items('Store Credential'))).not.toContain('Change-me-2');
	});

	it.each<[boolean, IDataObject]>([
		[true, { allowUnauthorizedCerts: true }],
		[false, {}],
	])('accepts any certificate over TLS only if that is set: %s', async (set, more) => {
		const settings = { sslEnable: true, securityProtocol: 'SASL_SSL' };
		for (const [given, expected] of [
			[settings, more],
			[{}, {}],
		]) {
			stored.length = 0;
			await open(
				{ huawei: { instances: [{ name: 'orders-dev', ...given } as never] } },
				{ 'n8n-nodes-base.n8n': n8nNode },
			);
			const workflow = example('huawei-8-hand-over-to-kafka-node.json');
			const { assignments } = workflow.nodes.find(({ name }) => name === 'Settings')?.parameters
				.assignments as { assignments: Array<{ name: string; value: unknown }> };
			Object.assign(assignments.find(({ name }) => name === 'acceptAnyCertificate') ?? {}, {
				value: set,
			});
			expectSuccess(await n8n.run(workflow));
			const { data } = stored[0] as { data: IDataObject };
			const { allowUnauthorizedCerts } = data;
			expect(allowUnauthorizedCerts).toBe((expected as IDataObject).allowUnauthorizedCerts);
		}
	});
});

describe('Finish a new instance on Alibaba Cloud', () => {
	const workflow = example('alibaba-3-finish-new-instance.json');
	const trigger = 'Instance Status Changed';

	it('tells of a failed deployment, and leaves instances alone that nobody asked for in chat', async () => {
		const asked = [{ Key: 'requested-as', Value: 'orders' }];
		await open({
			speed: 0,
			alibaba: {
				instances: [
					{ name: 'orders', phase: 'preparing', tags: asked },
					{ name: 'other', phase: 'preparing' },
				],
			},
		});
		const active = n8n.makeWorkflow(workflow);
		expect(await n8n.poll(active, trigger)).toBeNull();
		for (const name of ['orders', 'other']) {
			Object.assign(em.alibaba.state.named(name) as object, {
				phase: 'deployFailed',
				serviceStatus: 101,
				viewStatus: 101,
			});
		}
		const [inputItems] = (await n8n.poll(active, trigger)) ?? [[]];
		expect(inputItems).toHaveLength(2);
		const run = await n8n.run(workflow, { startNode: trigger, inputItems });
		expectSuccess(run);
		expect(textsOf(run, 'Deployment Failed')).toEqual([
			expect.stringMatching(
				/^Kafka instance orders \(\S+\) has the status deployment failed\. It is billed/,
			),
		]);
		expect(sent('CreateTopic')).toBe(0);
	});
});
