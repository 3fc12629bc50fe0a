import type { Field } from '../shared/contract/field';
import { choices, integer, locator, rows, text } from '../shared/form/fields';
import type { Common } from '../shared/form/fields/base';
import type { TextRules } from '../shared/form/fields/scalars';
import { INSTANCE_STATUSES } from './api/status';

/** Fields that several operations have. Names and limits: facts of the CKafka API 2019-08-19. */

/** For a choice of what is on the chosen instance: with another instance, its list is loaded anew. */
export const onInstance = { dependsOn: ['instanceId.value'] };

/** The instance that an operation works on. */
export const instance = (wireName = 'InstanceId'): Field =>
	locator(wireName, 'Instance', {
		name: 'instanceId',
		required: true,
		search: 'searchInstances',
		by: 'ID',
		placeholder: 'e.g. ckafka-8j4ro59xx',
		description: 'Kafka instance to operate on',
	});

/** An existing topic of the instance. */
export const topicName = (wireName = 'TopicName'): Field =>
	locator(wireName, 'Topic', {
		name: 'topic',
		required: true,
		search: 'searchTopics',
		...onInstance,
		by: 'Name',
		placeholder: 'e.g. orders.created',
		description: 'Topic to operate on',
	});

/** Existing topics of the instance. */
export const topicNames = (
	wireName: string,
	options: Pick<Common, 'name' | 'required' | 'show'> = {},
): Field =>
	choices(wireName, 'Topic Names or IDs', {
		...options,
		load: { method: 'getTopics', ...onInstance },
	});

/** The name of a topic that is to be created; no longer than Kafka itself allows. */
export const newTopicName = (): Field =>
	text('TopicName', 'Topic Name', {
		name: 'topicName',
		required: true,
		length: [1, 249],
		pattern: [
			/^[A-Za-z0-9._-]+$/,
			'can contain only letters, digits, periods, hyphens, and underscores',
		],
		placeholder: 'e.g. orders.created',
	});

/** An existing consumer group of the instance. */
export const groupName = (wireName = 'Group'): Field =>
	locator(wireName, 'Consumer Group', {
		name: 'group',
		required: true,
		search: 'searchGroups',
		...onInstance,
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'Consumer group to operate on',
	});

/** An existing route of the instance; its ID is a number on the wire. */
export function existingRoute(
	wireName = 'RouteId',
	displayName = 'Route',
	options: Pick<Common, 'name' | 'required' | 'description'> = {},
): Field {
	const { required = true } = options;
	const field = locator(wireName, displayName, {
		name: 'route',
		search: 'searchRoutes',
		...onInstance,
		by: 'ID',
		placeholder: 'e.g. 81234',
		description: 'Route to operate on',
		...options,
		required,
	});
	const number = integer(wireName, displayName, { required });
	return { ...field, serialize: number.serialize };
}

/** An existing ACL rule of the instance. */
export const aclRule = (): Field =>
	locator('RuleName', 'ACL Rule', {
		required: true,
		search: 'searchAclRules',
		...onInstance,
		by: 'Name',
		placeholder: 'e.g. orders-readers',
		description: 'ACL rule to operate on',
	});

/** An existing SASL user of the instance. */
export const userName = (wireName = 'Name'): Field =>
	locator(wireName, 'User', {
		name: 'user',
		required: true,
		search: 'searchUsers',
		...onInstance,
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'SASL user to operate on',
	});

/** Key of a tag; one that does not exist yet can be entered. */
export const tagKey = (options: Common & TextRules = {}, displayName = 'Key'): Field =>
	locator('TagKey', displayName, {
		placeholder: 'e.g. environment',
		description: 'Key of the tag',
		...options,
		search: 'searchTagKeys',
		by: 'Name',
	});

/**
 * A time as text (page 597/73213 and UpgradeBrokerVersion, values of the examples). Its zone is not documented, so
 * that no other form of it can be turned into this one.
 */
export const TIME_TEXT = [
	/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/,
	'must be a date and a time such as 2026-12-01 03:00:00, without a time zone',
] as const;

/** Key and value of a tag. */
export const tagParts = (): Field[] => [
	tagKey({ required: true }),
	text('TagValue', 'Value', { required: true, placeholder: 'e.g. development' }),
];

/** Tags to create something with. */
export const tags = (description: string): Field =>
	rows('Tags', 'Tags', { entry: 'Tag', description, fields: tagParts() });

/** `creation failed` -> `Creation Failed` */
export const titled = (name: string) =>
	name.replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());

/** Part of a name that a list is narrowed down by. */
export const nameFilter = (things: string, displayName = 'Name Contains'): Field =>
	text('SearchWord', displayName, {
		placeholder: 'e.g. orders',
		description: `Return only ${things} whose name contains this text`,
	});

/** What all lists of instances can be narrowed down by. */
export const instanceFilters = (): Field[] => [
	locator('InstanceId', 'Instance', {
		name: 'instanceFilter',
		search: 'searchInstances',
		by: 'ID',
		placeholder: 'e.g. ckafka-8j4ro59xx',
		description: 'Return only this instance',
	}),
	nameFilter('instances'),
	choices('Status', 'Status', {
		open: true,
		values: Object.fromEntries(
			[...INSTANCE_STATUSES].map(([code, { name }]) => [code, titled(name)]),
		),
		asNumber: true,
		description: 'Return only instances with one of these statuses',
	}),
];

export const tagKeyFilter = (label: string): Field =>
	tagKey({ description: 'Return only instances that have a tag with this key' }, label);
