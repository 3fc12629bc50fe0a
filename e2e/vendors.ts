import type { INodeParameters } from 'n8n-workflow';

import type { Emulator } from '../emulator';
import { n8n as manifest } from '../package.json';

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
}

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
	},
];

/** The clouds, in the order of the credentials. */
export const VENDORS: readonly Vendor[] = ALL;

/** Those that the package has nodes for. */
export const KAFKA_VENDORS = VENDORS.filter(({ node }) =>
	manifest.nodes.some((path) => path.toLowerCase().endsWith(`/${node}.node.js`.toLowerCase())),
);
