import type { INodeParameters } from 'n8n-workflow';

import { EXAMPLE, type Emulator } from '../../../emulator';
import type { ConnectorTask as SmartConnectTask } from '../../../emulator/huawei/model/contents';
import { DEFAULT_RULES } from '../../../emulator/huawei/model/options';
import { schedule } from '../../../emulator/huawei/model/scheduledTasks';
import type { Connection, ConnectorTask } from '../../../emulator/tencent/model/connectors';
import type { LogImport, LogShipping } from '../../../emulator/tencent/model/logs';
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
		serverless: 'alikafka_serverless-cn-server01',
	},
	tencent: {
		orders: 'ckafka-orders01',
		subscription: 'ckafka-prepaid1',
		older: 'ckafka-older001',
		route: 900_001,
		flow: 900_002,
		throttlingRule: 900_004,
		topic: 'topic-created1',
		logTopic: 'b53fe5be-7ee3-4031-8043-5a73bad4f572',
		connectorTask: 'task-seeded001',
		connection: 'resource-seeded1',
		logImport: '11d6a72b-99f7-4643-bc57-d63b6952b711',
	},
} as const;

/** Virtual time that lies within what messages and offsets can be asked for: a minute ago. */
const lately = ({ clock }: Emulator) => clock.now() - 60_000;

const messages = (timestamp: number) =>
	[0, 1, 2].map((n) => ({ partition: 0, key: `k${n}`, value: `v${n}`, timestamp }));
const offsets = [{ topic: 'created', partition: 0, offset: 1 }];

const connectorTask = (id: string, createdAt: number): SmartConnectTask => ({
	id,
	status: 'RUNNING',
	createdAt,
	settings: { task_name: 'seeded', topics: 'created', source_type: 'NONE', sink_type: 'OBS_SINK' },
	changes: 0,
});

/** An import of the Log Service, of a self-managed Kafka, so that it has a password. */
const seededImport = (now: number): LogImport => ({
	Id: IDS.tencent.logImport,
	TopicId: IDS.tencent.logTopic,
	Name: 'seeded',
	Status: 1,
	createdAt: now,
	updatedAt: now,
	region: EXAMPLE.tencent.region,
	settings: {
		KafkaType: 1,
		ServerAddr: '10.0.0.1:9092',
		IsEncryptionAddr: true,
		Protocol: {
			Protocol: 'sasl_ssl',
			Mechanism: 'PLAIN',
			UserName: 'reader',
			Password: 'Secret-listed-1',
		},
		UserKafkaTopics: 'created',
		Offset: -2,
		LogRechargeRule: { RechargeType: 'json_log', EncodingFormat: 0, DefaultTimeSwitch: true },
	},
});

/** What the Log Service ships of the same log topic. */
const seededShipping = (now: number): LogShipping => ({
	ConsumerId: '66f5808c-4a55-11eb-b378-0242ac131112',
	TopicId: IDS.tencent.logTopic,
	Effective: true,
	createdAt: now,
	region: EXAMPLE.tencent.region,
	settings: { Ckafka: { InstanceId: IDS.tencent.orders, TopicName: 'created' } },
});

/** A task of the connector, and a connection, whose answers hold passwords. */
const seededTask = (): ConnectorTask => ({
	TaskId: IDS.tencent.connectorTask,
	TaskName: 'mysql-to-kafka',
	TaskType: 'SOURCE',
	Status: 1,
	region: EXAMPLE.tencent.region,
	record: {
		SourceResource: { Type: 'MYSQL', MongoDBParam: { Password: 'Secret-listed-2' } },
		TargetResource: { Type: 'KAFKA', KafkaParam: { Resource: IDS.tencent.orders } },
		CreateTime: '2026-01-01 00:00:00',
		ErrorMessage: 'RUNNING',
	},
});
const SEEDED_CONNECTION: Connection = {
	ResourceId: IDS.tencent.connection,
	ResourceName: 'mysql',
	Type: 'MYSQL',
	Status: 1,
	region: EXAMPLE.tencent.region,
	record: {
		Description: '',
		CreateTime: '2026-01-01 00:00:00',
		ErrorMessage: 'RUNNING',
		MySQLConnectParam: { Port: 3306, UserName: 'reader', Password: 'Secret-listed-3' },
	},
};

