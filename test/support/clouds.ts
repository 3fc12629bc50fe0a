import type { IDataObject } from 'n8n-workflow';

import { EXAMPLE, type Emulator, type RecordedRequest } from '../../emulator';
import { decodeFields } from '../../emulator/core/encoding';

export const PROJECT = EXAMPLE.huawei.projectId;

export type VendorName = 'huawei' | 'alibaba' | 'tencent';

/** What differs between the vendors, seen from a test. */
export interface VendorNode {
	/** Full name of the node. */
	type: string;
	/** Full names of the nodes that have other resources than it, by resource. */
	others?: Readonly<Record<string, string>>;
	credential: string;
	/** Data of a credential for the emulator; `more` overrides. */
	data(em: Emulator, more?: IDataObject): never;
	/** Whether a request changes nothing, by the vendor's own convention. */
	isRead(request: RecordedRequest): boolean;
	/** A request in a line, without what every request has. */
	line(request: RecordedRequest): string;
	/** Parameters of a request, without what every request has; undefined without a body. */
	parameters(request: RecordedRequest): unknown;
}

const json = ({ body }: RecordedRequest): unknown =>
	body === '' ? undefined : (JSON.parse(body) as unknown);

/** The action, and the region where it is not the credential's. */
const actionLine = ({ operation }: RecordedRequest, region: unknown, usual: string) =>
	region === usual ? String(operation) : `${String(operation)} in ${String(region)}`;

const isReadAction = ({ operation }: RecordedRequest) =>
	/^(Describe|Fetch|Get|Inquire|List|Query)/.test(String(operation));

/** What names an RPC request, signs it or points it at a region. */
const ENVELOPE = [
	'Action',
	'Version',
	'RegionId',
	'Format',
	'AccessKeyId',
	'Signature',
	'SignatureMethod',
	'SignatureVersion',
	'SignatureNonce',
	'SecurityToken',
	'Timestamp',
];

/** Fields of query and form body, decoded, flat as on the wire: `Tag.1.Key`. */
function rpcFields({ url, path, body }: RecordedRequest): Record<string, string> {
	const query = url.slice(path.length).replace(/^\?/, '');
	return Object.fromEntries([query, body].flatMap((part) => decodeFields(part) ?? []));
}

/** The node that has these resources. */
const of = (type: string, resources: string[]): Record<string, string> =>
	Object.fromEntries(resources.map((resource) => [resource, type]));

export const VENDORS: Record<VendorName, VendorNode> = {
	huawei: {
		type: 'n8n-nodes-managed-kafka.huaweiCloudKafka',
		others: {
			legacyApi: 'n8n-nodes-managed-kafka.huaweiCloudKafkaLegacy',
			...of('n8n-nodes-managed-kafka.huaweiCloudKafkaMaintenance', [
				'cluster',
				'diagnosis',
				'instanceMaintenance',
				'kafkaManager',
				'log',
				'lookupMaintenance',
				'rebalanceLog',
				'scheduledTask',
				'smartConnect',
				'smartConnectTask',
				'topicQuota',
				'userQuota',
			]),
		},
		credential: 'managedKafkaHuaweiCloudApi',
		data({ huawei, credentials }, more) {
			const { accessKey, secretKey } = credentials.huawei.permanent;
			return {
				authentication: 'accessKey',
				accessKeyId: accessKey,
				secretAccessKey: secretKey,
				region: EXAMPLE.huawei.region,
				projectId: PROJECT,
				endpoint: huawei.url,
				iamEndpoint: huawei.iamUrl,
				...more,
			} as never;
		},
		// The list of keys is a read by POST.
		isRead: ({ method, operation }) => method === 'GET' || operation === 'ListKeys',
		line: ({ method, url }) => `${method} ${url.replace(PROJECT, '{project}')}`,
		parameters: json,
	},
	alibaba: {
		type: 'n8n-nodes-managed-kafka.alibabaCloudKafka',
		others: of('n8n-nodes-managed-kafka.alibabaCloudKafkaMaintenance', [
			'account',
			'consumerGroupMaintenance',
			'instanceMaintenance',
			'scalingRule',
		]),
		credential: 'managedKafkaAlibabaCloudApi',
		data({ alibaba, credentials }, more) {
			const { accessKeyId, accessKeySecret } = credentials.alibaba.permanent;
			return {
				accessKeyId,
				accessKeySecret,
				region: EXAMPLE.alibaba.region,
				endpoint: alibaba.url,
				signatureVersion: 'ACS3-HMAC-SHA256',
				...more,
			} as never;
		},
		isRead: isReadAction,
		line: (request) => actionLine(request, rpcFields(request).RegionId, EXAMPLE.alibaba.region),
		parameters: (request) =>
			Object.fromEntries(
				Object.entries(rpcFields(request)).filter(([name]) => !ENVELOPE.includes(name)),
			),
	},
	tencent: {
		type: 'n8n-nodes-managed-kafka.tencentCloudKafka',
		others: {
			...of('n8n-nodes-managed-kafka.tencentCloudCls', [
				'logService',
				'logImport',
				'logShipping',
				'logTopic',
			]),
			...of('n8n-nodes-managed-kafka.tencentCloudKafkaMaintenance', [
				'connection',
				'connectorTask',
				'instanceMaintenance',
				'aclRule',
				'routeSecurityGroup',
				'tag',
				'throttlingRule',
			]),
		},
		credential: 'managedKafkaTencentCloudApi',
		data({ tencent, credentials }, more) {
			const { secretId, secretKey } = credentials.tencent.permanent;
			return {
				secretId,
				secretKey,
				region: EXAMPLE.tencent.region,
				site: 'china',
				endpoint: tencent.url,
				...more,
			} as never;
		},
		isRead: isReadAction,
		line: (request) => actionLine(request, request.headers['x-tc-region'], EXAMPLE.tencent.region),
		parameters: json,
	},
};

/** Full name of the vendor's node that has a resource. */
export const typeWith = (vendor: VendorName, resource: unknown): string => {
	const { type, others = {} } = VENDORS[vendor];
	return Object.hasOwn(others, String(resource)) ? others[String(resource)] : type;
};
