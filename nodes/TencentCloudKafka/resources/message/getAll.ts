import { missing } from '../../../shared/contract/badInput';
import type { OperationContext } from '../../../shared/contract/context';
import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, integer, moment } from '../../../shared/form/fields';
import { resultList } from '../../api/pages';
import { offset, partitionOfTopic } from './fields';

/** What goes with each way to say where to start, and its label. */
const STARTS: Readonly<Record<string, readonly [wireName: string, label: string]>> = {
	offset: ['Offset', 'Offset'],
	time: ['StartTime', 'Start Time'],
};

/** Messages from a time on are another operation of the API. */
async function byStart(_: OperationContext, request: ApiRequest): Promise<void> {
	if (request.body?.StartTime !== undefined) request.api = 'FetchMessageListByTimestamp';
}

/** Lists messages from an offset or a time on. CKafka FetchMessageListByOffset and FetchMessageListByTimestamp; no keys, no values, 20 at most. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description:
		'Get the offset and time of up to 20 messages starting from an offset or a time, without their content; to get more, start from the offset after the last message',
	api: 'FetchMessageListByOffset',
	request: post('/'),
	kind: 'read',
	fields: [
		...partitionOfTopic(),
		choice('startBy', 'Start By', {
			sentIn: 'none',
			values: { offset: 'Offset', time: 'Time' },
		}),
		offset('Offset of the first message in its partition, starting from 0', {
			show: { startBy: ['offset'] },
		}),
		moment('StartTime', 'Start Time', 'Earliest time of the messages', {
			required: true,
			show: { startBy: ['time'] },
		}),
	],
	options: [
		integer('SinglePartitionRecordNumber', 'Maximum Messages', {
			range: [1, 20],
			default: 20,
			description: 'Maximum number of messages to return',
		}),
	],
	check: ({ body = {} }, parameterOf) => {
		const [wireName, label] = STARTS[String(parameterOf('startBy') ?? 'offset')] ?? STARTS.offset;
		if (body[wireName] === undefined) throw missing(label);
	},
	before: byStart,
	outcome: (answer) => resultList(answer).map((json) => ({ json })),
};
