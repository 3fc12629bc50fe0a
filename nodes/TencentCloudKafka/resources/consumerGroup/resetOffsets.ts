import type { IDataObject } from 'n8n-workflow';

import { BadInput, missing } from '../../../shared/contract/badInput';
import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, integer, integers, moment, rows } from '../../../shared/form/fields';
import type { OperationContext } from '../../../shared/contract/context';
import { readList } from '../../../shared/request/readList';
import { offsetPages } from '../../api/pages';
import { taskOf } from '../../api/records';
import { listOffsets } from '../../api/requests';
import { taskDone } from '../../completions/task';
import { groupName, instance, topicNames } from '../../fields';
import { rejectedInUse } from './inUse';

/** The parameter that goes with each way of resetting, and its label. */
const COMPANIONS = [
	['Shift', 'Messages to Shift By'],
	['ShiftTimestamp', 'Timestamp'],
	['Offset', 'Offset'],
] as const;

/** The way that needs another operation of the API: an offset for each partition. */
const BY_PARTITION = 3;

/** The one field that goes with the choice above it. */
const shownFor = (strategy: string) => ({ required: true, show: { strategy: [strategy] } });

/** The earliest and the latest message as times. */
const EDGES = [-2, -1];

function check({ body = {} }: ApiRequest, parameterOf: (name: string) => unknown): void {
	const scope = parameterOf('topicScope');
	if (scope !== 'chosen' && scope !== 'all') {
		throw new BadInput(
			'Topics to Reset',
			"is neither 'chosen' nor 'all'",
			'Check the expression that returns it.',
		);
	}
	if (Number(body.Strategy) === BY_PARTITION) return checkPartitions(body, scope);
	const [wireName, label] = COMPANIONS[Number(body.Strategy)];
	if (body[wireName] === undefined) throw missing(label);
}

/** With several topics, the same partitions of each would get the same offsets. */
function checkPartitions(body: IDataObject, scope: 'chosen' | 'all'): void {
	const { PartitionOffsets, Partitions, Topics } = body;
	if (PartitionOffsets === undefined) throw missing('Offsets by Partition');
	if (scope === 'all' || (Array.isArray(Topics) && Topics.length !== 1)) {
		throw new BadInput(
			scope === 'all' ? 'Topics to Reset' : 'Topic Names or IDs',
			'is more than one topic',
			"Offsets by partition are of one topic. Select 'Selected Topics' with a single topic.",
		);
	}
	if (Partitions !== undefined) {
		throw new BadInput('Partitions', 'is set', "Remove it: 'Offsets by Partition' names them.");
	}
	const numbers = (PartitionOffsets as IDataObject[]).map(({ Partition }) => Partition);
	if (new Set(numbers).size === numbers.length) return;
	throw new BadInput('Offsets by Partition', 'contains a partition twice', 'Enter each only once.');
}

/** The request by partition has another name, and calls its parameters otherwise. */
function byPartition(request: ApiRequest): void {
	const { InstanceId, Group, Topics, PartitionOffsets } = request.body ?? {};
	request.api = 'BatchModifyGroupOffsets';
	request.body = {
		InstanceId,
		GroupName: Group,
		TopicName: Topics,
		Partitions: PartitionOffsets,
	};
}

async function complete(item: OperationContext, request: ApiRequest): Promise<void> {
	if (Number(request.body?.Strategy) === BY_PARTITION) byPartition(request);
	else await nameTopics(item, request);
}

/** What was reset, in the names of the form whichever operation did it. */
function reset({ body = {} }: ApiRequest): IDataObject {
	const { GroupName, TopicName, ...rest } = body;
	if (GroupName === undefined) return body;
	return { ...rest, Group: GroupName, Topics: TopicName, Strategy: BY_PARTITION };
}

/**
 * Names all topics of the group, where the user chose all. The reference does not say for sure what
 * an empty list does; this way the request and its result say what is reset.
 */
async function nameTopics(item: OperationContext, { body = {} }: ApiRequest): Promise<void> {
	if (body.Topics !== undefined) return;
	const request = listOffsets(body.InstanceId, body.Group);
	const send = async (page: ApiRequest) => await item.call(page);
	const listing = await readList(send, request, offsetPages, Infinity);
	// Resetting some of them and telling of all would be a false success.
	if (!listing.isSteady) {
		throw new Failure(
			'notSent',
			`The topics of consumer group ${String(body.Group)} could not all be read`,
			{
				advice: 'No offset was reset. Run this again in a minute, or select the topics instead.',
			},
		);
	}
	const offsets = listing.all();
	if (offsets.length === 0) {
		throw new Failure('notSent', `Consumer group ${String(body.Group)} has no offsets to reset`, {
			advice: 'It has not read from any topic yet. Select the topics instead.',
		});
	}
	body.Topics = offsets.map(({ Topic }) => Topic as string);
}

/** Resets offsets. CKafka ModifyGroupOffsets, where each strategy needs a parameter of its own, and BatchModifyGroupOffsets. */
export const resetOffsets: Operation = {
	value: 'resetOffsets',
	name: 'Reset Offsets',
	action: 'Reset offsets of consumer group',
	description:
		'Set the position from which a consumer group continues to read; its consumers must be stopped first',
	api: 'ModifyGroupOffsets',
	request: post('/'),
	kind: 'change',
	warning: 'Consumers read messages again or skip them, depending on the new offsets.',
	fields: [
		instance(),
		groupName(),
		choice('topicScope', 'Topics to Reset', {
			sentIn: 'none',
			required: true,
			values: { chosen: 'Selected Topics', all: 'All Topics of the Group' },
		}),
		topicNames('Topics', { required: true, show: { topicScope: ['chosen'] } }),
		choice('Strategy', 'Reset By', {
			required: true,
			values: { 0: 'Number of Messages', 1: 'Time', 2: 'Offset', 3: 'Offset of Each Partition' },
			asNumber: true,
		}),
		integer('Shift', 'Messages to Shift By', {
			...shownFor('0'),
			hint: 'Use a negative number to move back; offsets stay between the first and the last message',
		}),
		moment('ShiftTimestamp', 'Timestamp', 'Time of the first message to read', {
			...shownFor('1'),
			edges: EDGES,
			placeholder: 'e.g. 2026-11-30T09:30:00',
			hint: '-2 for the earliest message, -1 for the latest; a time after the last message means the end of the partition',
		}),
		integer('Offset', 'Offset', {
			...shownFor('2'),
			hint: 'Offset in each partition, starting from 0',
		}),
		rows('PartitionOffsets', 'Offsets by Partition', {
			show: { strategy: ['3'] },
			required: true,
			entry: 'Partition',
			description:
				"New offset of each partition of one topic; 'Get Offsets' returns the current ones",
			fields: [
				integer('Partition', 'Partition', {
					required: true,
					range: [0, Infinity],
					description: 'Partition number, starting from 0',
				}),
				integer('Offset', 'Offset', {
					required: true,
					range: [0, Infinity],
					description: 'Offset of the next message to read',
				}),
			],
		}),
	],
	options: [
		integers('Partitions', 'Partitions', {
			range: [0, Number.MAX_SAFE_INTEGER],
			placeholder: 'e.g. 0, 1',
			description: 'Reset only these partitions of the topics, as a comma-separated list',
		}),
	],
	check,
	before: complete,
	again: rejectedInUse('No offset was reset.'),
	outcome: (answer, request) => singleItem({ reset: true, ...reset(request), ...taskOf(answer) }),
	subject: ({ Group: name }) => `offsets of consumer group ${String(name)} reset`,
	completion: taskDone,
};
