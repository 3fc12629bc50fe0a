import type { INodeParameters } from 'n8n-workflow';

import type { Emulator } from '../../../emulator';
import { byId, byName, type VendorName } from '../../support/stage';
import { IDS } from '../../support/scenarios/seeds';

/** The rows of a form that takes several. */
const rows = (...entry: INodeParameters[]) => ({ entry });

/** What a form of settings holds. */
const form = (entry: INodeParameters) => ({ entry });

const SECRET = 'Secret-pass-1';
const LATER = 1_900_000_000_000;

const FIRST_USER = {
	accessUser: 'first-user',
	password: SECRET,
	saslEnabledMechanisms: ['PLAIN'],
};
const WINDOW = { maintenanceWindow: form({ maintainBegin: '02:00:00', maintainEnd: '06:00:00' }) };
const NEW_INSTANCE = {
	...WINDOW,
	publicAccess: form({
		enablePublicip: true,
		publicipId:
			'87864c09-b3f4-4d8b-8d46-a2eaf5e31a01,87864c09-b3f4-4d8b-8d46-a2eaf5e31a02,87864c09-b3f4-4d8b-8d46-a2eaf5e31a03',
	}),
	sasl: form({ sslEnable: true, ...FIRST_USER }),
	diskEncryption: form({
		diskEncryptedEnable: true,
		diskEncryptedKey: '0d0466b0-e727-4d9c-b35d-f84bb474a37f',
	}),
};
const RESIZES: INodeParameters[] = [
	{
		operType: 'horizontal',
		newBrokerNum: 4,
		newStorageSpace: 400,
		options: {
			publicipId: '87864c09-b3f4-4d8b-8d46-a2eaf5e31a04',
			tenantIps: '192.168.0.14',
			secondTenantSubnetId: 'b5fa806c-35e7-4299-b659-b39398dd4718',
		},
	},
	{ operType: 'vertical', newProductId: 'c6.4u8g.cluster' },
];
const PEER_BY_ADDRESS = {
	peer: 'servers',
	bootstrapServers: '192.168.0.1:9093',
	securityProtocol: 'SASL_SSL',
	peerUser: 'replicator',
	peerPassword: SECRET,
	saslMechanism: 'PLAIN',
};
const COPYING = {
	...{ compressionType: 'gzip', copyFrom: 'latest', replicationFactor: 3, taskNum: 2 },
	syncConsumerOffsetsEnabled: true,
	renameTopicEnabled: true,
	provenanceHeaderEnabled: true,
};
const CLIENT = { user: byName('reader'), client: 'client-1' };
const ALL_USERS = { user: byName(''), options: { userDefault: true, producerByteRate: 2_097_152 } };

const USER = form({ isSetUserAndPassword: true, username: 'reader', password: SECRET });
const INTERNET = { deployType: '4', eipMax: 3 };
const SERVERLESS = { reservedPublishCapacity: 60, reservedSubscribeCapacity: 20 };

const SIZES = { CU: 4, Replica: 3, Storage: 200 };
const component = (name: string, ...sizes: Array<keyof typeof SIZES>) =>
	Object.fromEntries(sizes.map((size) => [`${name}${size}`, SIZES[size]]));
const COMPONENTS = {
	confluentVersion: '7.4.0',
	...['kafka', 'kraftController', 'zooKeeper', 'controlCenter', 'ksql'].reduce(
		(all, name) => ({ ...all, ...component(name, 'CU', 'Replica', 'Storage') }),
		{},
	),
	...component('schemaRegistry', 'CU', 'Replica'),
	...component('connect', 'CU', 'Replica'),
	...component('kafkaRestProxy', 'CU', 'Replica'),
	ksqlList: rows({ internalId: 'ksql-1', type: 'ksql', cu: 4, replica: 2, storage: 100 }),
};
const SETTINGS = {
	enableAcl: true,
	enableVpcSaslSsl: true,
	kafkaLogRetentionHours: 48,
	kafkaMessageMaxBytes: 2_097_152,
};

