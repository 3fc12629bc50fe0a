import { clampOffset, type Message, type PartitionLog } from '../../core/kafkaLog';
import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { logsOf, sizeOf } from '../model/partitions';
import { pageNumber } from '../requests/checks';
import type { Context, Handler, OperationRequest } from '../requests/context';
import { logOf, topicOf } from '../requests/find';

/** The message of an offset with its content (5.7.2), in a list that is empty when it is gone. */
export const ShowPartitionMessage: Handler = (request, context) => {
	const { topic, partition } = request.path;
	const wanted = pageNumber('message_offset', request.query.message_offset, 0, [
		0,
		Number.MAX_SAFE_INTEGER,
	]);
	const found = logNamed(request, context).messages.filter((m) => m.offset === wanted);
	const message = found.map((one) => ({
		key: one.key,
		value: one.value,
		topic,
		partition: Number(partition),
		message_offset: one.offset,
		size: sizeOf(one),
		timestamp: one.timestamp,
	}));
	return json(200, { message });
};

/** The first message a partition holds (5.7.4). */
export const ShowPartitionBeginningMessage: Handler = (request, context) =>
	json(200, position(request, logNamed(request, context).messages[0]));

/** The last message a partition holds (5.7.5). */
export const ShowPartitionEndMessage: Handler = (request, context) =>
	json(200, position(request, logNamed(request, context).messages.at(-1)));

function logNamed(request: OperationRequest, context: Context): PartitionLog {
	const instance = context.managedInstance();
	return logOf(instance, topicOf(instance, request.path.topic), request.path.partition);
}

function position(request: OperationRequest, message: Message | undefined) {
	const { topic, partition } = request.path;
	if (!message) refuse('DMS.00400062', `Partition ${partition} of ${topic} holds no message.`);
	const { offset, timestamp } = message;
	return { topic, partition: Number(partition), offset, timestamp };
}

/** Offset that stands for the end of a partition, as in Kafka. */
const TO_THE_END = -1;

/** Deletes the messages before an offset (5.7.6). Always 200 with a result per partition. */
export const DeleteKafkaMessage: Handler = (request, context) => {
	const body = request.body as { partitions?: Array<{ partition?: number; offset?: number }> };
	const instance = context.runningInstance();
	const logs = logsOf(instance, topicOf(instance, request.path.topic));
	const partitions = (body.partitions ?? []).map(({ partition = -1, offset = 0 }) => {
		const log = logs.at(partition < 0 ? logs.length : partition);
		const target = offset === TO_THE_END ? log?.endOffset : offset;
		if (!log || target === undefined || target < 0 || target > log.endOffset) {
			return { partition, result: 'fail', error_code: 'DMS.00400062' };
		}
		log.startOffset = clampOffset(log, target);
		log.messages = log.messages.filter((message) => message.offset >= log.startOffset);
		return { partition, result: 'success', error_code: 0 };
	});
	return json(200, { partitions });
};

/** The same under the newer path, which regions that are behind do not have. */
export const DeleteKafkaTopicMessages: Handler = (request, context) => {
	if (!context.state.rules.newerMessageDeletion) refuse('DMS.00404001');
	return DeleteKafkaMessage(request, context);
};
