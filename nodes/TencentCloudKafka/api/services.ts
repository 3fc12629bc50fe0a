import type { TencentService } from '../../../credentials/regions/tencent';

/** Which service of Tencent Cloud has an operation, and what names it there. */

/** API versions by service. */
const VERSIONS: Readonly<Record<TencentService, string>> = {
	cdc: '2020-12-14',
	ckafka: '2019-08-19',
	cls: '2020-10-16',
	monitor: '2018-07-24',
	ssl: '2019-12-05',
	sts: '2018-08-13',
	tag: '2018-08-13',
	vpc: '2017-03-12',
};

/** Operations of other services than CKafka. Each service has a host and a version of its own. */
const ELSEWHERE: Readonly<Record<string, TencentService>> = {
	CheckRechargeKafkaServer: 'cls',
	CloseKafkaConsumer: 'cls',
	ClsCreateConsumer: 'cls',
	CreateKafkaRecharge: 'cls',
	DeleteConsumer: 'cls',
	DeleteKafkaRecharge: 'cls',
	DescribeConsumer: 'cls',
	DescribeConsumers: 'cls',
	DescribeKafkaConsumer: 'cls',
	DescribeKafkaConsumerGroupDetail: 'cls',
	DescribeKafkaConsumerGroupList: 'cls',
	DescribeKafkaRecharges: 'cls',
	DescribeTopics: 'cls',
	ModifyConsumer: 'cls',
	ModifyKafkaConsumer: 'cls',
	ModifyKafkaRecharge: 'cls',
	OpenKafkaConsumer: 'cls',
	PreviewKafkaRecharge: 'cls',
	DescribeResourceTagsByResourceIds: 'tag',
	DescribeTagKeys: 'tag',
	DescribeTagValues: 'tag',
	DetachResourcesTag: 'tag',
	GetResources: 'tag',
	ModifyResourceTags: 'tag',
	TagResources: 'tag',
	UnTagResources: 'tag',
	DescribeSecurityGroups: 'vpc',
	DescribeSubnets: 'vpc',
	DescribeVpcs: 'vpc',
	DescribeDedicatedClusters: 'cdc',
	DescribeCertificates: 'ssl',
	AssumeRole: 'sts',
	AssumeRoleWithWebIdentity: 'sts',
	GetCallerIdentity: 'sts',
	DescribeBaseMetrics: 'monitor',
	GetMonitorData: 'monitor',
};

/** Names of operations on the wire, where two services have one of the same name. */
const ACTIONS: Readonly<Record<string, string>> = {
	// CKafka has a CreateConsumer, too, which creates a consumer group.
	ClsCreateConsumer: 'CreateConsumer',
};

const entryOf = <T>(table: Readonly<Record<string, T>>, api: string): T | undefined =>
	Object.hasOwn(table, api) ? table[api] : undefined;

/** The service that an operation belongs to. */
export const serviceOf = (api: string): TencentService => entryOf(ELSEWHERE, api) ?? 'ckafka';

/** Version of the API that an operation belongs to. */
export const versionOf = (api: string): string => VERSIONS[serviceOf(api)];

/** What an operation is called on the wire. */
export const actionOf = (api: string): string => entryOf(ACTIONS, api) ?? api;
