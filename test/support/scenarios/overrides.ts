import type { INodeParameters } from 'n8n-workflow';

import type { Emulator } from '../../../emulator';
import type { VendorName } from '../clouds';
import { byId, byName, newInstance } from '../given';
import { IDS } from './seeds';

/** What a scenario needs besides the parameters that are generated for it. */
export interface Override {
	/** Why the generated parameters do not do. */
	why: string;
	/** Parameters that stand; the others are generated still. */
	given?: INodeParameters;
	/** API operation that does the work, where it is not the one that the operation is named after. */
	api?: string;
	/** Writes that follow the operation's own. */
	then?: string[];
	/** Puts the cloud into the state from which the operation is possible. */
	prepare?: (emulator: Emulator) => void;
}

const ROLE = { roleArn: 'qcs::cam::uin/100000000001:roleName/cls' };
const RATES = { options: { producerByteRate: 2_097_152 } };
const RATES_MISSING = 'one of two optional rates has to be given';
const IO_MAX = { options: { ioMax: 20 } };
const ORDERED = {
	deployType: '5',
	ioMaxSpec: 'alikafka.hw.2xlarge',
	diskSize: 500,
	partitionNum: 50,
	vpcId: 'vpc-1',
	vSwitchId: 'vsw-1',
};
const IO_MAX_MISSING = 'one of two optional traffic specifications has to be given';
const NO_OPTION = 'every setting is optional, but one has to be given';
const ITS_TOPIC = "the documents' example names a topic that is not there";
const rows = (...entry: INodeParameters[]) => ({ entry });
const REASSIGNMENTS = { reassignments: rows({ topic: 'created', brokers: '0, 1, 2' }) };
const ACL_ENTRY = { operation: 'Read', permissionType: 'Allow', host: '*', principal: 'reader' };
const SERVERLESS = 'only serverless instances have scaling rules';
const ITS_ROUTE = "the documents' example names a route that is not there";
const ROUTES = {
	securityGroupId: 'sg-seeded',
	instanceRoutes: rows({ instanceId: IDS.tencent.orders, routeId: IDS.tencent.route }),
};
const NO_HOST = 'the documents show no address';

const PEER = {
	topics: 'created',
	ownAlias: 'A',
	peerAlias: 'B',
	peerInstance: byId(IDS.huawei.orders),
};

const { resource: _resource, operation: _operation, ...CREATE_FORM } = newInstance('orders-new');

const withOpenLog = ({ huawei: { state } }: Emulator): void => {
	const instance = state.named('orders');
	if (!instance) return;
	const { now } = state;
	instance.rebalanceLog = {
		id: 'seeded-log',
		status: 'OPEN',
		groupId: 'seeded-group',
		streamId: 'seeded-stream',
		createdAt: now,
		updatedAt: now,
	};
};

