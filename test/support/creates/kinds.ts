import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Emulator } from '../../../emulator';
import type { VendorName } from '../stage';
import { byId, byName } from '../stage';

/** Something in the cloud: its ID, or its name where that is what the service knows it by. */
export interface Held {
	/** What has to be named for it to be found: the ID, or the name. */
	key: string;
	/** The name it was asked for under; none where orders carry no name. */
	name?: string;
	/** What names it as well: the order that it came with. */
	alsoKnownAs?: string[];
}

/** A create of the node, and where the emulator keeps what it makes. */
export interface Kind {
	vendor: VendorName;
	/** `resource/operation` of the node. */
	operation: string;
	/** API operation that makes it, and those which it is looked up with. */
	api: string;
	reads: string[];
	/** Parameters that ask for `$json.n`, on the instance `home` where it is part of one. */
	parameters(home: string): INodeParameters;
	/** Whether the operation can wait, and whether it has Create If Absent. */
	waits: boolean;
	ifAbsent: boolean;
	/** Whether the service itself refuses or merges a second one of the name. */
	unique: boolean;
	/** Whether the service answers a second one of the name with a success. */
	merges?: boolean;
	/** Whether the service overwrites one that exists, so that the node looks before it sends anything. */
	looksFirst?: boolean;
	/** Whether its list says when it was made. */
	dated?: boolean;
	/** Whether nothing is billed for it alone. */
	isFree?: boolean;
	/** How many one item may ask for, as a parameter of the node. */
	several?(count: number): INodeParameters;
	held(em: Emulator, home: string): Held[];
	/** Takes one away, where it is no instance. */
	lose?(em: Emulator, home: string, key: string): void;
}

const N = '={{ $json.n }}';
const here = (home: string) => ({ instanceId: byId(home) });

const huaweiHome = ({ huawei }: Emulator, home: string) =>
	huawei.state.instances.find(({ id }) => id === home);
const alibabaHome = ({ alibaba }: Emulator, home: string) =>
	alibaba.state.instances.find(({ id }) => id === home);
const tencentHome = ({ tencent }: Emulator, home: string) =>
	tencent.state.instances.find(({ id }) => id === home);

const byTheirNames = (list: Array<{ name: string }> = []): Held[] =>
	list.map(({ name }) => ({ key: name, name }));

const huaweiInstance: Pick<Kind, 'vendor' | 'reads' | 'waits' | 'ifAbsent' | 'unique' | 'held'> = {
	vendor: 'huawei',
	reads: ['ListInstances', 'ShowInstance'],
	waits: true,
	ifAbsent: true,
	unique: false,
	held: ({ huawei }) => huawei.state.instances.map(({ id, name }) => ({ key: id, name })),
};

const HUAWEI: Kind[] = [
	{
		...huaweiInstance,
		operation: 'instance/create',
		api: 'CreatePostPaidKafkaInstance',
		parameters: () => ({
			name: N,
			engineVersion: '2.7',
			productId: 'c6.2u4g.cluster',
			brokerNum: 3,
			storageSpace: 300,
			storageSpecCode: 'dms.physical.storage.ultra.v2',
			availableZones: ['cn-north-4a'],
			vpcId: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
			subnetId: 'b5fa806c-35e7-4299-b659-b39398dd4718',
			securityGroupId: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
		}),
	},
	{
		...huaweiInstance,
		operation: 'legacyApi/v1CreateInstance',
		api: 'V1CreateInstance',
		parameters: () => ({
			name: N,
			engineVersion: '2.3.0',
			specification: '100MB',
			storageSpace: 600,
			partitionNum: '300',
			productId: '00300-30308-0--0',
			storageSpecCode: 'dms.physical.storage.ultra',
			availableZones: ['cn-north-4a'],
			vpcId: '1e93f86e-13af-46c8-97d6-d40fa62b76c2',
			subnetId: 'b5fa806c-35e7-4299-b659-b39398dd4718',
			securityGroupId: '8b5d7c24-7d3b-4c8b-9d3c-5d1c2f9b7a10',
			kafkaManagerUser: 'manager',
			kafkaManagerPassword: 'Canary-pass-1',
		}),
	},
	{
		vendor: 'huawei',
		operation: 'topic/create',
		api: 'CreateInstanceTopic',
		reads: ['ListInstanceTopics'],
		parameters: (home) => ({ ...here(home), topicName: N }),
		waits: false,
		ifAbsent: true,
		unique: true,
		dated: true,
		held: (em, home) => byTheirNames(huaweiHome(em, home)?.topics),
	},
	{
		vendor: 'huawei',
		operation: 'user/create',
		api: 'CreateInstanceUser',
		reads: ['ShowInstanceUsers'],
		parameters: (home) => ({ ...here(home), userName: N, userPasswd: 'Canary-pass-1' }),
		waits: false,
		ifAbsent: true,
		unique: true,
		dated: true,
		held: (em, home) => byTheirNames(huaweiHome(em, home)?.users),
	},
	{
		vendor: 'huawei',
		operation: 'consumerGroup/create',
		api: 'CreateKafkaConsumerGroup',
		reads: ['ListInstanceConsumerGroups'],
		parameters: (home) => ({ ...here(home), groupName: N }),
		waits: false,
		ifAbsent: true,
		unique: true,
		dated: true,
		held: (em, home) => byTheirNames(huaweiHome(em, home)?.groups),
	},
	{
		vendor: 'huawei',
		operation: 'smartConnectTask/create',
		api: 'CreateConnectorTask',
		reads: ['ListConnectorTasks'],
		parameters: (home) => ({
			...here(home),
			taskName: N,
			sourceType: 'NONE',
			topics: 'orders',
			obsBucketName: 'archive',
			obsSecretKeyId: 'Canary-key-1',
			obsSecretKey: 'Canary-pass-1',
		}),
		waits: true,
		ifAbsent: true,
		unique: false,
		isFree: true,
		held: (em, home) =>
			(huaweiHome(em, home)?.connector?.tasks ?? []).map(({ id, settings }) => ({
				key: id,
				name: String(settings.task_name),
			})),
		lose: (em, home, key) => {
			const connector = huaweiHome(em, home)?.connector;
			if (connector) connector.tasks = connector.tasks.filter(({ id }) => id !== key);
		},
	},
];

