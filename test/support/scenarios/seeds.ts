import type { INodeParameters } from 'n8n-workflow';

import { EXAMPLE, type Emulator } from '../../../emulator';
import type { ConnectorTask } from '../../../emulator/huawei/model/contents';
import { schedule } from '../../../emulator/huawei/model/scheduledTasks';
import type { VendorName } from '../clouds';
import { byId, byName } from '../given';

/** IDs that are the same in every run, so that the parameters of a scenario are plain data. */
export const IDS = {
	huawei: {
		orders: 'aaaaaaaa-0000-4000-8000-000000000001',
		task: 'aaaaaaaa-0000-4000-8000-0000000000f1',
		report: 'aaaaaaaa-0000-4000-8000-0000000000f2',
		finished: 'aaaaaaaa-0000-4000-8000-0000000000f3',
	},
	alibaba: {
		orders: 'alikafka_post-cn-orders00001',
		waiting: 'alikafka_post-cn-waiting0001',
		stopped: 'alikafka_post-cn-stopped0001',
		released: 'alikafka_post-cn-released001',
		subscription: 'alikafka_pre-cn-subscript001',
		older: 'alikafka_post-cn-older000001',
	},
	tencent: {
		orders: 'ckafka-orders01',
		subscription: 'ckafka-prepaid1',
		older: 'ckafka-older001',
		route: 900_001,
		flow: 900_002,
		topic: 'topic-created1',
	},
} as const;

/** Virtual time that lies within what messages and offsets can be asked for: a minute ago. */
const lately = ({ clock }: Emulator) => clock.now() - 60_000;

const messages = (timestamp: number) =>
	[0, 1, 2].map((n) => ({ partition: 0, key: `k${n}`, value: `v${n}`, timestamp }));
const offsets = [{ topic: 'created', partition: 0, offset: 1 }];

const connectorTask = (id: string, createdAt: number): ConnectorTask => ({
	id,
	status: 'RUNNING',
	createdAt,
	settings: { task_name: 'seeded', topics: 'created', source_type: 'NONE', sink_type: 'OBS_SINK' },
	changes: 0,
});

/** What an emulated cloud holds when a scenario begins. */
export const SEEDS: Record<VendorName, (emulator: Emulator) => void> = {
	huawei(emulator) {
		const { state } = emulator.huawei;
		const { now } = state;
		const orders = state.seed({
			name: 'orders',
			sslEnable: true,
			tags: [{ key: 'environment', value: 'development' }],
			topics: [
				{
					name: 'created',
					messages: messages(lately(emulator)),
					producers: [{ address: '192.168.0.8:50000', broker: 0, joinedAt: now }],
				},
				{ name: 'paid' },
				{ name: 'old' },
			],
			users: [{ name: 'reader', password: 'Secret-pass-1' }],
			groups: [
				{ name: 'idle', offsets },
				{
					name: 'busy',
					members: [{ memberId: 'm1', clientId: 'c1', host: '/192.168.0.9', assignment: [] }],
				},
			],
			topicQuotas: [{ topic: 'created', producer: 1_048_576, consumer: 1_048_576 }],
			clientQuotas: [
				{
					user: 'reader',
					client: '',
					userDefault: false,
					clientDefault: false,
					producer: 1_048_576,
				},
			],
		});
		orders.id = IDS.huawei.orders;
		orders.brokerIps = ['192.168.0.11', '192.168.0.12', '192.168.0.13'];
		orders.tasks.push({
			id: IDS.huawei.task,
			name: 'kafkaConfigModify',
			params: '{}',
			status: 'SUCCESS',
			createdAt: now,
			updatedAt: now,
			listedFrom: now,
		});
		orders.reports = [
			{ id: IDS.huawei.report, status: 'finished', group: 'busy', topic: 'paid', beganAt: now },
		];
		orders.connectorEnable = true;
		orders.connector = {
			id: 'seeded-connector',
			nodes: 2,
			tasks: [connectorTask(IDS.huawei.task, now)],
		};
		const scheduled = { id: IDS.huawei.task, name: 'upgradeInstance', params: {}, run: () => {} };
		schedule(orders, { ...scheduled, at: now + 86_400_000 }, now);
		schedule(orders, { ...scheduled, id: IDS.huawei.finished, at: now }, now);
		orders.scheduledTasks[1].status = 'SUCCESS';
	},
	alibaba(emulator) {
		const { state } = emulator.alibaba;
		Object.assign(state.durations, { orderListed: 0, instanceListed: 0 });
		const { orders, waiting, stopped, released, subscription, older } = IDS.alibaba;
		state.seed({
			id: orders,
			name: 'orders',
			deployType: 4,
			config: { 'enable.acl': 'true' },
			tags: [{ Key: 'team', Value: 'a' }],
			topics: [
				{ name: 'created', messages: messages(lately(emulator)) },
				{ name: 'paid' },
				{ name: 'old' },
			],
			groups: [{ name: 'idle', offsets }],
			users: [{ name: 'reader', password: 'Secret-pass-1' }],
			acls: [
				{
					Username: 'reader',
					AclResourceType: 'Topic',
					AclResourceName: 'created',
					AclResourcePatternType: 'LITERAL',
					AclOperationType: 'Read',
				},
			],
			durations: { release: 0, delete: 0 },
		});
		state.seed({ id: waiting, name: 'waiting', phase: 'waiting' });
		state.seed({ id: stopped, name: 'stopped', phase: 'stopped' });
		state.seed({ id: released, name: 'released', phase: 'released' });
		state.seed({ id: subscription, name: 'subscription', paidType: 0 });
		state.seed({ id: older, name: 'older', version: '0.10.2' });
	},
	tencent(emulator) {
		const { state } = emulator.tencent;
		state.durations.listed = 0;
		const { orders, subscription, older, route, flow, topic } = IDS.tencent;
		state.seed({
			id: orders,
			name: 'orders',
			topics: [
				{
					name: 'created',
					id: topic,
					messages: messages(lately(emulator)),
					producers: [{ address: '10.0.0.8:50000', connectedAt: state.now }],
				},
				{ name: 'paid' },
				{ name: 'old' },
			],
			groups: [{ name: 'idle', offsets }],
			users: [{ name: 'reader', password: 'Secret-pass-1' }],
			acls: [
				{
					ResourceType: 2,
					ResourceName: 'created',
					Principal: 'User:reader',
					Host: '*',
					Operation: 3,
					PermissionType: 3,
				},
			],
			aclRules: [
				{
					id: 900_003,
					name: 'seeded-rule',
					patternType: 'PREFIXED',
					pattern: 'ord',
					entries: [
						{ Operation: 'Read', PermissionType: 'Allow', Host: '*', Principal: 'User:reader' },
					],
					applied: false,
					comment: '',
					createdAt: state.now,
				},
			],
			routes: [{ id: route }],
		});
		state.seed({ id: subscription, name: 'subscription', prePaid: true, months: 1 });
		state.seed({ id: older, name: 'older', version: '1.1.1' });
		state.flows.length = 0;
		state.flows.push({
			id: flow,
			operation: 'CreatePartition',
			instanceId: orders,
			region: EXAMPLE.tencent.region,
			status: 0,
			output: '',
		});
	},
};

