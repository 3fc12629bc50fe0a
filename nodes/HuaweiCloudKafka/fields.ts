import type { Field } from '../shared/field';
import { choice, flag, locator, rows, secret, text } from '../shared/fields';
import { BadInput } from '../shared/badInput';

/** Fields that several operations have. Names and limits: DMS for Kafka API Reference. */

export const NAME_RULE = [
	/^[A-Za-z][A-Za-z0-9_-]*$/,
	'has to start with a letter and may hold letters, digits, hyphens and underscores only',
] as const;

/** The instance that an operation works on, in its path. */
export const instance = (): Field =>
	locator('instance_id', 'Instance', {
		place: 'path',
		required: true,
		search: 'searchInstances',
		by: 'ID',
		placeholder: 'e.g. 8959ab1c-7b1a-40b1-a05a-93dfc361b32d',
		pattern: [/^[A-Za-z0-9-]+$/, 'may hold letters, digits and hyphens only'],
		description: 'The Kafka instance to work on',
	});

const TOPIC_RULES = {
	length: [3, 200],
	pattern: [
		/^[A-Za-z][A-Za-z0-9._-]*$/,
		'has to start with a letter and may hold letters, digits, periods, hyphens and underscores only',
	],
} as const;

/** An existing topic, in the path. */
export const topicInPath = (parameter: string): Field =>
	locator(parameter, 'Topic', {
		name: 'topic',
		place: 'path',
		required: true,
		search: 'searchTopics',
		by: 'Name',
		placeholder: 'e.g. orders.created',
		length: [1, 249],
		description: 'The topic to work on',
	});

/** The name of a topic to be made. */
export const newTopicName = (): Field =>
	text('id', 'Topic Name', {
		name: 'topicName',
		required: true,
		placeholder: 'e.g. orders.created',
		...TOPIC_RULES,
	});

/** A password of Kafka users: 8 to 32 characters of three kinds, not starting with a hyphen. */
export function kafkaPassword(parameter: string, required: boolean): Field {
	const field = secret(parameter, 'Password', {
		required,
		description:
			'8 to 32 characters, at least three of: lower case, upper case, digits, special characters. It must not start with a hyphen.',
	});
	return { ...field, toWire: (value) => checkedPassword(field.toWire(value)) };
}

/** The value itself never goes into the text. */
function checkedPassword(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	if (value.length < 8 || value.length > 32) {
		throw new BadInput('Password', 'is too short or too long', 'Give it 8 to 32 characters.');
	}
	if (value.startsWith('-')) {
		throw new BadInput('Password', 'starts with a hyphen', 'Let it start with another character.');
	}
	const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value));
	if (kinds.length < 3) {
		throw new BadInput(
			'Password',
			'is too simple',
			'Use at least three of: lower case, upper case, digits, special characters.',
		);
	}
	return value;
}

export const storageDiskType = {
	'dms.physical.storage.high.v2': 'High I/O',
	'dms.physical.storage.ultra.v2': 'Ultra-High I/O',
};

export const retentionPolicy = (): Field =>
	choice('retention_policy', 'When Disks Are Full', {
		values: {
			produce_reject: 'Refuse New Messages',
			time_base: 'Delete the Oldest Messages',
		},
		description: 'What happens when the capacity threshold of the disks is reached',
	});

export const enterpriseProject = (description: string): Field =>
	text('enterprise_project_id', 'Enterprise Project ID', { description });

const tagKey = (): Field =>
	text('key', 'Key', {
		required: true,
		length: [1, 128],
		pattern: [/^(?!sys)\S(.*\S)?$/, 'must not start with "sys", nor start or end with a space'],
		placeholder: 'e.g. environment',
	});

/** Tags with keys and values, sent as `[{key, value}]`. */
export const tags = (required = false): Field =>
	rows('tags', 'Tags', {
		required,
		entry: 'Tag',
		description: 'Keys and values by which instances are found and billed',
		fields: [
			tagKey(),
			text('value', 'Value', { length: [0, 255], placeholder: 'e.g. development' }),
		],
		...(required && { count: [1, 20] as const }),
	});

/** Optional switch that defaults to off in the API too. */
export const optionalFlag = (parameter: string, name: string, whether: string): Field =>
	flag(parameter, name, `Whether ${whether}`);
