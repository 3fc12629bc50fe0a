import { newInstance } from '../../test/support/given';
import { CREATION, daysAgo, type Vendor } from './vendor';

export const huaweiCloud: Vendor = {
	name: 'Huawei Cloud',
	cloud: 'huawei',
	nodeName: 'Huawei Cloud Kafka',
	credential: 'managedKafkaHuaweiCloudApi',
	credentialName: 'Huawei Cloud Access Key API',
	secret: 'secretAccessKey',
	role: {
		assumeRole: true,
		agencyName: 'kafka-operator',
		delegatingAccountName: 'emulator-delegating',
	},
	node: 'huaweiCloudKafka',
	list: ({ huawei }) => ({ url: `${huawei.url}/v2/{project_id}/instances?engine=kafka` }),
	refusal: /did not accept .*'Secret Access Key'/,
	seed: ({ huawei }, name) => huawei.state.seed({ name }),
	seedTagged: (emulator, name, tags, days, region) =>
		emulator.huawei.state.seed({
			name,
			region,
			createdAt: daysAgo(emulator, days),
			tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
		}),
	newTopic: (topicName) => ({ topicName }),
	partitions: { given: (partition) => ({ partition }), field: 'partition' },
	newInstance: (name) => newInstance(name),
	ifAbsent: { createIfAbsent: true },
	id: 'instance_id',
	nowhere: '00000000-0000-4000-8000-000000000000',
	operations: {
		list: 'ListInstances',
		create: 'CreatePostPaidKafkaInstance',
		look: 'ShowInstance',
		remove: 'BatchRestartOrDeleteInstances',
		grant: 'CreateTemporaryAccessKeyByAgency',
	},
	named: ({ huawei }, name) => huawei.state.instances.filter((one) => one.name === name),
	standing: ({ huawei }) =>
		huawei.state.instances.filter(({ status }) => status !== 'DELETING').map(({ id }) => id),
	statuses: { begun: 'CREATING', ready: 'RUNNING' },
	begin: ({ huawei }, name) => huawei.state.seed({ name, status: 'CREATING' }),
	finish: ({ clock }) => clock.advance(CREATION),
	lists: [
		{
			parameter: 'vpcId',
			method: 'searchVpcs',
			permission: 'vpc:vpcs:list',
			offers: /^orders-vpc, 10\.0\.0\.0\/16, /,
		},
		{
			parameter: 'subnetId',
			method: 'searchSubnets',
			permission: 'vpc:subnets:list',
			offers: /^brokers, 10\.0\.0\.0\/24, \d+ free IPs, /,
		},
		{
			parameter: 'securityGroupId',
			method: 'searchSecurityGroups',
			permission: 'vpc:securityGroups:list',
			offers: /^kafka-clients, /,
		},
	],
	deny({ huawei }, permission, denied) {
		if (denied) huawei.state.denied.add(permission);
		else huawei.state.denied.delete(permission);
	},
};
