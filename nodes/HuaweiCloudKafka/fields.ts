import type { Field } from '../shared/contract/field';
import { choice, flag, integer, list, locator, rows, secret, text } from '../shared/form/fields';
import { BadInput } from '../shared/contract/badInput';
import type { ApiRequest } from '../shared/contract/vendor';

/** Fields that several operations have. Names and limits: DMS for Kafka API Reference. */

export const NAME_RULE = [
	/^[A-Za-z][A-Za-z0-9_-]*$/,
	'must start with a letter and can contain only letters, digits, hyphens, and underscores',
] as const;

const existingInstance = {
	required: true,
	search: 'searchInstances',
	by: 'ID',
	placeholder: 'e.g. 8959ab1c-7b1a-40b1-a05a-93dfc361b32d',
	pattern: [/^[A-Za-z0-9-]+$/, 'can contain only letters, digits, and hyphens'],
	description: 'Kafka instance to operate on',
} as const;

/** The instance that an operation works on, in its path. */
export const instance = (): Field =>
	locator('instance_id', 'Instance', { ...existingInstance, place: 'path' });

/** The instance that an operation works on, in its query. */
export const instanceInQuery = (): Field =>
	locator('instance_id', 'Instance', { ...existingInstance, place: 'query' });

const TOPIC_RULES = {
	length: [3, 200],
	pattern: [
		/^[A-Za-z][A-Za-z0-9._-]*$/,
		'must start with a letter and can contain only letters, digits, periods, hyphens, and underscores',
	],
} as const;

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
export const topicInPath = (parameter: string): Field =>
	locator(parameter, 'Topic', { ...existingTopic, place: 'path' });

/** An existing topic, in the body. */
export const topicInBody = (): Field => locator('topic', 'Topic', existingTopic);

/** An existing topic in a row of a form, where there is no room for a search. */
export const topicInRow = (parameter: string): Field =>
	choice(parameter, 'Topic Name or ID', {
		required: true,
		load: { method: 'getTopics', dependsOn: ['instanceId.value'] },
	});

/** An existing topic, in the query. */
export const topicInQuery = (): Field =>
	locator('topic', 'Topic', { ...existingTopic, place: 'query' });

/** Further settings of a topic. */
export const topicConfigs = (): Field =>
	rows('topic_other_configs', 'Configuration', {
		entry: 'Setting',
		description: 'Kafka topic settings by name',
		fields: [
			text('name', 'Name', { required: true, placeholder: 'e.g. max.message.bytes' }),
			text('value', 'Value', { required: true, placeholder: 'e.g. 10485760' }),
		],
	});

/** Names of existing topics. */
export const topicNames = (): Field =>
	list('topics', 'Topic Names', {
		required: true,
		placeholder: 'e.g. orders.created, orders.paid',
		hint: 'Comma-separated',
	});

/** An existing consumer group, in the path. */
export const groupInPath = (): Field =>
	locator('group', 'Consumer Group', {
		place: 'path',
		required: true,
		search: 'searchGroups',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'Consumer group to operate on',
	});

/** An existing SASL user, in the path. */
export const userInPath = (parameter: string): Field =>
	locator(parameter, 'User', {
		name: 'user',
		place: 'path',
		required: true,
		search: 'searchUsers',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'SASL user to operate on',
	});

/** The number of a partition, in the path. */
export const partitionInPath = (): Field =>
	integer('partition', 'Partition', {
		place: 'path',
		required: true,
		description: 'Partition number, starting from 0',
	});

/** A moment as Unix time in milliseconds. */
export const moment = (
	parameter: string,
	displayName: string,
	description: string,
	options: {
		place?: 'query';
		required?: boolean;
		asText?: boolean;
		show?: Record<string, string[]>;
	} = {},
): Field =>
	integer(parameter, displayName, {
		...options,
		description: `${description}, as a Unix timestamp in milliseconds, such as {{ $now.minus({ hours: 1 }).toMillis() }}`,
	});