/** What an emulated cloud holds when a scenario begins. */
export const SEEDS: Record<VendorName, (emulator: Emulator) => void> = {
	huawei(emulator) {
		const { state } = emulator.huawei;
		const { now } = state;
		// The bin is that of the region, and outlives what is in it.
		const { recycles, recycleDays } = DEFAULT_RULES;
		Object.assign(state.rules, { recycles, recycleDays });
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
		Object.assign(state.durations, { orderListed: 0, instanceListed: 0, partListed: 0 });
		const { orders, waiting, stopped, released, subscription, older, serverless } = IDS.alibaba;
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
			groups: [
				{
					name: 'idle',
					offsets,
					rebalances: [
						{
							Generation: 12,
							GroupId: 'idle',
							LastRebalanceTimestamp: lately(emulator),
							Reason: 'member left',
							RebalanceSuccess: true,
							RebalanceTimeConsuming: 35,
						},
					],
				},
			],
			clients: [{ ip: '192.168.0.20', connections: 3, at: lately(emulator) }],
			risks: [
				{
					Name: 'inputIo',
					Type: 'inputIo',
					LevelType: 1,
					Status: 0,
					GradeType: 'B',
					Health: false,
					CreateTime: lately(emulator),
					ModifiedTime: lately(emulator),
					LastAlarmTime: Math.floor(lately(emulator) / 1000),
					ReportType: 'doc',
					ReportValue: '1',
					ReportTips: 'Topics send fragmented batches',
					Value: '44',
				},
			],
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
		state.seed({
			id: serverless,
			name: 'serverless',
			paidType: 3,
			reservedPublish: 60,
			reservedSubscribe: 60,
			scalingRules: [
				{
					RuleId: 64,
					RuleName: 'nightly',
					Enable: false,
					ScheduleType: 'repeat',
					RepeatType: 'Daily',
					FirstScheduledTime: state.now + 86_400_000,
					DurationMinutes: 60,
					TimeZone: 'GMT+8',
					ReservedPubFlow: 120,
					ReservedSubFlow: 120,
				},
			],
		});
	},
	tencent(emulator) {
		const { state } = emulator.tencent;
		// The clock may stand still, and then no list would ever be right.
		Object.assign(state.durations, { listed: 0, topicListed: 0, rowListed: 0, rowUnlisted: 0 });
		const { orders, subscription, older, route, flow, throttlingRule, topic, logTopic } =
			IDS.tencent;
		state.seed({
			id: orders,
			name: 'orders',
			tags: [{ TagKey: 'environment', TagValue: 'development' }],
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
			throttleRules: [
				{
					id: throttlingRule,
					type: 3,
					user: '',
					client: '',
					group: '',
					topic: 'created',
					consume: 40,
					produce: null,
					updatedAt: state.now,
				},
			],
			routes: [{ id: route }],
		});
		state.seed({ id: subscription, name: 'subscription', prePaid: true, months: 1 });
		state.seed({ id: older, name: 'older', version: '1.1.1' });
		state.connectors.clear();
		state.connectors.tasks.push(seededTask());
		state.connectors.connections.push(SEEDED_CONNECTION);
		state.logs.clear();
		state.logs.imports.push(seededImport(state.now));
		state.logs.shippings.push(seededShipping(state.now));
		state.logs.served.push({
			FromTopicId: logTopic,
			settings: { Compression: 0 },
			region: EXAMPLE.tencent.region,
		});
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
		vpcId: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
		subnetId: 'b5fa806c-35e7-4299-b659-b39398dd4718',
		securityGroupId: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
	},
	alibaba: {
		instanceId: byId(IDS.alibaba.orders),
		resourceIds: IDS.alibaba.orders,
		topic: byName('created'),
		topics: 'old',
		group: byName('idle'),
		user: byName('reader'),
		aclResourceName: 'created',
		rule: byName('nightly'),
	},
	tencent: {
		vpcId: VPC.vpc,
		subnetId: VPC.subnet,
		routeVpc: VPC.vpc,
		routeSubnet: VPC.subnet,
		instanceId: byId(IDS.tencent.orders),
		kafkaInstance: byId(IDS.tencent.orders),
		instances: [IDS.tencent.orders],
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
		throttlingRule: byId(String(IDS.tencent.throttlingRule)),
		throttleDimension: '2',
		flowId: IDS.tencent.flow,
		logTopicId: IDS.tencent.logTopic,
		logImport: IDS.tencent.logImport,
		connectorTask: byId(IDS.tencent.connectorTask),
		connection: byId(IDS.tencent.connection),
		dataHubId: `datahub-${IDS.tencent.topic.slice('topic-'.length)}`,
	},
};

/** Removes whatever an emulated cloud holds and puts the beginning of every scenario there. */
export function reseed(vendor: VendorName, emulator: Emulator): void {
	for (const instance of emulator[vendor].state.instances) instance.gone = true;
	SEEDS[vendor](emulator);
}