/** By vendor, then `resource/operation`. */
export const OVERRIDES: Record<VendorName, Record<string, Override>> = {
	huawei: {
		'account/getIdentity': {
			why: 'the Security Token Service answers, so that IAM is not asked',
			api: 'GetCallerIdentity',
		},
		'instance/checkBeforeCreate': {
			why: 'the form is that of another API',
			given: CREATE_FORM,
		},
		'user/resetPassword': {
			why: 'the password has to be another one',
			given: { newPassword: 'Secret-pass-2' },
		},
		'consumerGroup/deleteOffsets': {
			why: 'the group needs offsets of the topic',
			given: { topics: 'created' },
		},
		'consumerGroup/getMembers': {
			why: 'the group needs members',
			given: { group: byName('busy') },
		},
		'message/getByOffset': {
			why: 'there are three messages only',
			given: { partition: 0, messageOffset: 1 },
		},
		'message/search': {
			why: "the messages are of today, not of the documents' time",
			given: { startTime: 1_600_000_000_000, endTime: 4_000_000_000_000 },
		},
		'topic/reassignPartitions': { why: ITS_TOPIC, given: REASSIGNMENTS },
		'topic/reassignReplicas': {
			why: 'every partition that the topic has needs as many replicas',
			given: { partitions: rows({ partition: 0, replicas: '2, 1, 0' }) },
		},
		'topic/update': {
			why: ITS_TOPIC,
			given: { topicSettings: rows({ id: 'created', settings: { retentionTime: 48 } }) },
		},
		'message/delete': {
			why: 'the documents name no partition',
			given: { partitions: rows({ partition: 0, offset: 1 }) },
		},
		'permission/set': {
			why: ITS_TOPIC,
			given: {
				topics: rows({
					name: 'created',
					policies: rows({ userName: 'reader', accessPolicy: 'all' }),
				}),
			},
		},
		'tag/remove': {
			why: 'the tag has to be there',
			given: { tags: rows({ key: 'environment', value: 'development' }) },
		},
		'lookupMaintenance/getFlavorCores': {
			why: 'the documents show a flavor of another engine',
			given: { productId: 'c6.2u4g.cluster' },
		},
		'user/update': { why: NO_OPTION, given: { options: { userDesc: 'changed' } } },
		'consumerGroup/update': { why: NO_OPTION, given: { options: { groupDesc: 'changed' } } },
		'instance/setPublicAccess': {
			why: 'each of the three brokers needs an elastic IP',
			given: {
				publicipId:
					'87864c09-b3f4-4d8b-8d46-a2eaf5e31a01,87864c09-b3f4-4d8b-8d46-a2eaf5e31a02,87864c09-b3f4-4d8b-8d46-a2eaf5e31a03',
			},
		},
		'instanceMaintenance/updateDiskAutoExpansion': {
			why: 'the storage beyond which disks do not expand has to be more than there is',
			given: { autoVolumeExpandEnable: true, maxVolumeSize: 1000 },
		},
		'backgroundTask/getProgress': {
			why: 'only a resize has a progress',
			prepare({ huawei: { state } }) {
				const task = state.named('orders')?.tasks[0];
				if (task) task.name = 'extendInstance';
			},
		},
		'legacyApi/reassignPartitionsOldPath': { why: ITS_TOPIC, given: REASSIGNMENTS },
		'instance/update': { why: NO_OPTION, given: { options: { description: 'changed' } } },
		'instanceMaintenance/updateCrossVpc': {
			why: 'the addresses have to be those of all brokers',
			given: {
				advertisedIpContents: rows(
					{ ip: '192.168.0.11', advertisedIp: '192.168.0.21' },
					{ ip: '192.168.0.12', advertisedIp: '192.168.0.22' },
					{ ip: '192.168.0.13', advertisedIp: '192.168.0.23' },
				),
			},
		},
		'topicQuota/create': { why: RATES_MISSING, given: { ...RATES, topic: byName('paid') } },
		'topicQuota/update': { why: RATES_MISSING, given: RATES },
		'userQuota/create': { why: RATES_MISSING, given: { ...RATES, user: byName('writer') } },
		'userQuota/update': { why: RATES_MISSING, given: RATES },
		'rebalanceLog/stop': { why: 'the log has to be open', prepare: withOpenLog },
		'log/enable': {
			why: 'the file of a log goes with a group and a stream',
			given: {
				options: { logTaskList: rows({ logGroupName: 'kafka', logStreamName: 'rebalances' }) },
			},
		},
		'log/disable': { why: 'the log has to be open', prepare: withOpenLog },
		'recycleBin/getAll': {
			why: 'the recycle bin needs an instance',
			prepare({ huawei: { state } }) {
				state.seed({ name: 'recycled', status: 'RECYCLE' });
				const instance = state.named('recycled');
				if (instance) instance.recycledAt = state.now;
				state.rules.recycleDays = 3;
			},
		},
		'recycleBin/restore': {
			why: 'the instance has to be in the recycle bin',
			prepare({ huawei: { state } }) {
				const instance = state.named('orders');
				if (!instance) return;
				Object.assign(instance, { status: 'RECYCLE', deleting: true, recycledAt: state.now });
				state.rules.recycleDays = 3;
			},
		},
		'smartConnect/enable': {
			why: 'Smart Connect has to be off',
			prepare({ huawei: { state } }) {
				const instance = state.named('orders');
				if (instance) Object.assign(instance, { connectorEnable: false, connector: null });
			},
		},
		'smartConnectTask/create': { why: 'the other Kafka has to be there', given: PEER },
		'smartConnectTask/checkConnection': { why: 'the other Kafka has to be there', given: PEER },
		'smartConnectTask/resume': {
			why: 'the task has to be paused',
			prepare({ huawei: { state } }) {
				const [task] = state.named('orders')?.connector?.tasks ?? [];
				if (task) task.status = 'PAUSED';
			},
		},
		'scheduledTask/delete': {
			why: 'the task has to be cancelled',
			prepare({ huawei: { state } }) {
				const [task] = state.named('orders')?.scheduledTasks ?? [];
				if (task) task.status = 'CANCELLED';
			},
		},
		'scheduledTask/update': {
			why: 'the start time has to be in the future',
			given: { executeAt: 4_000_000_000_000 },
		},
		'legacyApi/v1UpdateInstance': {
			why: NO_OPTION,
			given: { options: { description: 'changed' } },
		},
	},
	alibaba: {
		'instance/deleteCompletely': {
			why: 'it waits, whatever is asked for',
			given: { waitOptions: { pollInterval: 0.01 } },
			then: ['DeleteInstance'],
		},
		'instance/checkBeforeCreate': {
			why: 'it has the form of an order, whose specifications the documents do not show',
			given: ORDERED,
		},
		'instance/createAndDeploy': {
			why: 'the order needs names of specifications that the documents do not show with it',
			given: ORDERED,
			then: ['StartInstance'],
		},
		'instanceMaintenance/createByOrder': {
			why: IO_MAX_MISSING,
			given: { partitionNum: 50, ...IO_MAX },
		},
		'instanceMaintenance/createSubscriptionByOrder': {
			why: IO_MAX_MISSING,
			given: { partitionNum: 50, ...IO_MAX },
		},
		'instance/deploy': {
			why: 'the instance has to wait for deployment',
			given: { instanceId: byId(IDS.alibaba.waiting) },
		},
		'instance/updateConfiguration': {
			why: 'the documents show no settings',
			given: { config: { entry: { settings: { kafkaMessageMaxBytes: 2_097_152 } } } },
		},
		'instance/upgrade': {
			why: `${IO_MAX_MISSING}, and sizes only grow`,
			given: { diskSize: 1200, topicQuota: 60, ...IO_MAX },
		},
		'instance/upgradeSubscription': {
			why: `${IO_MAX_MISSING}, sizes only grow, and the instance has to be a subscription`,
			given: {
				instanceId: byId(IDS.alibaba.subscription),
				diskSize: 1200,
				topicQuota: 60,
				...IO_MAX,
			},
		},
		'instance/upgradeVersion': {
			why: 'the instance has to be of an older version',
			given: { instanceId: byId(IDS.alibaba.older) },
		},
		'instance/reopen': {
			why: 'the instance has to be stopped',
			given: { instanceId: byId(IDS.alibaba.stopped) },
		},
		'instance/delete': {
			why: 'the instance has to be released',
			given: { instanceId: byId(IDS.alibaba.released) },
		},
		'topic/updateSetting': {
			why: 'the topic has to be a local one',
			prepare({ alibaba: { state } }) {
				for (const topic of state.named('orders')?.topics ?? []) topic.local = true;
			},
		},
		'instanceMaintenance/getClients': {
			why: 'clients are known for a week only',
			given: { options: {} },
		},
		'instanceMaintenance/downgrade': {
			why: 'something has to become smaller',
			given: { options: { diskSize: 800 } },
		},
		'scalingRule/getAll': { why: SERVERLESS, given: { instanceId: byId(IDS.alibaba.serverless) } },
		'scalingRule/create': {
			why: `${SERVERLESS}, and rules start some time from now`,
			given: {
				instanceId: byId(IDS.alibaba.serverless),
				ruleName: 'workdays',
				schedule: 'repeat',
				repeat: 'Daily',
				firstScheduledTime: '2036-01-01T00:00:00Z',
			},
		},
		'scalingRule/turnOnOrOff': {
			why: SERVERLESS,
			given: { instanceId: byId(IDS.alibaba.serverless) },
		},
		'scalingRule/delete': { why: SERVERLESS, given: { instanceId: byId(IDS.alibaba.serverless) } },
		'acl/create': {
			why: 'the entry must not be there yet',
			given: { aclResourceName: 'paid' },
		},
		'tag/remove': { why: 'the tag has to be there', given: { allTags: true } },
		'tag/getAll': {
			why: 'one of two optional filters has to be given',
			given: { options: { resourceIds: IDS.alibaba.orders } },
		},
	},
	tencent: {
		'acl/create': {
			why: 'the entry must not be there yet',
			given: { resourceType: '2', aclOperation: '4' },
		},
		'instance/checkBeforeCreate': {
			why: 'it has the form of a purchase, and asks for what it names',
			given: {
				instanceName: 'orders-new',
				zoneId: '450001',
				vpcId: byId('vpc-emulator1'),
				subnetId: byId('subnet-emulator'),
			},
		},
		'instance/createSubscription': {
			why: 'the documents name no zone',
			given: { zoneId: '450001' },
		},
		'acl/createMany': {
			why: `${NO_HOST}, and the entry must not be there yet`,
			given: { topicNames: ['paid'], ruleList: rows(ACL_ENTRY) },
		},
		'acl/delete': {
			why: 'the entry has to be there',
			given: { resourceType: '2', aclOperation: '3', permissionType: '3' },
		},
		'aclRule/create': { why: NO_HOST, given: { ruleList: rows(ACL_ENTRY) } },
		'instance/getPrice': {
			why: 'sizes of an order go in steps',
			given: { partitionCount: 400, bandwidth: 20, priceDiskSize: 200, topicCount: 200 },
		},
		'instance/update': { why: NO_OPTION, given: { options: { instanceName: 'renamed' } } },
		'instance/delete': {
			why: 'a switch is no example of the facts',
			given: { alsoSubscriptions: false },
		},
		'aclRule/update': {
			why: 'only a preset rule can be changed, and the value has to be another one',
			given: { isApplied: true },
			prepare({ tencent: { state } }) {
				for (const rule of state.named('orders')?.aclRules ?? []) rule.patternType = 'PRESET';
			},
		},
		'consumerGroup/deleteOffsets': {
			why: 'the parameter is a topic, of which the group has offsets',
			given: { topic: byName('created') },
		},
		'instanceMaintenance/isolateSubscription': {
			why: 'the instance has to be a subscription',
			given: { instanceId: byId(IDS.tencent.subscription) },
		},
		'instanceMaintenance/getPrometheusAddresses': {
			why: 'a network has to be connected',
			prepare({ tencent: { state } }) {
				state
					.named('orders')
					?.prometheus.push({ VpcId: 'vpc-rmcgxxxx', SubnetId: 'subnet-mnzcxxxx' });
			},
		},
		'route/getAllowedAddresses': {
			why: 'the route has to be a public one with an entry',
			prepare({ tencent: { state } }) {
				for (const route of state.named('orders')?.routes ?? []) {
					route.vipType = 1;
					route.allowed = [{ CidrBlock: '203.0.113.7', PolicyDescription: 'office' }];
				}
			},
		},
		'route/setAllowedAddresses': {
			why: 'the route has to be a public one',
			given: { ipWhitelist: rows({ cidrBlock: '203.0.113.0/24' }) },
			prepare({ tencent: { state } }) {
				for (const route of state.named('orders')?.routes ?? []) route.vipType = 1;
			},
		},
		'routeSecurityGroup/attach': { why: ITS_ROUTE, given: ROUTES },
		'routeSecurityGroup/detach': {
			why: `${ITS_ROUTE}, and has to have the security group`,
			given: ROUTES,
			prepare({ tencent: { state } }) {
				for (const route of state.named('orders')?.routes ?? [])
					route.securityGroups = ['sg-seeded'];
			},
		},
		'throttlingRule/create': {
			why: 'one of two optional limits has to be given, and no rule may be there yet',
			given: { topicNameList: ['paid'], options: { consumeThrottle: 10 } },
		},
		'topic/updateMany': {
			why: ITS_TOPIC,
			given: { topicChanges: rows({ topicName: 'created', settings: { note: 'changed' } }) },
		},
		'instance/resize': {
			why: `${NO_OPTION}, and the instance has to be a subscription`,
			given: { instanceId: byId(IDS.tencent.subscription), options: { diskSize: 1000 } },
		},
		'instance/upgradeVersion': {
			why: 'the builds have to be that of the instance and a newer one',
			given: {
				instanceId: byId(IDS.tencent.older),
				sourceVersion: '1.1.1_1.1.0',
				targetVersion: 'v2.4.2_r1.2.4',
			},
		},
		'instance/renew': {
			why: 'the instance has to be a subscription',
			given: { instanceId: byId(IDS.tencent.subscription) },
		},
		'instance/deleteSubscription': {
			why: 'the instance has to be a subscription',
			given: { instanceId: byId(IDS.tencent.subscription) },
		},
		'topic/addPartitions': {
			why: 'the number of partitions only grows',
			given: { partitionNum: 6 },
		},
		'topic/update': { why: NO_OPTION, given: { options: { note: 'changed' } } },
		'logShipping/create': {
			why: 'the log topic must not be shipped yet, and without a role the target has to be described',
			given: { logTopicId: 'another-log-topic', options: ROLE },
		},
		'logShipping/resume': {
			why: 'the shipping has to be paused',
			prepare({ tencent: { state } }) {
				for (const one of state.logs.shippings) one.Effective = false;
			},
		},
		'logTopic/open': {
			why: 'the log topic must not be open yet',
			given: { logTopicId: 'another-log-topic' },
		},
		'logTopic/update': { why: NO_OPTION, given: { options: { compression: '2' } } },
		'logTopic/getGroup': {
			why: 'the consumer group has to be there',
			given: { kafkaGroup: 'same_group_id' },
		},
		'logImport/update': { why: NO_OPTION, given: { options: { userKafkaTopics: 'paid' } } },
		'logImport/start': {
			why: 'the import has to be paused',
			prepare({ tencent: { state } }) {
				for (const one of state.logs.imports) one.Status = 2;
			},
		},
		'tag/remove': {
			why: 'the tag has to be there',
			given: { tags: rows({ tagKey: 'environment' }) },
		},
	},
};
