import type { INodeParameters } from 'n8n-workflow';

import type { Emulator } from '../emulator';
import { enter } from '../emulator/alibaba/model/lifecycle';
import { STATUS } from '../emulator/tencent/model/status';
import { n8n as manifest } from '../package.json';
import { newInstance } from '../test/support/given';

/** What the tests of a real n8n need to know of a cloud. */
export interface Vendor {
	name: string;
	/** Name of the node; its trigger's has "Trigger" behind it. */
	nodeName: string;
	credential: string;
	/** As the list of credential types shows it. */
	credentialName: string;
	/** The credential's field that, when wrong, makes every signature wrong. */
	secret: string;
	/** The node's type without the package's name; its trigger's has "Trigger" behind it. */
	node: string;
	/** Parameters of an HTTP Request node that lists the instances. */
	list(emulator: Emulator): INodeParameters;
	/** What the credential test says to a wrong secret. */
	refusal: RegExp;
	/** Puts a running instance into the cloud. */
	seed(emulator: Emulator, name: string): { id: string; topics: Array<{ name: string }> };
	/** The node's parameters for a new topic of that name. */
	newTopic(name: string): INodeParameters;
	/** The node's parameters for a new instance of that name. */
	newInstance(name: string): INodeParameters;
	/** The field of an item that has the instance's ID. */
	id: string;
	/** An ID of this cloud's form that no instance has. */
	nowhere: string;
	/** API operation with which the trigger lists instances, and that with which the node makes one. */
	operations: { list: string; create: string };
	/** The cloud's instances of that name, with their status as the cloud has it. */
	named(emulator: Emulator, name: string): Array<{ id: string }>;
	/** What the trigger calls an instance that is being created, and one that is ready. */
	statuses: { begun: string; ready: string };
	/** Puts an instance into the cloud that is being created. */
	begin(emulator: Emulator, name: string): { id: string };
	/** Has it become ready; the clock may be moved. */
	finish(emulator: Emulator, name: string): void;
}

/** Virtual ms after which a new instance is ready for certain. */
const CREATION = 11 * 60_000;

const pairs = (values: Record<string, string>) => ({
	parameters: Object.entries(values).map(([name, value]) => ({ name, value })),
});

const ALL: Vendor[] = [
	{
		name: 'Huawei Cloud',
		nodeName: 'Huawei Cloud Kafka',
		credential: 'managedKafkaHuaweiCloudApi',
		credentialName: 'Huawei Cloud Access Key API',
		secret: 'secretAccessKey',
		node: 'huaweiCloudKafka',
		list: ({ huawei }) => ({ url: `${huawei.url}/v2/{project_id}/instances?engine=kafka` }),
		refusal: /did not accept .*'Secret Access Key'/,
		seed: ({ huawei }, name) => huawei.state.seed({ name }),
		newTopic: (topicName) => ({ topicName }),
		newInstance: (name) => newInstance(name),
		id: 'instance_id',
		nowhere: '00000000-0000-4000-8000-000000000000',
		operations: { list: 'ListInstances', create: 'CreatePostPaidKafkaInstance' },
		named: ({ huawei }, name) => huawei.state.instances.filter((one) => one.name === name),
		statuses: { begun: 'CREATING', ready: 'RUNNING' },
		begin: ({ huawei }, name) => huawei.state.seed({ name, status: 'CREATING' }),
		finish: ({ clock }) => clock.advance(CREATION),
	},
	{
		name: 'Alibaba Cloud',
		nodeName: 'Alibaba Cloud Kafka',
		credential: 'managedKafkaAlibabaCloudApi',
		credentialName: 'Alibaba Cloud Access Key API',
		secret: 'accessKeySecret',
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
		newTopic: (topicName) => ({ topicName, remark: 'logistics' }),
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
		id: 'InstanceId',
		nowhere: 'alikafka_post-cn-none00000',
		operations: { list: 'GetInstanceList', create: 'CreatePostPayInstance' },
		named: ({ alibaba }, name) => alibaba.state.instances.filter((one) => one.name === name),
		statuses: { begun: 'deploying', ready: 'running' },
		begin: ({ alibaba }, name) => alibaba.state.seed({ name, phase: 'preparing' }),
		finish({ alibaba }, name) {
			const instance = alibaba.state.named(name);
			if (instance) enter(instance, 'serving');
		},
	},
	{
		name: 'Tencent Cloud',
		nodeName: 'Tencent Cloud CKafka',
		credential: 'managedKafkaTencentCloudApi',
		credentialName: 'Tencent Cloud Access Key API',
		secret: 'secretKey',
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
		newTopic: (topicName) => ({ topicName }),
		newInstance: (instanceName) => ({
			resource: 'instance',
			operation: 'create',
			specificationsType: 'profession',
			zoneId: '450001',
			vpcId: 'vpc-rmcgxxxx',
			subnetId: 'subnet-mnzcxxxx',
			instanceName,
		}),
		id: 'InstanceId',
		nowhere: 'ckafka-none1234',
		operations: { list: 'DescribeInstances', create: 'CreatePostPaidInstance' },
		named: ({ tencent }, name) => tencent.state.instances.filter((one) => one.name === name),
		statuses: { begun: 'creating', ready: 'running' },
		begin: ({ tencent }, name) => tencent.state.seed({ name, status: STATUS.creating }),
		finish: ({ clock }) => clock.advance(CREATION),
	},
];

/** The clouds, in the order of the credentials. */
export const VENDORS: readonly Vendor[] = ALL;

/** Those that the package has nodes for. */
export const KAFKA_VENDORS = VENDORS.filter(({ node }) =>
	manifest.nodes.some((path) => path.toLowerCase().endsWith(`/${node}.node.js`.toLowerCase())),
);
