import type { Field } from '../shared/field';
import { integer, locator, rows, text } from '../shared/fields';
import type { Operation } from '../shared/operation';

/** Fields that several operations have. Names and limits: AliKafka API Reference. */

/**
 * A form whose values the API takes as JSON in a text.
 *
 * @param form Field that gives an object or a list
 */
export const asJson = (form: Field): Field => ({
	...form,
	toWire: (value) => {
		const wire = form.toWire(value);
		return wire === undefined ? undefined : JSON.stringify(wire);
	},
});

/** Names of instances, topics and groups; the service cuts off, without a word, what is longer than 64. */
export const NAME_RULES = {
	length: [3, 64],
	pattern: [/^[A-Za-z0-9_-]+$/, 'may hold letters, digits, hyphens and underscores only'],
} as const;

/** The instance that an operation works on; the one GET takes it in the query. */
export const instance = (place?: 'query'): Field =>
	locator('InstanceId', 'Instance', {
		place,
		required: true,
		search: 'searchInstances',
		by: 'ID',
		placeholder: 'e.g. alikafka_post-cn-mp91gnw0p001',
		pattern: [/^[A-Za-z0-9_-]+$/, 'may hold letters, digits, hyphens and underscores only'],
		description: 'The Kafka instance to work on',
	});

/** The same where the API takes a list of IDs. */
export const instanceInList = (): Field => {
	const field = instance();
	const listed = (id: unknown) => (id === undefined ? undefined : [id]);
	return { ...field, toWire: (value) => listed(field.toWire(value)) };
};

/** An existing topic of the chosen instance. */
export const topic = (more: { place?: 'query'; show?: Record<string, string[]> } = {}): Field =>
	locator('Topic', 'Topic', {
		...more,
		required: true,
		search: 'searchTopics',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-created',
		description: 'The topic to work on',
	});

/** An existing consumer group of the chosen instance. */
export const group = (): Field =>
	locator('ConsumerId', 'Consumer Group', {
		name: 'group',
		required: true,
		search: 'searchGroups',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'The consumer group to work on',
	});

/** The name of a topic to be made; newer instances take periods too. */
export const newTopicName = (): Field =>
	text('Topic', 'Topic Name', {
		name: 'topicName',
		required: true,
		length: NAME_RULES.length,
		pattern: [
			/^[A-Za-z0-9._-]+$/,
			'may hold letters, digits, periods, hyphens and underscores only',
		],
		placeholder: 'e.g. orders-created',
		hint: 'At most 64 characters; the service would cut a longer name',
	});

/** Only rows whose name starts with this, which the API itself cannot filter by. */
export const nameStart = (description: string): Field =>
	text('nameStart', 'Name Starts With', {
		place: 'none',
		placeholder: 'e.g. orders',
		description,
	});

/** Keeps rows by {@link nameStart}. */
export const startsWith =
	(field: string): NonNullable<Operation['keep']> =>
	({ nameStart: start }) =>
		start === undefined
			? undefined
			: ({ [field]: name }) => String(name).startsWith(start as string);

/** A moment as Unix time in milliseconds. */
export const moment = (
	parameter: string,
	displayName: string,
	description: string,
	options: { place?: 'query'; asText?: boolean; show: Record<string, string[]> },
): Field =>
	integer(parameter, displayName, {
		...options,
		required: true,
		// What was not filled in would be the year 1970.
		range: [1, Number.MAX_SAFE_INTEGER],
		default: 0,
		description: `${description}, as Unix time in milliseconds such as {{ $now.minus({ hours: 1 }).toMillis() }}`,
	});

/** An existing SASL user of the chosen instance. */
export const user = (description = 'The SASL user to work on'): Field =>
	locator('Username', 'User', {
		name: 'user',
		required: true,
		search: 'searchUsers',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description,
	});

/** Rules of tag keys and values. */
const TAG_RULES = [
	/^(?!aliyun|acs:)(?!.*https?:\/\/)/,
	'must not start with "aliyun" or "acs:", nor hold "http://" or "https://"',
] as const;

/** Tags with keys and values, sent as `Tag.1.Key` and `Tag.1.Value`. */
export const tags = (required = false, description = 'Keys and values to find it by'): Field =>
	rows('Tag', 'Tags', {
		name: 'tags',
		required,
		entry: 'Tag',
		description,
		count: [required ? 1 : 0, 20],
		fields: [
			text('Key', 'Key', {
				required: true,
				length: [1, 128],
				pattern: TAG_RULES,
				placeholder: 'e.g. environment',
			}),
			text('Value', 'Value', {
				length: [0, 128],
				pattern: TAG_RULES,
				placeholder: 'e.g. development',
			}),
		],
	});