const VPC = { vpc: 'vpc-rmcgxxxx', subnet: 'subnet-mnzcxxxx' };

/** Values of fields that stand for something that is there, by the name of the n8n property. */
export const ENTITIES: Record<VendorName, INodeParameters> = {
	huawei: {
		instanceId: byId(IDS.huawei.orders),
		instances: [IDS.huawei.orders],
		topic: byName('created'),
		topics: 'old',
		group: byName('idle'),
		groupIds: ['idle'],
		user: byName('reader'),
		users: ['reader'],
		taskId: byId(IDS.huawei.task),
		reportId: byId(IDS.huawei.report),
		reportIdList: [IDS.huawei.report],
		availableZones: ['cn-north-4a'],
	},
	alibaba: {
		instanceId: byId(IDS.alibaba.orders),
		resourceIds: IDS.alibaba.orders,
		topic: byName('created'),
		topics: 'old',
		group: byName('idle'),
		user: byName('reader'),
		aclResourceName: 'created',
	},
	tencent: {
		vpcId: VPC.vpc,
		subnetId: VPC.subnet,
		routeVpc: VPC.vpc,
		routeSubnet: VPC.subnet,
		instanceId: byId(IDS.tencent.orders),
		kafkaInstance: byId(IDS.tencent.orders),
		topic: byName('created'),
		topics: ['created'],
		topicNames: ['created'],
		topicNameList: ['created'],
		group: byName('idle'),
		groupList: ['idle'],
		user: byName('reader'),
		principal: byName('reader'),
		presentPassword: 'Secret-pass-1',
		resourceName: byName('created'),
		ruleName: byName('seeded-rule'),
		route: byId(String(IDS.tencent.route)),
		flowId: IDS.tencent.flow,
		dataHubId: `datahub-${IDS.tencent.topic.slice('topic-'.length)}`,
	},
};

/** Removes whatever an emulated cloud holds and puts the beginning of every scenario there. */
export function reseed(vendor: VendorName, emulator: Emulator): void {
	for (const instance of emulator[vendor].state.instances) instance.gone = true;
	SEEDS[vendor](emulator);
}