const SERVERLESS_SETTINGS = {
	logRetentionHours: 48,
	messageMaxBytes: 2_097_152,
	offsetsRetentionMinutes: 20_160,
	numPartitions: 6,
	autoCreateTopicsEnable: true,
};
const { confluentVersion: _, ...LARGER_COMPONENTS } = COMPONENTS;
const SMALLER_COMPONENTS = Object.fromEntries(
	Object.entries(LARGER_COMPONENTS).filter(([name]) => !/^(kraftController|ksqlList)/.test(name)),
);
const OF_SERVERLESS = { aclOperationTypes: ['Read', 'Write'], host: '10.0.0.5' };

/** Alibaba Cloud instances of the other series, which take other parameters. */
const SERIES = {
	serverless: 'alikafka_serverless-cn-less00001',
	waiting: 'alikafka_serverless-cn-wait00001',
	confluent: 'alikafka_confluent-cn-conf000001',
	internet: 'alikafka_pre-cn-internet0001',
};

/** With internet access. */
const ONLINE = { deployType: 4, eipMax: 10 };

/** What the cloud holds besides what a scenario begins with. */
export const FURTHER: Partial<Record<VendorName, (emulator: Emulator) => void>> = {
	alibaba({ alibaba: { state } }) {
		state.seed({
			id: SERIES.serverless,
			name: 'less',
			paidType: 3,
			...ONLINE,
			reservedPublish: 200,
			reservedSubscribe: 200,
			config: { 'enable.acl': 'true' },
			users: [{ name: 'reader' }],
		});
		state.seed({ id: SERIES.waiting, name: 'less-waiting', paidType: 3, phase: 'waiting' });
		state.seed({ id: SERIES.internet, name: 'internet', paidType: 0, ...ONLINE });
		state.seed({ id: SERIES.confluent, name: 'confluent', paidType: 4 });
	},
};

const SEVERAL_ZONES = { multiZone: form({ multiZoneFlag: true, zoneIds: [450001, 450002] }) };
const OWN_KAFKA = {
	kafkaType: '1',
	serverAddr: '10.0.0.1:9092',
	isEncryptionAddr: true,
	protocol: 'sasl_ssl',
	mechanism: 'PLAIN',
	saslUser: 'reader',
	saslPassword: SECRET,
};
const FORMAT = { rechargeType: 'json_log', encodingFormat: '0', defaultTimeSwitch: true };
const TIME = { defaultTimeSwitch: false, timeFormat: '%Y-%m-%d', timeZone: 'UTC+08:00' };
const JSON_WITH_TIME = { ...FORMAT, ...TIME, timeKey: 'time' };
const LINES = {
	...FORMAT,
	rechargeType: 'fullregex_log',
	logRegex: '(.*) (.*)',
	keys: 'time, text',
};
const LINES_WITH_TIME = { ...FORMAT, ...TIME, rechargeType: 'minimalist_log', timeRegex: '(.*) ' };
const NESTED = { switch: true, fields: 'payload, context', dropOriginal: false };
const PARSING = {
	defaultTimeSrc: '1',
	unMatchLogSwitch: true,
	unMatchLogKey: 'LogParseFailure',
	unMatchLogTimeSrc: '1',
	metadata: ['kafka_topic', 'kafka_offset'],
	parseArray: true,
	delimiter: ',',
};
const TARGET = {
	vip: '10.0.0.1',
	vport: '9092',
	instanceName: 'orders',
	kafkaTopicId: 'topic-1',
};
const SERVED = {
	consumerContent: form({
		format: '1',
		enableTag: true,
		metaFields: ['__SOURCE__', '__PKGID__'],
		tagTransaction: '2',
		jsonType: '2',
		autoConvertNumber: true,
	}),
};
const SHIPPED = {
	roleArn: 'role',
	content: form({
		enableTag: true,
		metaFields: ['__SOURCE__', '__PKGID__'],
		tagJsonNotTiled: true,
		timestampAccuracy: '2',
		jsonType: '1',
		autoConvertNumber: true,
	}),
	advancedConfig: form({ partitionHashStatus: true, partitionFields: 'orderId, region' }),
};
const ONE_ZONE = { multiZone: form({ multiZoneFlag: false }) };
const TOPIC_ACCESS = {
	enableWhiteList: true,
	ipWhiteList: '192.168.0.10',
	enableAclRule: true,
	aclRuleName: 'readers',
};

