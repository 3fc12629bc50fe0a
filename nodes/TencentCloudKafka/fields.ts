import type { Field } from '../shared/contract/field';
import { choices, locator, rows, text } from '../shared/form/fields';
import { INSTANCE_STATUSES } from './api/status';

/** Fields that several operations have. Names and limits: facts of the CKafka API 2019-08-19. */

const existingInstance = {
	name: 'instanceId',
	required: true,
	search: 'searchInstances',
	by: 'ID',
	placeholder: 'e.g. ckafka-8j4ro59xx',
	description: 'Kafka instance to operate on',
} as const;

/** The instance that an operation works on. */
export const instance = (): Field => locator('InstanceId', 'Instance', existingInstance);

/** An existing topic of the instance. */
export const topicName = (parameter = 'TopicName'): Field =>
	locator(parameter, 'Topic', {
		name: 'topic',
		required: true,
		search: 'searchTopics',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders.created',
		description: 'Topic to operate on',
	});

/** The name of a topic that is to be created; no longer than Kafka itself allows. */
export const newTopicName = (): Field =>
	text('TopicName', 'Topic Name', {
		name: 'newTopicName',
		required: true,
		length: [1, 249],
		pattern: [
			/^[A-Za-z0-9._-]+$/,
			'can contain only letters, digits, periods, hyphens, and underscores',
		],
		placeholder: 'e.g. orders.created',
	});

/** An existing consumer group of the instance. */
export const groupName = (parameter = 'Group'): Field =>
	locator(parameter, 'Consumer Group', {
		name: 'group',
		required: true,
		search: 'searchGroups',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'Consumer group to operate on',
	});

/** An existing SASL user of the instance. */
export const userName = (parameter = 'Name'): Field =>
	locator(parameter, 'User', {
		name: 'user',
		required: true,
		search: 'searchUsers',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'SASL user to operate on',
	});

/** Tags, each with key and value. */
export const tags = (description: string): Field =>
	rows('Tags', 'Tags', {
		entry: 'Tag',
		description,
		fields: [
			text('TagKey', 'Key', { required: true, placeholder: 'e.g. environment' }),
			text('TagValue', 'Value', { required: true, placeholder: 'e.g. development' }),
		],
	});

/** `creation failed` -> `Creation Failed` */
export const titled = (name: string) =>
	name.replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());

/** What all lists of instances can be narrowed down by. */
export const instanceFilters = (): Field[] => [
	text('InstanceId', 'Instance ID', {
		name: 'instanceFilter',
		description: 'Return only this instance',
	}),
	text('SearchWord', 'Name Contains', {
		placeholder: 'e.g. orders',
		description: 'Return only instances whose name contains this text',
	}),
	choices('Status', 'Status', {
		values: Object.fromEntries(
			[...INSTANCE_STATUSES].map(([code, { name }]) => [code, titled(name)]),
		),
		asNumber: true,
		description: 'Return only instances with one of these statuses',
	}),
];

export const tagKeyFilter = (label: string): Field =>
	text('TagKey', label, { description: 'Return only instances that have a tag with this key' });