const bought = {
	deployType: '5',
	ioMaxSpec: 'alikafka.hw.2xlarge',
	diskType: '1',
	diskSize: 500,
	partitionNum: 50,
};

const order: Pick<Kind, 'vendor' | 'reads' | 'ifAbsent' | 'unique' | 'held'> = {
	vendor: 'alibaba',
	reads: ['GetInstanceList'],
	ifAbsent: false,
	unique: false,
	held: ({ alibaba }) =>
		alibaba.state.instances.map(({ id, orderIds }) => ({ key: id, alsoKnownAs: orderIds })),
};

const ALIBABA: Kind[] = [
	{
		...order,
		operation: 'instance/createAndDeploy',
		api: 'CreatePostPayInstance',
		reads: ['GetInstanceList', 'StartInstance'],
		parameters: () => ({
			...bought,
			billing: '1',
			edition: 'professional',
			vpcId: 'vpc-1',
			vSwitchId: 'vsw-1',
			name: N,
		}),
		waits: true,
	},
	{
		...order,
		operation: 'instance/create',
		api: 'CreatePostPayInstance',
		parameters: () => ({ ...bought, paidType: '1', specType: 'professional' }),
		waits: false,
	},
	{
		...order,
		operation: 'instanceMaintenance/createByOrder',
		api: 'CreatePostPayOrder',
		parameters: () => ({
			deployType: '5',
			diskType: '1',
			diskSize: 500,
			partitionNum: 50,
			options: { ioMaxSpec: 'alikafka.hw.2xlarge' },
		}),
		waits: false,
	},
	{
		vendor: 'alibaba',
		operation: 'topic/create',
		api: 'CreateTopic',
		reads: ['GetTopicList', 'GetTopicStatus'],
		parameters: (home) => ({ ...here(home), topicName: N, remark: 'team' }),
		waits: true,
		ifAbsent: true,
		unique: true,
		dated: true,
		held: (em, home) => byTheirNames(alibabaHome(em, home)?.topics),
	},
	{
		vendor: 'alibaba',
		operation: 'consumerGroup/create',
		api: 'CreateConsumerGroup',
		reads: ['GetConsumerList'],
		parameters: (home) => ({ ...here(home), groupName: N }),
		waits: false,
		ifAbsent: true,
		unique: true,
		held: (em, home) => byTheirNames(alibabaHome(em, home)?.groups),
	},
	{
		vendor: 'alibaba',
		operation: 'saslUser/create',
		api: 'CreateSaslUser',
		reads: ['DescribeSaslUsers'],
		parameters: (home) => ({ ...here(home), userName: N, password: 'Canary-pass-1' }),
		waits: true,
		ifAbsent: true,
		unique: true,
		merges: true,
		looksFirst: true,
		held: (em, home) => byTheirNames(alibabaHome(em, home)?.users),
	},
	{
		vendor: 'alibaba',
		operation: 'acl/create',
		api: 'CreateAcl',
		reads: ['DescribeAcls'],
		parameters: (home) => ({
			...here(home),
			user: byName('reader'),
			aclResourceType: 'Topic',
			aclResourceName: N,
			aclResourcePatternType: 'PREFIXED',
			aclOperationType: 'Write',
		}),
		waits: true,
		ifAbsent: true,
		unique: true,
		held: (em, home) =>
			(alibabaHome(em, home)?.acls ?? []).map(({ AclResourceName: name }) => ({ key: name, name })),
	},
];

