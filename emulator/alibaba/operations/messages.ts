import { messagesFrom, offsetAt, type Message } from '../../core/kafkaLog';
import { refuse } from '../answers/errors';
import { logsOf } from '../model/partitions';
import type { Handler } from '../requests/context';
import { topicOf } from '../requests/find';

const SHOWN_BYTES = 1024;
const SHOWN_MESSAGES = 10;

interface QueryParameters {
	Topic: string;
	QueryType: 'byOffset' | 'byTimestamp';
	Partition?: string;
	Offset?: string;
	BeginTime?: number;
}

/** Messages from an offset or a time on, of one partition or of all; long content is cut. */
export const QueryMessage: Handler = (request, context) => {
	const given = request.parameters as unknown as QueryParameters;
	const topic = topicOf(context.workingInstance(), given.Topic);
	const logs = logsOf(topic);
	const byOffset = given.QueryType === 'byOffset';
	if (byOffset && (given.Partition === undefined || given.Offset === undefined)) {
		refuse('BIZ_PARAM_EMPTY', 'A query by offset needs Partition and Offset.');
	}
	const { BeginTime } = given;
	if (!byOffset && BeginTime === undefined) refuse('BIZ_PARAM_EMPTY', 'BeginTime');
	const chosen = given.Partition === undefined ? undefined : Number(given.Partition);
	if (chosen !== undefined && !logs[chosen]) {
		refuse('InvalidParameter.Range', `${topic.name} has no partition ${chosen}.`);
	}
	const MessageList = logs
		.flatMap((log, partition) => {
			if (chosen !== undefined && chosen !== partition) return [];
			const from = byOffset ? Number(given.Offset) : offsetAt(log, BeginTime ?? 0);
			return messagesFrom(log, from).map((message) => ({ message, partition }));
		})
		.sort((a, b) => a.message.timestamp - b.message.timestamp)
		.slice(0, SHOWN_MESSAGES)
		.map(({ message, partition }) => ({
			Topic: topic.name,
			Partition: partition,
			Offset: message.offset,
			...messageRecord(message),
		}));
	return context.success({ MessageList });
};

function messageRecord({ key, value, timestamp }: Message) {
	const [shownKey, keySize, keyLost] = shorten(key ?? '');
	const [shownValue, valueSize, valueLost] = shorten(value);
	return {
		Timestamp: timestamp,
		TimestampType: 'CreateTime',
		Key: shownKey,
		KeyTruncated: keyLost > 0,
		SerializedKeySize: keySize,
		TruncatedKeySize: keyLost,
		Value: shownValue,
		ValueTruncated: valueLost > 0,
		SerializedValueSize: valueSize,
		TruncatedValueSize: valueLost,
		Checksum: 0,
	};
}

/** The first bytes of a text, its size and how many bytes were cut off. */
function shorten(text: string): [shown: string, size: number, lost: number] {
	const bytes = Buffer.from(text);
	const shown = bytes.subarray(0, SHOWN_BYTES).toString('utf8');
	return [shown, bytes.length, Math.max(0, bytes.length - SHOWN_BYTES)];
}
