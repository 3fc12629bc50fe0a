import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, choices, flag, list, locator, record, text } from '../../../shared/form/fields';
import { logTopic } from '../fields';
import { META_FIELDS } from '../metaFields';

/** Fields that several operations on shipping have. */

export const shipped = (): Field => logTopic('Log topic whose logs are shipped');

/** Most fields that choose a partition. */
const MOST_FIELDS = 5;

/** How the logs become messages, where they go through, and what is left out. */
export const shippingOptions = (): Field[] => [
	flag('NeedContent', 'Ship Metadata', 'Whether metadata of the logs is shipped', {
		default: true,
	}),
	record('Content', 'Metadata', {
		entry: 'Metadata',
		description: "Which metadata is shipped; requires 'Ship Metadata', which is on by default",
		fields: [
			flag('EnableTag', 'Tags', 'Whether tags are shipped', { required: true }),
			choices('MetaFields', 'Fields', {
				required: true,
				open: true,
				values: META_FIELDS,
				description: 'Metadata to ship with each log',
			}),
			flag(
				'TagJsonNotTiled',
				'Nested Tags',
				'Whether tags are shipped as one nested object; otherwise, each is a field',
				{ show: { enableTag: [true] } },
			),
			choice('TimestampAccuracy', 'Timestamp Accuracy', {
				open: true,
				values: { 1: 'Seconds', 2: 'Milliseconds' },
				default: '1',
				asNumber: true,
			}),
			choice('JsonType', 'JSON', {
				values: { 0: 'Escaped', 1: 'As Is' },
				asNumber: true,
				description: 'How fields that contain JSON are shipped',
			}),
			flag(
				'AutoConvertNumber',
				'Convert Numbers',
				'Whether numbers that are text at the first level are shipped as numbers',
			),
		],
	}),
	choice('Compression', 'Compression', {
		values: { 0: 'None', 2: 'Snappy', 3: 'LZ4' },
		asNumber: true,
	}),
	text('RoleArn', 'Role ARN', {
		placeholder: 'e.g. qcs::cam::uin/100000000001:roleName/cls-to-ckafka',
		description: 'Role that CLS takes to write to the instance',
	}),
	text('ExternalId', 'External ID', { description: 'External ID of the role' }),
	record('AdvancedConfig', 'Partitioning', {
		entry: 'Partitioning',
		description: 'Which partition a log goes to',
		fields: [
			flag(
				'PartitionHashStatus',
				'Partition by Fields',
				'Whether logs with the same values of the fields go to the same partition',
			),
			list('PartitionFields', 'Fields', {
				count: [0, MOST_FIELDS],
				placeholder: 'e.g. orderId, region',
				description: 'Up to 5 fields, comma-separated',
			}),
		],
	}),
	text('DSLFilter', 'Filter', {
		name: 'dslFilter',
		description:
			'Filter in the data processing language of CLS: only logs that pass it are shipped',
	}),
];

/** List searches of topics with their IDs, by the node parameter with the instance. */
const TOPIC_IDS: Readonly<Record<string, string>> = {
	instanceId: 'searchTopicIds',
	'options.targetInstance': 'searchTargetTopicIds',
};

/**
 * Addresses of the instance, which are needed without a role.
 *
 * @param instance Node parameter with the instance
 */
export const targetOptions = (instance: string): Field[] => [
	text('Ckafka.Vip', 'CKafka Virtual IP', {
		name: 'vip',
		placeholder: 'e.g. 10.0.0.1',
		description: "Address of the instance; required without 'Role ARN'",
	}),
	text('Ckafka.Vport', 'CKafka Port', {
		name: 'vport',
		placeholder: 'e.g. 9092',
		description: "Port of the instance; required without 'Role ARN'",
	}),
	text('Ckafka.InstanceName', 'CKafka Instance Name', {
		name: 'instanceName',
		description: "Name of the instance; required without 'Role ARN'",
	}),
	locator('Ckafka.TopicId', 'CKafka Topic ID', {
		name: 'kafkaTopicId',
		search: TOPIC_IDS[instance],
		dependsOn: [`${instance}.value`],
		by: 'ID',
		placeholder: 'e.g. topic-jmpmwejg',
		description: "ID of the topic; required without 'Role ARN'",
	}),
];

/** What has to be said of the target where no role finds it out. */
const WITHOUT_ROLE: ReadonlyArray<[name: string, label: string]> = [
	['Vip', 'CKafka Virtual IP'],
	['Vport', 'CKafka Port'],
	['InstanceName', 'CKafka Instance Name'],
	['TopicId', 'CKafka Topic ID'],
];

/**
 * A target that CLS cannot reach, and metadata that is not shipped.
 *
 * @throws {BadInput}
 */
export function checkShipping({ body = {} }: ApiRequest): void {
	const target = body.Ckafka as Record<string, unknown> | undefined;
	const lacking = WITHOUT_ROLE.find(([name]) => target && target[name] === undefined);
	if (body.RoleArn === undefined && lacking) {
		throw new BadInput(
			lacking[1],
			"is missing, which is required without 'Role ARN'",
			"Add it under 'Options', or add 'Role ARN'.",
		);
	}
	if (body.Content !== undefined && body.NeedContent === false) {
		throw new BadInput(
			'Metadata',
			"is set although 'Ship Metadata' is off",
			"Remove it, or turn 'Ship Metadata' on.",
		);
	}
}