/** What a batch adds to the name of each instance. */
const withoutEnding = (name: string) => name.replace(/[-_]?\d+$/, '');

const purchase: Omit<Kind, 'operation' | 'api' | 'parameters'> = {
	vendor: 'tencent',
	reads: ['DescribeInstancesDetail'],
	waits: true,
	ifAbsent: true,
	unique: false,
	several: (instanceNum) => ({ options: { instanceNum } }),
	held: ({ tencent }) =>
		tencent.state.instances.map(({ id, name }) => ({ key: id, name: withoutEnding(name) })),
};

const where = { zoneId: '450001', vpcId: 'vpc-rmcgxxxx', subnetId: 'subnet-mnzcxxxx' };

const access: Pick<Kind, 'vendor' | 'reads' | 'ifAbsent' | 'unique' | 'merges' | 'held'> = {
	vendor: 'tencent',
	reads: ['DescribeACL'],
	ifAbsent: true,
	unique: true,
	merges: true,
	held: (em, home) =>
		(tencentHome(em, home)?.acls ?? []).map(({ Principal }) => {
			const name = Principal.replace('User:', '');
			return { key: name, name };
		}),
};

const TENCENT: Kind[] = [
	{
		...purchase,
		operation: 'instance/create',
		api: 'CreatePostPaidInstance',
		parameters: () => ({ ...where, instanceName: N, specificationsType: 'profession' }),
	},
	{
		...purchase,
		operation: 'instance/createSubscription',
		api: 'CreateInstancePre',
		parameters: () => ({
			...where,
			instanceName: N,
			period: '1m',
			instanceType: '1',
			subscriptionEdition: 'profession',
		}),
	},
	{
		vendor: 'tencent',
		operation: 'topic/create',
		api: 'CreateTopic',
		reads: ['DescribeTopicDetail'],
		parameters: (home) => ({ ...here(home), topicName: N, partitionNum: 3, replicaNum: 2 }),
		waits: true,
		ifAbsent: true,
		unique: true,
		dated: true,
		held: (em, home) =>
			(tencentHome(em, home)?.topics ?? []).map(({ id, name }) => ({ key: id, name })),
	},
	{
		vendor: 'tencent',
		operation: 'user/create',
		api: 'CreateUser',
		reads: ['DescribeUser', 'DescribeTaskStatus'],
		parameters: (home) => ({ ...here(home), userName: N, password: 'Canary-pass-1' }),
		waits: true,
		ifAbsent: true,
		unique: true,
		held: (em, home) => byTheirNames(tencentHome(em, home)?.users),
	},
	{
		vendor: 'tencent',
		operation: 'consumerGroup/create',
		api: 'CreateConsumer',
		reads: ['DescribeGroup', 'DescribeTaskStatus'],
		parameters: (home) => ({ ...here(home), groupName: N, topicNameList: ['seeded'] }),
		waits: true,
		ifAbsent: true,
		unique: true,
		held: (em, home) => byTheirNames(tencentHome(em, home)?.groups),
	},
	{
		...access,
		operation: 'acl/create',
		api: 'CreateAcl',
		reads: ['DescribeACL', 'DescribeTaskStatus'],
		parameters: (home) => ({
			...here(home),
			principal: byName(N),
			resourceType: '2',
			resourceName: byName('seeded'),
			aclOperation: '3',
			permissionType: '3',
		}),
		waits: true,
	},
	{
		...access,
		operation: 'acl/createMany',
		api: 'BatchCreateAcl',
		parameters: (home) => ({
			...here(home),
			topicNames: ['seeded', 'other'],
			ruleList: {
				entry: [{ operation: 'Read', permissionType: 'Allow', host: '*', principal: N }],
			},
		}),
		waits: false,
	},
	{
		vendor: 'tencent',
		operation: 'aclRule/create',
		api: 'CreateAclRule',
		reads: ['DescribeAclRule'],
		parameters: (home) => ({
			...here(home),
			newRuleName: N,
			patternType: 'PREFIXED',
			pattern: N,
			ruleList: {
				entry: [{ operation: 'Read', permissionType: 'Allow', host: '*', principal: '*' }],
			},
		}),
		waits: false,
		ifAbsent: true,
		unique: true,
		held: (em, home) => byTheirNames(tencentHome(em, home)?.aclRules),
	},
];

/** Every create of what costs or counts, by vendor. */
export const KINDS: Record<VendorName, Kind[]> = {
	huawei: HUAWEI,
	alibaba: ALIBABA,
	tencent: TENCENT,
};

export type ItemJson = IDataObject & { n: string };
