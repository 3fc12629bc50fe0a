import {
	messagesFrom,
	offsetAt,
	produce,
	type Message,
	type PartitionLog,
} from '../../core/kafkaLog';
import { refuse, refuseValue, success } from '../answers/errors';
import { dataHubId } from '../answers/topicRecord';
import type { Topic } from '../model/contents';
import { STATUS, TOPIC_STATUS } from '../model/status';
import type { Context, Handler } from '../requests/context';
import { topicOf } from '../requests/find';

interface SendBody {
	DataHubId: string;
	Message: Array<{ Body: string; Key?: string }>;
}

/** Writes messages through an access ID. */
export const SendMessage: Handler = (request, context) => {
	const { DataHubId, Message: messages } = request.body as SendBody;
	const topic = accessed(DataHubId, context);
	for (const { Body: value, Key: key } of messages)
		produce(topic.logs, { value, key }, context.now);
	return success({ MessageId: messages.map(() => context.state.newMessageId()) });
};

function accessed(id: string, { state, region }: Context): Topic {
	const usable = state
		.of(region)
		.filter(({ status }) => status === STATUS.running || status === STATUS.upgrading)
		.flatMap((instance) => instance.topics)
		.filter((topic) => topic.status === TOPIC_STATUS.normal);
	const found = usable.find((topic) => dataHubId(topic) === id);
	return found ?? refuse('ResourceNotFound', `The access ID ${id} does not exist.`);
}

interface FetchBody {
	InstanceId: string;
	Topic: string;
	Partition: number;
	Offset: number;
	StartTime?: number;
	SinglePartitionRecordNumber?: number;
}

function logOf(body: FetchBody, context: Context): PartitionLog {
	const topic = topicOf(context.workingInstance(body.InstanceId), body.Topic);
	const text = `the topic has partitions from 0 to ${topic.partitions - 1}`;
	return topic.logs[body.Partition] ?? refuseValue('Partition', text);
}

const record = ({ Topic, Partition }: FetchBody, message: Message) => ({
	Topic,
	Partition,
	Offset: message.offset,
	Timestamp: message.timestamp,
	Headers: null,
});

/** One message with its content. */
export const FetchMessageByOffset: Handler = (request, context) => {
	const body = request.body as FetchBody;
	const message = logOf(body, context).messages.find((m) => m.offset === body.Offset);
	if (!message) refuse('ResourceNotFound', `There is no message at offset ${body.Offset}.`);
	return success({ Result: { ...record(body, message), Key: message.key, Value: message.value } });
};

/** Messages from an offset on, without their content. */
export const FetchMessageListByOffset: Handler = (request, context) => {
	const body = request.body as FetchBody;
	const { Offset, SinglePartitionRecordNumber: most = 20 } = body;
	const found = messagesFrom(logOf(body, context), Offset).slice(0, most);
	return success({ Result: found.map((message) => record(body, message)) });
};

/** Messages from a time on, without their content. */
export const FetchMessageListByTimestamp: Handler = (request, context) => {
	const given = request.body as FetchBody;
	const body = { ...given, Partition: given.Partition ?? 0 };
	const { StartTime = 0, SinglePartitionRecordNumber: most = 20 } = body;
	const log = logOf(body, context);
	const found = messagesFrom(log, offsetAt(log, StartTime)).slice(0, most);
	return success({ Result: found.map((message) => record(body, message)) });
};