/** Parameters that no option reaches alone, since they go with others: by vendor, then `resource/operation`. */
export const VARIANTS: Record<VendorName, Record<string, INodeParameters[]>> = {
	huawei: {
		'instance/create': [
			{ options: NEW_INSTANCE },
			{
				options: {
					sasl: form({ sslEnable: false, ...FIRST_USER }),
					portProtocol: rows({ privatePlainEnable: true, privateSaslSslEnable: true }),
				},
			},
			{ options: { portProtocol: rows({ privateSaslPlaintextEnable: true }) } },
			{ availableZones: ['cn-north-4a', 'cn-north-4b', 'cn-north-4c'] },
		],
		'instance/getAll': [{ options: { status: 'RUNNING' } }],
		'instance/update': [{ options: WINDOW }],
		'instance/deleteMany': [{ instances: [], options: { allFailure: 'kafka' } }],
		'instance/resize': RESIZES,
		'instance/setAccessMode': [
			{
				protocol: 'private_sasl_ssl_enable',
				options: {
					firstUser: form({
						userName: 'first-user',
						passWord: 'Secret-pass-1',
						saslEnabledMechanisms: ['PLAIN'],
					}),
				},
			},
		],
		'instanceMaintenance/upgrade': [{ options: { isSchedule: true, executeAt: LATER } }],
		'topic/update': [
			{
				topicSettings: rows({
					id: 'created',
					settings: {
						syncReplication: true,
						syncMessageFlush: true,
						newPartitionNumbers: 6,
						newPartitionBrokers: '0, 1',
						topicOtherConfigs: rows({ name: 'max.message.bytes', value: '1048576' }),
						topicDesc: 'changed',
					},
				}),
			},
		],
		'topic/reassignPartitions': [
			{ options: { isSchedule: true, executeAt: LATER } },
			{
				reassignments: rows({
					topic: 'created',
					settings: { replicationFactor: 2 },
					assignment: rows({ partition: 0, partitionBrokers: '0, 1' }),
				}),
			},
		],
		'consumerGroup/resetOffsets': [{ resetTo: 'time', timestamp: LATER }],
		'consumerGroup/getOffsets': [{ options: { topic: 'created' } }],
		'message/getAll': [{ options: { startTime: LATER, endTime: LATER } }],
		'scheduledTask/update': [{ change: 'cancel' }],
		'smartConnectTask/create': [
			{
				sourceType: 'NONE',
				topics: 'created',
				obsBucketName: 'archive',
				obsSecretKeyId: SECRET,
				obsSecretKey: SECRET,
				options: { obsPath: 'a', recordDelimiter: ';', storeKeys: true },
			},
			{ ...PEER_BY_ADDRESS, topics: '', options: { topicsRegex: 'o.*', startLater: true } },
			{ ...PEER_BY_ADDRESS, options: COPYING },
		],
		'smartConnectTask/checkConnection': [{ ...PEER_BY_ADDRESS, options: COPYING }],
		'userQuota/create': [CLIENT, ALL_USERS],
		'userQuota/update': [CLIENT, ALL_USERS],
		'userQuota/delete': [CLIENT, ALL_USERS],
		'legacyApi/createInstanceByEngine': [
			{ options: NEW_INSTANCE },
			{ availableZones: ['cn-north-4a', 'cn-north-4b', 'cn-north-4c'] },
		],
		'legacyApi/resizeInstanceByEngine': RESIZES,
	},
	alibaba: {
		'instance/create': [
			INTERNET,
			{ paidType: '3', specType: 'basic', serverlessConfig: form(SERVERLESS) },
		],
		'instance/createAndDeploy': [
			{
				name: 'orders-new',
				options: { selectedZones: form({ primary: 'zonea', secondary: 'zonek' }) },
			},
			{ ...INTERNET, options: { firstUser: USER } },
		],
		'instance/createSubscription': [
			INTERNET,
			{
				paidType: '4',
				specType: 'enterprise',
				confluentConfig: form({ components: COMPONENTS }),
			},
		],
		'instance/createByOrder': [INTERNET],
		'instance/createSubscriptionByOrder': [INTERNET],
		'instance/deploy': [
			{
				name: 'orders',
				deployModule: 'eip',
				options: {
					firstUser: USER,
					config: form({ settings: SETTINGS }),
					isForceSelectedZones: true,
					selectedZones: form({ primary: 'zonea', secondary: 'zonek' }),
				},
			},
			{
				instanceId: byId(SERIES.waiting),
				options: { config: form({ settings: SERVERLESS_SETTINGS }) },
			},
		],
		'instance/upgrade': [
			{ options: { ioMax: 20, eipModel: true, eipMax: 3 } },
			{
				instanceId: byId(SERIES.serverless),
				diskSize: 0,
				topicQuota: 0,
				options: {
					serverlessConfig: form({ reservedPublishCapacity: 80, reservedSubscribeCapacity: 60 }),
					eipModel: true,
					eipMax: 3,
				},
			},
		],
		'instance/upgradeSubscription': [
			{ options: { ioMax: 20, eipModel: true, eipMax: 3 } },
			{
				instanceId: byId(SERIES.confluent),
				diskSize: 0,
				topicQuota: 0,
				options: { confluentConfig: form({ components: LARGER_COMPONENTS }) },
			},
		],
		'topic/create': [
			{
				options: {
					localTopic: true,
					compactTopic: true,
					replicationFactor: 3,
					minInsyncReplicas: 2,
					config: form({
						replications: 3,
						retentionMs: 7_200_000,
						retentionHours: 48,
						maxMessageBytes: 2_097_152,
					}),
				},
			},
		],
		'instance/updateConfiguration': [
			{ config: form({ settings: SETTINGS }) },
			{
				instanceId: byId(SERIES.serverless),
				config: form({ settings: SERVERLESS_SETTINGS }),
			},
		],
		'acl/create': [{ instanceId: byId(SERIES.serverless), options: OF_SERVERLESS }],
		'acl/delete': [{ instanceId: byId(SERIES.serverless), options: OF_SERVERLESS }],
		'scalingRule/create': [{ schedule: 'repeat', repeat: 'Weekly', days: ['Friday', 'Monday'] }],
		'instanceMaintenance/getClients': [
			{ clientsOf: 'byTopic', topic: byName('created') },
			{ clientsOf: 'byGroup', group: byName('idle') },
		],
		'instanceMaintenance/downgrade': [
			{ options: { eipModel: false, eipMax: 0 } },
			{
				instanceId: byId(IDS.alibaba.subscription),
				options: {
					diskSize: 800,
					ioMaxSpec: 'alikafka.hw.1xlarge',
					topicQuota: 40,
					specType: 'professional',
					eipModel: false,
					eipMax: 0,
				},
			},
			{
				instanceId: byId(SERIES.internet),
				options: { ioMax: 10, partitionNum: 30, eipModel: true, eipMax: 3 },
			},
			{
				instanceId: byId(SERIES.serverless),
				options: { serverlessConfig: form(SERVERLESS), eipModel: true },
			},
			{
				instanceId: byId(SERIES.confluent),
				options: { confluentConfig: form({ components: SMALLER_COMPONENTS }) },
			},
		],
		'instanceMaintenance/setAutoTopicCreation': [
			{ automaticCreation: 'updatePartition', partitionNum: 24 },
		],
		'tag/add': [
			{ tags: rows({ key: 'team', value: 'b' }) },
			{
				taggedResource: 'TOPIC',
				resourceIds: 'created',
				options: { taggedInstanceId: IDS.alibaba.orders },
			},
		],
		'tag/remove': [{ allTags: false, tagKeys: 'team' }],
		'topic/queryMessages': [{ queryType: 'byTimestamp', beginTime: 1_700_000_000_000 }],
		'consumerGroup/resetOffsets': [
			{ resetTo: 'offset', offsets: rows({ partition: 0, offset: 1 }) },
		],
	},
	tencent: {
		'instance/create': [{ options: SEVERAL_ZONES }, { options: ONE_ZONE }],
		'instance/update': [{ options: { rebalanceTime: LATER / 1000 } }],
		'instance/createSubscription': [
			{ options: { ...SEVERAL_ZONES, diskSize: 500, partition: 400 } },
			{ options: ONE_ZONE },
		],
		'instance/getPrice': [
			{ categoryAction: 'renew', instanceToRenew: IDS.tencent.orders },
			{ chargeType: 'PREPAID', chargePeriod: 1 },
		],
		'instance/resize': [
			{ instanceId: byId(IDS.tencent.subscription), options: { partition: 400 } },
		],
		'route/create': [
			{
				network: '1',
				accessType: '3',
				publicNetwork: 3,
				options: {
					ipWhitelist: rows({ cidrBlock: '203.0.113.0/24', policyDescription: 'office' }),
				},
			},
		],
		'instanceMaintenance/setAutomaticMaintenance': [
			{ status: '0', options: { extraConfig: '{"window": "night"}' } },
		],
		'throttlingRule/create': [
			{ throttleType: '2', groupNameList: ['idle', 'busy'] },
			{ throttleType: '1', userNameList: 'reader, writer', clientIdList: 'c-1, c-2' },
		],
		'topic/updateMany': [
			{
				topicChanges: rows({
					topicName: 'created',
					settings: {
						maxMessageBytes: 2_097_152,
						retentionBytes: 1_073_741_824,
						retentionMs: 86_400_000,
						segmentMs: 86_400_000,
					},
				}),
			},
		],
		'topic/create': [{ options: TOPIC_ACCESS }],
		'topic/update': [{ options: TOPIC_ACCESS }],
		'consumerGroup/create': [{ topicNameList: [], options: { topicName: 'created' } }],
		'consumerGroup/getSubscriptions': [{ options: { groupName: 'idle', topicName: 'created' } }],
		'consumerGroup/resetOffsets': [
			{ strategy: '1', shiftTimestamp: -1 },
			{ strategy: '2', offset: 0 },
		],
		'acl/create': [{ resourceName: '', options: { resourceNameList: 'created,paid' } }],
		'logService/checkKafka': [OWN_KAFKA],
		'logImport/create': [OWN_KAFKA, LINES, LINES_WITH_TIME, JSON_WITH_TIME],
		'logImport/preview': [
			{ previewType: '1' },
			{ ...OWN_KAFKA, previewType: '2' },
			{ ...LINES, previewType: '2' },
			{ ...LINES_WITH_TIME, previewType: '2' },
			{ ...JSON_WITH_TIME, previewType: '2' },
		],
		'logTopic/open': [{ options: SERVED }],
		'logTopic/update': [{ options: SERVED }],
		'logShipping/create': [{ options: { ...TARGET, ...SHIPPED } }],
		'logShipping/update': [
			{
				options: { ...TARGET, targetInstance: IDS.tencent.orders, targetTopic: 'paid', ...SHIPPED },
			},
			{ effective: false },
		],
		'logImport/update': [
			{ options: { kafka: form({ kafkaType: '0', kafkaInstance: IDS.tencent.orders }) } },
			{ options: { kafka: form(OWN_KAFKA) } },
			...[FORMAT, LINES, LINES_WITH_TIME, JSON_WITH_TIME].map((format) => ({
				options: { parsing: form(format), ...PARSING },
			})),
			{ options: { parsing: form(FORMAT), jsonExpand: form(NESTED) } },
		],
		'tag/add': [{ tags: rows({ tagKey: 'team', tagValue: 'b' }) }],
	},
};
