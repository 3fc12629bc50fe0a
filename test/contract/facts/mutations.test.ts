/** The comparison notices what it is there for: each altered copy of an operation has a difference. */
import { factsOf } from '../../../emulator/core/facts';
import { create as createInstance } from '../../../nodes/HuaweiCloudKafka/resources/instance/create';
import { getAll } from '../../../nodes/HuaweiCloudKafka/resources/instance/getAll';
import { updateCrossVpc } from '../../../nodes/HuaweiCloudKafka/maintenance/resources/instanceMaintenance/updateCrossVpc';
import { getByOffset } from '../../../nodes/HuaweiCloudKafka/resources/message/getByOffset';
import { create as createTopic } from '../../../nodes/HuaweiCloudKafka/resources/topic/create';
import { update as updateTopics } from '../../../nodes/HuaweiCloudKafka/resources/topic/update';
import type { Field } from '../../../nodes/shared/contract/field';
import {
	choice,
	extras,
	flag,
	integer,
	list,
	pairs,
	rows,
	text,
} from '../../../nodes/shared/form/fields';
import { post, put, type Operation } from '../../../nodes/shared/contract/operation';
import { differences } from '../../support/facts/differences';

const of = (operation: Operation) => differences(operation, factsOf('huawei', operation.api));

/** The differences that the alteration adds. */
const added = (original: Operation, altered: Operation) =>
	of(altered).filter((difference) => !of(original).includes(difference));

/** A copy in which the field of a parameter is replaced, or left out. */
function withField(operation: Operation, parameter: string, ...replacement: Field[]): Operation {
	const replaced = (fields: Field[] = []) =>
		fields.flatMap((field) => (field.wireName === parameter ? replacement : [field]));
	return {
		...operation,
		fields: replaced(operation.fields),
		options: replaced(operation.options),
	};
}

const topic = (parameter: string, ...replacement: Field[]) =>
	added(createTopic, withField(createTopic, parameter, ...replacement));
const instance = (parameter: string, ...replacement: Field[]) =>
	added(createInstance, withField(createInstance, parameter, ...replacement));

const setting = (name: Field, value: Field) =>
	rows('topic_other_configs', 'Configuration', { entry: 'Setting', fields: [name, value] });
const offset = (field: Field) =>
	added(getByOffset, withField(getByOffset, 'message_offset', field));
const addresses = (field: Field) =>
	added(updateCrossVpc, withField(updateCrossVpc, 'advertised_ip_contents', field));
const topicSettings = (...settings: Field[]) =>
	added(
		updateTopics,
		withField(
			updateTopics,
			'topics',
			rows('topics', 'Topics', { required: true, entry: 'Topic', fields: [id, extras(settings)] }),
		),
	);
const name = text('name', 'Name', { required: true });
const id = text('id', 'Name', { required: true });

