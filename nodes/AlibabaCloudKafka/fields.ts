import type { INodePropertyOptions } from 'n8n-workflow';

import { BadInput } from '../shared/contract/badInput';
import type { Field } from '../shared/contract/field';
import { locator, rows, text } from '../shared/form/fields';
import type { Operation } from '../shared/contract/operation';
import type { NoticeTexts } from '../shared/form/notices';
import { spelled } from './api/records';

/** Warnings that stand in the form. */
export const NOTICES: NoticeTexts = {
	billed: 'Billing starts immediately and continues until the instance is released and deleted.',
	deleted: 'Deletions cannot be undone.',
};

/** Fields that several operations have. Names and limits: AliKafka API Reference. */

/**
 * A form whose values the API takes as JSON in a text. An expression may give such a text too.
 *
 * @param form Field that gives an object or a list
 */
export const asJson = (form: Field): Field => ({
	...form,
	serialize: (value) => {
		const wire = form.serialize(parsed(value, form.property.displayName));
		return wire === undefined ? undefined : JSON.stringify(wire);
	},
});

function parsed(value: unknown, label: string): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		throw notJson(label);
	}
}

const notJson = (label: string) =>
	new BadInput(label, 'is text that is not valid JSON', 'Provide an object, or correct the JSON.');

/**
 * A choice among words of the cloud, which an answer may spell in another way than a request: what a list
 * gave goes into the next operation as it is.
 *
 * @param field A choice
 */
export function word(field: Field): Field {
	const known = ((field.property.options ?? []) as INodePropertyOptions[]).map(({ value }) =>
		String(value),
	);
	return {
		...field,
		serialize: (value) =>
			field.serialize(typeof value === 'string' ? spelled(value, known) : value),
	};
}

/**
 * A number that n8n fills in with 0 where nothing was entered: then it stays as it is.
 *
 * @param least Smallest other value
 */
export const unlessZero = (field: Field, least = 1): Field => ({
	...field,
	serialize: (value) => {
		const sent = field.serialize(value);
		const number = Number(sent);
		if (sent === undefined || number === 0) return undefined;
		if (number >= least) return sent;
		throw new BadInput(
			field.property.displayName,
			`is ${number}`,
			`Enter at least ${least}, or 0.`,
		);
	},
});

/** Names of instances, topics and groups; the service cuts off, without a word, what is longer than 64. */
export const NAME_RULES = {
	length: [3, 64],
	pattern: [/^[A-Za-z0-9_-]+$/, 'can contain only letters, digits, hyphens, and underscores'],
} as const;

/**
 * The instance that an operation works on.
 *
 * @param sentIn The one GET takes it in the query
 * @param wireName What the operation calls it
 */
export const instance = (sentIn?: 'query', wireName = 'InstanceId'): Field =>
	locator(wireName, 'Instance', {
		name: 'instanceId',
		sentIn,
		required: true,
		search: 'searchInstances',
		by: 'ID',
		placeholder: 'e.g. alikafka_post-cn-mp91gnw0p001',
		pattern: NAME_RULES.pattern,
		description: 'Kafka instance',
	});

/** The same where the API takes a list of IDs. */
export const instanceInList = (): Field => {
	const field = instance();
	const listed = (id: unknown) => (id === undefined ? undefined : [id]);
	return { ...field, serialize: (value) => listed(field.serialize(value)) };
};

/** An existing topic of the chosen instance. */
export const topic = (more: { sentIn?: 'query'; show?: Record<string, string[]> } = {}): Field =>
	locator('Topic', 'Topic', {
		...more,
		required: true,
		search: 'searchTopics',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-created',
		description: 'Kafka topic',
	});

/** An existing consumer group of the chosen instance. */
export const group = (more: { wireName?: string; show?: Record<string, string[]> } = {}): Field =>
	locator(more.wireName ?? 'ConsumerId', 'Consumer Group', {
		show: more.show,
		name: 'group',
		required: true,
		search: 'searchGroups',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'Kafka consumer group',
	});

/** Only rows whose name starts with this, which the API itself cannot filter by. */
export const nameStart = (description: string): Field =>
	text('nameStart', 'Name Starts With', {
		sentIn: 'none',
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

/** An existing SASL user of the chosen instance. */
export const user = (description = 'SASL user to operate on'): Field =>
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
	'must not start with "aliyun" or "acs:", and must not contain "http://" or "https://"',
] as const;

const tagRows = (
	options: { required: boolean; description: string },
	key: { required: boolean; length: readonly [number, number] },
	empty?: string,
): Field =>
	rows('Tag', 'Tags', {
		name: 'tags',
		...options,
		entry: 'Tag',
		count: [options.required ? 1 : 0, 20],
		fields: [
			text('Key', 'Key', { ...key, pattern: TAG_RULES, placeholder: 'e.g. environment' }),
			{
				...text('Value', 'Value', {
					length: [0, 128],
					pattern: TAG_RULES,
					placeholder: 'e.g. development',
					description: empty,
				}),
				// A tag may be without a value; a search without one finds more.
				mayBeBlank: empty === undefined,
			},
		],
	});

/** Tags with keys and values, sent as `Tag.1.Key` and `Tag.1.Value`. */
export const tags = (required: boolean, description: string): Field =>
	tagRows({ required, description }, { required: true, length: [1, 128] });

/** Tags to look for; a value can only be asked for with its key. */
export function tagFilter(description: string): Field {
	const field = tagRows(
		{ required: false, description },
		{ required: false, length: [0, 128] },
		'Leave empty to match any value',
	);
	return {
		...field,
		serialize: (value) => {
			const wanted = field.serialize(value) as Array<{ Key?: string; Value?: string }> | undefined;
			if (wanted?.some(({ Key, Value }) => Value !== undefined && Key === undefined)) {
				throw new BadInput('Key', 'is empty', 'Enter the key for each value to search for.');
			}
			return wanted;
		},
	};
}