/** The name of a topic to be made. */
export const newTopicName = (): Field =>
	text('id', 'Topic Name', {
		name: 'topicName',
		required: true,
		placeholder: 'e.g. orders.created',
		...TOPIC_RULES,
	});

/** A password: 8 to 32 characters of three kinds, not starting with a hyphen. */
export function kafkaPassword(
	parameter: string,
	required: boolean,
	displayName = 'Password',
): Field {
	const field = secret(parameter, displayName, {
		required,
		description:
			'8 to 32 characters with at least three of: lowercase letters, uppercase letters, digits, special characters. Must not start with a hyphen.',
	});
	return { ...field, toWire: (value) => checkedPassword(displayName, field.toWire(value)) };
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

export const storageDiskType = {
	'dms.physical.storage.high.v2': 'High I/O',
	'dms.physical.storage.ultra.v2': 'Ultra-High I/O',
};

export const retentionPolicy = (): Field =>
	choice('retention_policy', 'Capacity Threshold Policy', {
		values: {
			produce_reject: 'Reject New Messages',
			time_base: 'Delete Oldest Messages',
		},
		description: 'What to do when disk usage reaches the capacity threshold',
	});

const WINDOW_EDGES = [
	['maintain_begin', 'Maintenance Window Start Name or ID', 'getWindowStarts'],
	['maintain_end', 'Maintenance Window End Name or ID', 'getWindowEnds'],
] as const;

/**
 * Start and end of the maintenance window. Lists of windows have hours only; the API wants `02:00` in
 * one place and `02:00:00` in another, so that each of the three is taken.
 */
export const maintenanceWindow = (form: 'HH:mm' | 'HH:mm:ss'): Field[] =>
	WINDOW_EDGES.map(([parameter, displayName, method]) => {
		const field = choice(parameter, displayName, { load: { method } });
		const inForm = (value: unknown) => {
			if (value === undefined) return undefined;
			const time = /^(\d{2})(?::(\d{2})(?::\d{2})?)?$/.exec(String(value));
			if (!time)
				throw new BadInput(displayName, 'is not a valid time', 'Enter it in the format 02:00.');
			return `${time[1]}:${time[2] ?? '00'}${form === 'HH:mm' ? '' : ':00'}`;
		};
		return { ...field, toWire: (value) => inForm(field.toWire(value)) };
	});

/**
 * Holds a maintenance window against the rule that both its ends are given or none.
 *
 * @throws {BadInput}
 */
export function checkMaintenanceWindow({ body = {} }: ApiRequest): void {
	for (const [index, [parameter, displayName]] of WINDOW_EDGES.entries()) {
		const [other] = WINDOW_EDGES[1 - index];
		if (body[parameter] === undefined && body[other] !== undefined) {
			throw new BadInput(
				displayName,
				'is missing',
				'Set both the start and the end of the window.',
			);
		}
	}
}

export const enterpriseProject = (description: string): Field =>
	text('enterprise_project_id', 'Enterprise Project ID', { description });

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

/**
 * Tags with keys and values, sent as `[{key, value}]`.
 *
 * @param form Form of the values, where the reference has one
 */
export const tags = (required = false, form?: readonly [RegExp, string]): Field =>
	rows('tags', 'Tags', {
		required,
		entry: 'Tag',
		description: 'Tags for finding instances and allocating costs',
		fields: [
			tagKey(),
			text('value', 'Value', { length: [0, 255], pattern: form, placeholder: 'e.g. development' }),
		],
		...(required && { count: [1, 20] as const }),
	});

/** Optional switch that defaults to off in the API too. */
export const optionalFlag = (parameter: string, name: string, whether: string): Field =>
	flag(parameter, name, `Whether ${whether}`);

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

export const IPV4 = [
	/^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/,
	'must be an IPv4 address such as 192.168.0.10',
] as const;