test.each<[string, string[], string]>([
	['a parameter is missing', topic('retention_time'), 'body.retention_time: is missing'],
	['a required one is missing', topic('id'), 'body.id: is missing'],
	[
		'a parameter is renamed',
		topic('retention_time', integer('retentionTime', 'R', { range: [1, 720], default: 72 })),
		'body.retentionTime: is invented',
	],
	[
		'a number goes as text',
		topic(
			'retention_time',
			integer('retention_time', 'R', { range: [1, 720], asText: true, default: 72 }),
		),
		'body.retention_time: is sent as "72"',
	],
	[
		'a switch goes as text',
		topic('sync_replication', flag('sync_replication', 'S', 'Whether', { asText: true })),
		'body.sync_replication: is sent as "true"',
	],
	[
		'a text goes as list',
		topic('topic_desc', list('topic_desc', 'D')),
		'body.topic_desc: is sent as ["sample-text"]',
	],
	[
		'a range is too wide',
		topic('retention_time', integer('retention_time', 'R', { range: [1, 721], default: 72 })),
		'body.retention_time: takes 721',
	],
	[
		'a range is too narrow',
		topic('retention_time', integer('retention_time', 'R', { range: [2, 720], default: 72 })),
		'body.retention_time: refuses 1',
	],
	[
		'a default is another',
		topic('retention_time', integer('retention_time', 'R', { range: [1, 720], default: 24 })),
		'body.retention_time: has the default 24 instead of 72',
	],
	[
		'a text may be too long',
		topic('topic_desc', text('topic_desc', 'D', { length: [0, 201] })),
		'body.topic_desc: takes 201 characters',
	],
	[
		'a text has to be too short',
		topic('topic_desc', text('topic_desc', 'D', { length: [0, 199] })),
		'body.topic_desc: refuses 200 characters',
	],
	[
		'a pattern is not held',
		topic('id', text('id', 'Name', { required: true, length: [3, 200] })),
		'body.id: takes "1abc"',
	],
	['a required parameter is optional', topic('id', text('id', 'Name')), 'body.id: is not required'],
	[
		'an optional parameter is required',
		topic('replication', integer('replication', 'R', { range: [1, 50], required: true })),
		'body.replication: is required',
	],
	['a parameter is there twice', topic('id', id, id), 'body.id: is given twice'],
	[
		'a column is missing',
		topic('topic_other_configs', setting(name, name)),
		'body.topic_other_configs: value is missing',
	],
	[
		'a column is invented',
		topic('topic_other_configs', setting(name, text('worth', 'Worth'))),
		'body.topic_other_configs: has the invented column worth',
	],
	[
		'a column has another type',
		topic('topic_other_configs', setting(name, integer('value', 'Value'))),
		'body.topic_other_configs: value takes no valid value',
	],
	[
		'an optional column is missing',
		topicSettings(flag('sync_replication', 'S', 'Whether')),
		'body.topics: retention_time is missing',
	],
	[
		'an optional column is invented',
		topicSettings(integer('retention', 'R')),
		'body.topics: has the invented column retention',
	],
	[
		'an optional column goes as text',
		topicSettings(integer('retention_time', 'R', { asText: true })),
		'body.topics: retention_time is sent as "3"',
	],
	[
		'a list of numbers goes as texts',
		topicSettings(list('new_partition_brokers', 'B')),
		'body.topics: new_partition_brokers is sent as ["3"]',
	],
	[
		'a map goes as list',
		addresses(rows('advertised_ip_contents', 'A', { required: true, entry: 'A', fields: [name] })),
		'body.advertised_ip_contents: must be object',
	],
	[
		'a map has values of another type',
		addresses(
			pairs('advertised_ip_contents', 'A', {
				required: true,
				entry: 'A',
				key: name,
				value: integer('worth', 'W'),
			}),
		),
		'body.advertised_ip_contents: worth takes no valid value',
	],
	[
		'a number goes as number instead of text',
		offset(integer('message_offset', 'O', { sentIn: 'query', required: true })),
		'query.message_offset: is sent as 7',
	],
	[
		'a number has an invented limit',
		offset(
			integer('message_offset', 'O', {
				sentIn: 'query',
				required: true,
				asText: true,
				range: [0, 9],
			}),
		),
		'query.message_offset: ends at 9 instead of undefined',
	],
	[
		'a choice is missing',
		instance('retention_policy', choice('retention_policy', 'R', { values: { time_base: 'T' } })),
		'body.retention_policy: does not offer produce_reject',
	],
	[
		'a choice is invented',
		instance(
			'retention_policy',
			choice('retention_policy', 'R', { values: { time_base: 'T', produce_reject: 'P', x: 'X' } }),
		),
		'body.retention_policy: offers the invented x',
	],
	[
		'another method',
		added(createTopic, { ...createTopic, request: put(createTopic.request.path) }),
		'method: is PUT',
	],
	[
		'another path',
		added(createTopic, {
			...createTopic,
			request: post('/v2/{project_id}/instances/{instance_id}/topic'),
		}),
		'path: is /v2/{project_id}/instances/{instance_id}/topic',
	],
	['a path parameter without field', topic('instance_id'), 'path.instance_id: is missing'],
	[
		'a constant is missing',
		added(createInstance, { ...createInstance, constant: {} }),
		'body.engine: is missing',
	],
	[
		'a constant has another value',
		added(createInstance, { ...createInstance, constant: { body: { engine: 'rabbitmq' } } }),
		'body.engine: must be equal to one of the allowed values: kafka',
	],
	[
		'a list without paging',
		added(getAll, { ...getAll, pages: undefined }),
		'query.offset: is missing',
	],
	[
		'pages that are too long',
		added(getAll, { ...getAll, pages: getAll.pages && { ...getAll.pages, size: 51 } }),
		'query.limit: must match pattern "^([1-9]|[1-4][0-9]|50)$"',
	],
])('%s', (_what, differences_, expected) => {
	expect(differences_).toContain(expected);
});
