import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../shared/contract/badInput';
import type { Field } from '../shared/contract/field';
import type { ApiRequest } from '../shared/contract/vendor';
import {
	choice,
	flag,
	integer,
	list,
	locator,
	moment,
	rows,
	secret,
	text,
} from '../shared/form/fields';
import type { NoticeTexts } from '../shared/form/notices';

/** Fields that several resources have. Names and limits: DMS for Kafka API Reference. */

export const NAME_RULE = [
	/^[A-Za-z][A-Za-z0-9_-]*$/,
	'must start with a letter and can contain only letters, digits, hyphens, and underscores',
] as const;

/** IDs are UUIDs; anything else could lead to another address. */
export const INSTANCE_ID = [
	/^[A-Za-z0-9-]+$/,
	'can contain only letters, digits, and hyphens',
] as const;

const existingInstance = {
	required: true,
	search: 'searchInstances',
	by: 'ID',
	placeholder: 'e.g. 8959ab1c-7b1a-40b1-a05a-93dfc361b32d',
	pattern: INSTANCE_ID,
	description: 'Kafka instance to operate on',
} as const;

/** The instance that an operation works on, in its path. */
export const instance = (): Field =>
	locator('instance_id', 'Instance', { ...existingInstance, sentIn: 'path' });

/** An instance among the options of a read, to which it narrows the answer down. */
export const instanceFilter = (wireName: string, description: string): Field =>
	locator(wireName, 'Instance', {
		...existingInstance,
		required: false,
		sentIn: 'query',
		description,
	});

const existingTopic = {
	name: 'topic',
	required: true,
	search: 'searchTopics',
	dependsOn: ['instanceId.value'] as string[],
	by: 'Name' as const,
	placeholder: 'e.g. orders.created',
	length: [1, 249] as const,
	description: 'Topic to operate on',
};

/** An existing topic, in the path. */
export const topicInPath = (wireName: string): Field =>
	locator(wireName, 'Topic', { ...existingTopic, sentIn: 'path' });

/** An existing topic, in the body. */
export const topicInBody = (): Field => locator('topic', 'Topic', existingTopic);

/** An existing topic, in the query. */
export const topicInQuery = (): Field =>
	locator('topic', 'Topic', { ...existingTopic, sentIn: 'query' });

/** Names of existing topics. */
export const topicNames = (): Field =>
	list('topics', 'Topic Names', {
		required: true,
		placeholder: 'e.g. orders.created, orders.paid',
		hint: 'Comma-separated',
	});

/** A password: 8 to 32 characters of three kinds, not starting with a hyphen. */
export function kafkaPassword(
	wireName: string,
	required: boolean,
	displayName = 'Password',
): Field {
	const field = secret(wireName, displayName, {
		required,
		description:
			'8 to 32 characters with at least three of: lowercase letters, uppercase letters, digits, special characters. Must not start with a hyphen.',
	});
	return { ...field, serialize: (value) => checkedPassword(displayName, field.serialize(value)) };
}

/** The value itself never goes into the text. */
function checkedPassword(label: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	if (value.length < 8 || value.length > 32) {
		throw new BadInput(label, 'is too short or too long', 'Enter 8 to 32 characters.');
	}
	if (value.startsWith('-')) {
		throw new BadInput(label, 'starts with a hyphen', 'Start it with another character.');
	}
	const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value));
	if (kinds.length < 3) {
		throw new BadInput(
			label,
			'is too simple',
			'Use at least three of: lowercase letters, uppercase letters, digits, special characters.',
		);
	}
	return value;
}

const tagKey = (): Field =>
	text('key', 'Key', {
		required: true,
		length: [1, 128],
		pattern: [
			/^(?!sys)\S(.*\S)?$/,
			'must not start with "sys", and must not start or end with a space',
		],
		placeholder: 'e.g. environment',
	});

/** Key of a tag that exists already. */
export const existingTagKey = (method: 'getTagKeys' | 'getProjectTagKeys'): Field =>
	choice('key', 'Key Name or ID', { required: true, load: { method } });

/**
 * Tags with keys and values, sent as `[{key, value}]`.
 *
 * @param form Form of the values, where the reference has one
 * @param key Column of the keys, where they exist already
 */
export const tags = (
	required = false,
	form?: readonly [RegExp, string],
	key: Field = tagKey(),
): Field =>
	rows('tags', 'Tags', {
		required,
		entry: 'Tag',
		description: 'Tags for finding instances and allocating costs',
		fields: [
			key,
			{
				...text('value', 'Value', {
					length: [0, 255],
					pattern: form,
					placeholder: 'e.g. development',
				}),
				// A tag may be without a value.
				mayBeBlank: true,
			},
		],
		...(required && { count: [1, 20] as const }),
	});

/** Upper limits of a quota. */
export const byteRates = (): Field[] => [
	integer('producer-byte-rate', 'Producer Rate (Bytes/s)', {
		default: 1_048_576,
		description: 'Maximum producer rate',
	}),
	integer('consumer-byte-rate', 'Consumer Rate (Bytes/s)', {
		default: 1_048_576,
		description: 'Maximum consumer rate',
	}),
];

/**
 * Holds a quota against the rule that it limits something.
 *
 * @throws {BadInput}
 */
export function checkByteRates({ body = {} }: ApiRequest): void {
	if (body['producer-byte-rate'] !== undefined || body['consumer-byte-rate'] !== undefined) return;
	throw new BadInput(
		'Producer Rate (Bytes/s)',
		"and 'Consumer Rate (Bytes/s)' are both empty",
		"Add at least one of them under 'Options'.",
	);
}

/** Whether and when an operation starts later, as a scheduled task. */
export const startLater = (): Field[] => [
	flag('is_schedule', 'Start Later', "Whether to start at 'Start Time' instead of immediately", {
		default: true,
	}),
	moment('execute_at', 'Start Time', 'Start time'),
];

/** What the item of a request says of its schedule, if it has one: the answer may not name it. */
export const scheduledIn = (body: IDataObject = {}): IDataObject =>
	body.is_schedule === true ? { scheduled: true } : {};

/**
 * Holds a schedule against the rule that both of its parts go together.
 *
 * @throws {BadInput}
 */
export function checkSchedule({ is_schedule, execute_at }: IDataObject): void {
	if (is_schedule === true && execute_at === undefined) {
		throw new BadInput('Start Time', 'is missing', "Add it, or turn 'Start Later' off.");
	}
	if (execute_at !== undefined && is_schedule !== true) {
		throw new BadInput(
			'Start Time',
			"is set without 'Start Later'",
			"Turn 'Start Later' on, or remove it.",
		);
	}
}

/** What stands in the forms of both Huawei Cloud nodes. */
export const NOTICES: NoticeTexts = {
	billed: 'Billing starts immediately and continues until the instance is deleted.',
	deleted: 'Deletions cannot be undone, except for instances that are moved to the recycle bin.',
};
