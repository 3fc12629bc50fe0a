import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import type { Operation, Outcome } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, extras, flag, integer, rows, text } from '../../../shared/form/fields';
import { isSuccess } from '../../api/decode';
import { resultList } from '../../api/pages';
import { fromRequest, nameOf } from '../../api/records';
import { topicSized } from '../../completions/topic';
import { instance } from '../../fields';

/** Most topics that one request changes. */
const MOST_TOPICS = 10;

const GIB = 1_073_741_824;
const DAY = 86_400_000;

/** What can be changed of several topics: bounds differ from those of a single one. */
const changes = (): Field[] => [
	choice('CleanUpPolicy', 'Cleanup Policy', {
		values: { delete: 'Delete Old Messages', compact: 'Compact by Key' },
	}),
	choice('LogMsgTimestampType', 'Timestamp Type', {
		values: { CreateTime: 'Create Time', LogAppendTime: 'Log Append Time' },
	}),
	integer('MaxMessageBytes', 'Maximum Message Size (Bytes)', {
		range: [1024, 12_582_912],
		default: 1_048_576,
		description: 'Maximum size of a message',
	}),
	integer('MinInsyncReplicas', 'Minimum In-Sync Replicas', {
		default: 1,
		description:
			'Minimum number of in-sync replicas that must acknowledge a message sent with acks=-1',
	}),
	text('Note', 'Note', { sendBlank: true, description: 'Leave empty to remove the note' }),
	integer('PartitionNum', 'Partitions', {
		default: 3,
		description: 'New total; partitions can only be added',
	}),
	integer('ReplicaNum', 'Replicas', {
		default: 2,
		description: 'Cannot exceed the number of brokers',
	}),
	integer('RetentionBytes', 'Retention (Bytes)', {
		range: [GIB, 1024 * GIB],
		description: 'Maximum size of each partition; older messages are deleted',
	}),
	integer('RetentionMs', 'Retention (Ms)', {
		range: [60_000, 90 * DAY],
		// Not a short one, which would delete what an existing topic holds.
		default: 7 * DAY,
		description: 'Message retention, one minute to 90 days; older messages are deleted',
	}),
	integer('SegmentMs', 'Segment Roll Time (Ms)', {
		range: [DAY, 90 * DAY],
		description: 'Time after which Kafka starts a new segment file; one day or more',
	}),
	flag(
		'UncleanLeaderElectionEnable',
		'Unclean Leader Election',
		'Whether an out-of-sync replica can become the leader, which can cause message loss',
	),
];

const topicsOf = ({ body }: ApiRequest): IDataObject[] => (body?.Topic ?? []) as IDataObject[];

/** Each topic once, with something to change. */
function check(request: ApiRequest): void {
	const seen = new Set<unknown>();
	for (const topic of topicsOf(request)) {
		const name = topic.TopicName;
		if (seen.has(name)) {
			throw new BadInput('Topics', `contains ${String(name)} twice`, 'Enter each topic only once.');
		}
		seen.add(name);
		if (Object.keys(topic).length > 1) continue;
		throw new BadInput(
			'Topics',
			`has nothing to change for ${String(name)}`,
			'Add at least one setting, or remove the topic.',
		);
	}
}

/** One outcome a topic: the request succeeds although topics fail, and each says so for itself. */
function changed(answer: IDataObject, request: ApiRequest): Outcome[] {
	const told = resultList(answer);
	return topicsOf(request).map((topic): Outcome => {
		const json = {
			...fromRequest(request, 'InstanceId'),
			TopicName: topic.TopicName,
			updated: true,
			// What a wait looks for.
			...(topic.PartitionNum !== undefined && { PartitionNum: topic.PartitionNum }),
			...(topic.ReplicaNum !== undefined && { ReplicaNum: topic.ReplicaNum }),
		};
		const own = told.find((row) => row?.TopicName === topic.TopicName);
		if (own && isSuccess(own.ReturnCode)) return { json };
		const why = own
			? `${nameOf(own.Message) ?? 'no reason given'} (code ${String(own.ReturnCode)})`
			: 'the response does not mention it';
		return {
			json: { ...json, updated: false },
			failed: `topic ${String(topic.TopicName)} was not updated: ${why}`,
		};
	});
}

/** Changes several topics. CKafka BatchModifyTopicAttributes; a success hides the failures of single topics. */
export const updateMany: Operation = {
	value: 'updateMany',
	name: 'Update Many',
	action: 'Update many topics',
	description: 'Change the settings, partitions, or replicas of up to 10 topics at once',
	api: 'BatchModifyTopicAttributes',
	request: post('/'),
	kind: 'change',
	warning: 'A shorter retention or compaction deletes messages.',
	fields: [
		instance(),
		rows('Topic', 'Topics', {
			name: 'topicChanges',
			required: true,
			count: [1, MOST_TOPICS],
			entry: 'Topic',
			description: 'Topics to change, each with its own settings',
			fields: [
				text('TopicName', 'Topic Name', { required: true, placeholder: 'e.g. orders.created' }),
				extras(changes()),
			],
		}),
	],
	check,
	outcome: changed,
	subject: ({ TopicName: name }) => `topic ${String(name)} updated`,
	completion: topicSized,
};
