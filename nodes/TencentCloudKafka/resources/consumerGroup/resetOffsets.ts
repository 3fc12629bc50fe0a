import { BadInput, missing } from '../../../shared/contract/badInput';
import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, integer, integers, moment } from '../../../shared/form/fields';
import type { OperationContext } from '../../../shared/contract/context';
import { readList } from '../../../shared/request/readList';
import { offsetPages } from '../../api/pages';
import { taskOf } from '../../api/records';
import { listOffsets } from '../../api/requests';
import { taskDone } from '../../completions/task';
import { groupName, instance, topicNames } from '../../fields';

/** The parameter that goes with each way of resetting, and its label. */
const COMPANIONS = [
	['Shift', 'Messages to Shift By'],
	['ShiftTimestamp', 'Timestamp'],
	['Offset', 'Offset'],
] as const;

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
	const [wireName, label] = COMPANIONS[Number(body.Strategy)];
	if (body[wireName] === undefined) throw missing(label);
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

/** Resets offsets. CKafka ModifyGroupOffsets; each strategy needs a parameter of its own. */
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
			values: { 0: 'Number of Messages', 1: 'Time', 2: 'Offset' },
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
	],
	options: [
		integers('Partitions', 'Partitions', {
			range: [0, Number.MAX_SAFE_INTEGER],
			placeholder: 'e.g. 0, 1',
			description: 'Return only these partitions of the topics, as a comma-separated list',
		}),
	],
	check,
	before: nameTopics,
	outcome: (answer, { body }) => singleItem({ reset: true, ...body, ...taskOf(answer) }),
	subject: ({ Group: name }) => `offsets of consumer group ${String(name)} reset`,
	completion: taskDone,
};
