import { enter } from '../../emulator/alibaba/model/lifecycle';
import { ENDED } from '../../emulator/alibaba/model/status';
import { daysAgo, pairs, type Vendor } from './vendor';

export const alibabaCloud: Vendor = {
	name: 'Alibaba Cloud',
	cloud: 'alibaba',
	nodeName: 'Alibaba Cloud Kafka',
	credential: 'managedKafkaAlibabaCloudApi',
	credentialName: 'Alibaba Cloud Access Key API',
	secret: 'accessKeySecret',
	role: { assumeRole: true, roleArn: 'acs:ram::1234567890123456:role/kafka-operator' },
	node: 'alibabaCloudKafka',
	list: ({ alibaba, credentials }) => ({
		method: 'POST',
		url: alibaba.url,
		sendQuery: true,
		queryParameters: pairs({
			Action: 'GetInstanceList',
			Version: '2019-09-16',
			RegionId: credentials.alibaba.region,
		}),
	}),
	refusal: /Check 'Access Key Secret'/,
	seed: ({ alibaba }, name) => alibaba.state.seed({ name }),
	seedTagged: (emulator, name, tags, days, region) =>
		emulator.alibaba.state.seed({
			name,
			region,
			createdAt: daysAgo(emulator, days),
			tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
		}),
	newTopic: (topicName) => ({ topicName, remark: 'logistics' }),
	partitions: { given: (partitionNum) => ({ options: { partitionNum } }), field: 'partitions' },
	newInstance: (name) => ({
		resource: 'instance',
		operation: 'createAndDeploy',
		billing: '1',
		edition: 'professional',
		deployType: '5',
		ioMaxSpec: 'alikafka.hw.2xlarge',
		diskType: '1',
		diskSize: 500,
		partitionNum: 50,
		vpcId: 'vpc-1',
		vSwitchId: 'vsw-1',
		name,
	}),
	ifAbsent: {},
	id: 'InstanceId',
	nowhere: 'alikafka_post-cn-none00000',
	operations: {
		list: 'GetInstanceList',
		create: 'CreatePostPayInstance',
		look: 'GetInstanceList',
		remove: 'ReleaseInstance',
		grant: 'AssumeRole',
	},
	named: ({ alibaba }, name) => alibaba.state.instances.filter((one) => one.name === name),
	standing: ({ alibaba }) =>
		alibaba.state.instances
			.filter(({ phase }) => phase !== 'releasing' && !ENDED.includes(phase))
			.map(({ id }) => id),
	statuses: { begun: 'deploying', ready: 'running' },
	begin: ({ alibaba }, name) => alibaba.state.seed({ name, phase: 'preparing' }),
	finish({ alibaba }, name) {
		const instance = alibaba.state.named(name);
		if (instance) enter(instance, 'serving');
	},
	lists: [
		{
			parameter: 'vpcId',
			method: 'searchVpcs',
			permission: 'vpc:DescribeVpcs',
			offers: /^orders-vpc, 10\.0\.0\.0\/16, /,
		},
		{
			parameter: 'vSwitchId',
			method: 'searchVSwitches',
			permission: 'vpc:DescribeVSwitches',
			offers: /^orders-h, .*cn-hangzhou-h, .*free IPs/,
		},
		{
			parameter: 'securityGroup',
			method: 'searchSecurityGroups',
			permission: 'ecs:DescribeSecurityGroups',
			offers: /^kafka-clients, basic, /,
		},
	],
	deny({ accounts: { alibaba } }, permission, denied) {
		alibaba.keys = alibaba.keys.map((key) => ({ ...key, denied: denied ? [permission] : [] }));
	},
};
