import type { VendorName } from '../../support/stage';

/** A place at which the node and the official SDK send something else. A line that no longer holds fails. */
export interface Difference {
	/** By the names of the facts. */
	operations: string[];
	/** As `wireOf` has it, any number as `#`; `nothing` where the SDK sends nothing at all. */
	place: string;
	/** Which of the two is right, by the API reference; `open` where only the service could tell. */
	right: 'node' | 'SDK' | 'both' | 'open';
	why: string;
	/** The strict emulator does not take what the SDK sends: the call of the SDK is only recorded, it cannot succeed. */
	refused?: true;
	/** Only where a text is sent that has to be encoded. */
	onlyEncoded?: true;
}

/**
 * Reserved characters that an SDK leaves in a query and the node encodes. Both are right: they stand for themselves
 * there (RFC 3986, 3.4), services decode both to the same, and it is that which is signed.
 */
export const LEFT_IN_QUERIES: Record<VendorName, string> = {
	huawei: "!'()*",
	alibaba: '!()*',
	tencent: '',
};

const QUOTAS = ['CreateKafkaTopicQuota', 'ModifyKafkaTopicQuota', 'DeleteKafkaTopicQuota'];
const CLIENT_QUOTAS = [
	'CreateKafkaUserClientQuotaTask',
	'UpdateKafkaUserClientQuotaTask',
	'DeleteKafkaUserClientQuotaTask',
];
const HYPHENS =
	"the SDK for Node.js writes underscores; the API reference, its examples and the vendor's SDK for Java write hyphens";

/** A name with hyphens, which the SDK writes with underscores: two places differ. */
const hyphens = (operations: string[], name: string): Difference[] =>
	[name, name.replaceAll('-', '_')].map((spelling) => ({
		operations,
		place: `body.${spelling}`,
		right: 'node',
		why: HYPHENS,
		refused: true,
	}));

const SECRET_IN_FORM =
	'the node sends passwords in a form, so that they are in no URL that a proxy or a log keeps; the API takes both';

/** A secret that the node moves from the query into a form. */
const secretInForm = (operations: string[], name: string): Difference[] =>
	['header.content-type', `form.${name}`, `query.${name}`].map((place) => ({
		operations,
		place,
		right: 'both',
		why: SECRET_IN_FORM,
	}));

/** Operations with a name in their path that need not be plain. */
const NAME_IN_PATH = [
	'DeleteConnectorTask',
	'DeleteScheduledTask',
	'PauseConnectorTask',
	'RestartConnectorTask',
	'ResumeConnectorTask',
	'ShowConnectorTask',
	'ShowMessageDiagnosisReport',
	'UpdateScheduledTask',
	'DeleteBackgroundTask',
	'DeleteConsumerGroupOffsets',
	'DeleteInstanceConsumerGroup',
	'ListInstanceConsumerGroup',
	'ListInstanceConsumerGroupMembers',
	'ListInstanceConsumerGroupTopics',
	'ListTopicPartitions',
	'ListTopicProducers',
	'DeleteKafkaTopicMessages',
	'ShowBackgroundTaskProgress',
	'UpdateInstanceConsumerGroup',
	'UpdateInstanceUser',
	'ResetMessageOffsetWithEngine',
	'ResetUserPasswrod',
	'ShowBackgroundTask',
	'ShowGroups',
	'ShowInstanceTopicDetail',
	'ShowMessages',
	'ShowPartitionBeginningMessage',
	'ShowPartitionEndMessage',
	'ShowPartitionMessage',
	'ShowTopicAccessPolicy',
];

export const DIFFERENCES: Record<VendorName, Difference[]> = {
	huawei: [
		...['path', 'query.i'].map(
			(place): Difference => ({
				operations: NAME_IN_PATH,
				place,
				right: 'node',
				why: 'the SDK puts names into the path as they are, so that a `?` in one begins the query',
				onlyEncoded: true,
			}),
		),
		{
			operations: ['ValidateConnectorConnectivity'],
			place: 'body.task.password',
			right: 'node',
			why: 'the SDK reuses a class of responses, which lacks it; SASL needs it, and the Terraform provider sends it',
		},
		...hyphens([...QUOTAS, ...CLIENT_QUOTAS.slice(0, 2)], 'producer-byte-rate'),
		...hyphens([...QUOTAS, ...CLIENT_QUOTAS.slice(0, 2)], 'consumer-byte-rate'),
		...hyphens(CLIENT_QUOTAS, 'user-default'),
		...hyphens(CLIENT_QUOTAS, 'client-default'),
		{
			operations: ['ListInstanceConsumerGroupMessageOffset'],
			place: 'nothing',
			right: 'node',
			why: 'the SDK refuses a call without a topic, which is optional in the API reference',
		},
	],
	alibaba: secretInForm(['CreateSaslUser', 'StartInstance'], 'Password'),
	tencent: [],
};

const V1 = 'API version 1, which the SDK does not have';
const REPLACED = 'the SDK only has the operation that replaced it';

const IDENTITY = 'it belongs to another service, which the SDK of Kafka does not serve';

/** Operations that an SDK has not, and why. */
export const WITHOUT_COUNTERPART: Record<VendorName, Record<string, string>> = {
	huawei: {
		CreateReassignmentTask: REPLACED,
		ShowEngineInstanceExtendProductInfo: REPLACED,
		UpdateTopicReplica: REPLACED,
		GetCallerIdentity: IDENTITY,
		V1BatchDeleteTopics: V1,
		V1BatchRestartOrDeleteInstances: V1,
		V1CreateInstance: V1,
		V1CreateTopic: V1,
		V1DeleteInstance: V1,
		V1ListAvailableZones: V1,
		V1ListInstances: V1,
		V1ListMaintainWindows: V1,
		V1ListProducts: V1,
		V1ListTopics: V1,
		V1ShowInstance: V1,
		V1UpdateInstance: V1,
	},
	alibaba: { GetCallerIdentity: IDENTITY },
	tencent: {},
};

/** Parameters that the node never sends, and why: `Operation.parameter`. */
export const NEVER_SENT: Record<VendorName, Record<string, string>> = {
	huawei: {},
	alibaba: {
		'ListTagResources.NextToken': 'it is in the answer before, so the first page has none',
	},
	tencent: {},
};
