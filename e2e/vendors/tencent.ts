import { STATUS } from '../../emulator/tencent/model/status';
import { CREATION, daysAgo, pairs, type Vendor } from './vendor';

export const tencentCloud: Vendor = {
	name: 'Tencent Cloud',
	cloud: 'tencent',
	nodeName: 'Tencent Cloud CKafka',
	credential: 'managedKafkaTencentCloudApi',
	credentialName: 'Tencent Cloud Access Key API',
	secret: 'secretKey',
	role: { assumeRole: true, roleArn: 'qcs::cam::uin/100000000001:roleName/kafka-operator' },
	node: 'tencentCloudKafka',
	list: ({ tencent }) => ({
		method: 'POST',
		url: tencent.url,
		sendHeaders: true,
		headerParameters: pairs({
			'X-TC-Action': 'DescribeInstances',
			'X-TC-Version': '2019-08-19',
		}),
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '{}',
	}),
	refusal: /Check 'Secret Key'/,
	seed: ({ tencent }, name) => tencent.state.seed({ name }),
	seedTagged: (emulator, name, tags, days, region) =>
		emulator.tencent.state.seed({
			name,
			region,
			createdAt: daysAgo(emulator, days),
			tags: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
		}),
	newTopic: (topicName) => ({ topicName }),
	partitions: { given: (partitionNum) => ({ partitionNum }), field: 'partitions' },
	newInstance: (instanceName) => ({
		resource: 'instance',
		operation: 'create',
		specificationsType: 'profession',
		zoneId: '450001',
		vpcId: 'vpc-rmcgxxxx',
		subnetId: 'subnet-mnzcxxxx',
		instanceName,
	}),
	ifAbsent: { createIfAbsent: true },
	id: 'InstanceId',
	nowhere: 'ckafka-none1234',
	operations: {
		list: 'DescribeInstances',
		create: 'CreatePostPaidInstance',
		look: 'DescribeInstancesDetail',
		remove: 'DeleteInstancePost',
		grant: 'AssumeRole',
	},
	named: ({ tencent }, name) => tencent.state.instances.filter((one) => one.name === name),
	standing: ({ tencent }) =>
		tencent.state.instances
			.filter(({ status }) => status !== STATUS.deleting && status !== STATUS.deleted)
			.map(({ id }) => id),
	statuses: { begun: 'creating', ready: 'running' },
	begin: ({ tencent }, name) => tencent.state.seed({ name, status: STATUS.creating }),
	finish: ({ clock }) => clock.advance(CREATION),
	lists: [
		{
			parameter: 'vpcId',
			method: 'searchVpcs',
			permission: 'vpc:DescribeVpcs',
			offers: /^orders-vpc, 10\.0\.0\.0\/16, /,
		},
		{
			parameter: 'subnetId',
			method: 'searchSubnets',
			permission: 'vpc:DescribeSubnets',
			offers: /^orders-a, 10\.0\.1\.0\/24, .*free IPs/,
		},
	],
	deny({ accounts: { tencent } }, permission, denied) {
		tencent.keys = tencent.keys.map((key) => ({ ...key, denied: denied ? [permission] : [] }));
	},
};
