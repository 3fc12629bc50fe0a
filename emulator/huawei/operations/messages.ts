import { produce, type Message } from '../../core/kafkaLog';
import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Topic } from '../model/contents';
import type { Instance } from '../model/instance';
import { logsOf, sizeOf } from '../model/partitions';
import { pageNumber } from '../requests/checks';
import type { Handler } from '../requests/context';
import { logOf, topicOf } from '../requests/find';

const DEFAULT_PAGE = 10;
const ANY = Number.MAX_SAFE_INTEGER;
const ALL_PARTITIONS = '-1';

interface SendBody {
	topic: string;
	body: string;
	property_list: Array<{ name?: string; value?: string }>;
}

/** Writes one message (5.4.3); of the properties KEY and PARTITION count. */
export const SendKafkaMessage: Handler = (request, context) => {
	const { topic: name, body, property_list } = request.body as SendBody;
	const instance = context.runningInstance();
	const topic = topicOf(instance, name);
	const property = (wanted: string) => property_list.find((p) => p.name === wanted)?.value;
	const partition = property('PARTITION');
	if (partition !== undefined) logOf(instance, topic, partition);
	const place = partition === undefined ? {} : { partition: Number(partition) };
	produce(logsOf(instance, topic), { ...place, key: property('KEY'), value: body }, context.now);
	return json(200, { topic: name, body, property_list });
};

interface Found extends Message {
	partition: number;
}

function messagesOf(instance: Instance, topic: Topic): Found[] {
	return logsOf(instance, topic).flatMap((log, partition) =>
		log.messages.map((message) => ({ ...message, partition })),
	);
}

/**
 * Looks messages up (5.7.1): with a time span their positions, newest first and without content;
 * with a partition and an offset the content. `offset` is a page number from 0. With a keyword, the place of a
 * message is in `offset`, and there are no pages (terraform-provider-huaweicloud, data source of messages).
 */
export const ShowInstanceMessages: Handler = (request, context) => {
	const query = request.query as Record<string, string | undefined>;
	const instance = context.instance();
	const topic = topicOf(instance, query.topic ?? '');
	const spanned = query.start_time !== undefined || query.end_time !== undefined;
	const found = spanned ? inSpan(instance, topic, query) : atOffset(instance, topic, query);
	if (request.query.asc === true) found.reverse();
	const size = pageNumber('limit', query.limit, DEFAULT_PAGE, [1, ANY]);
	const start = size * pageNumber('offset', query.offset, 0, [0, ANY]);
	const byKeyword = Boolean(query.keyword);
	const messages = (byKeyword ? found : found.slice(start, start + size)).map((message) => ({
		topic: topic.name,
		partition: message.partition,
		...(message.key === null ? {} : { key: message.key }),
		value: spanned ? '' : message.value,
		size: sizeOf(message),
		timestamp: message.timestamp,
		huge_message: false,
		...(byKeyword ? { offset: message.offset } : { message_offset: message.offset }),
		message_id: '',
		app_id: '',
		tag: '',
	}));
	return json(200, { messages, total: found.length, size: messages.length });
};

type MessageQuery = Record<string, string | undefined>;

function inSpan(instance: Instance, topic: Topic, query: MessageQuery): Found[] {
	const from = pageNumber('start_time', query.start_time, NaN, [0, ANY]);
	const to = pageNumber('end_time', query.end_time, NaN, [0, ANY]);
	if (Number.isNaN(from + to)) refuse('DMS.00400062', 'start_time and end_time go together.');
	return messagesOf(instance, topic)
		.filter((message) => message.timestamp >= from && message.timestamp <= to)
		.filter((message) => message.value.includes(query.keyword ?? ''))
		.filter((message) => !query.key || (message.key ?? '').includes(query.key))
		.filter(({ value }) => words(query.include).every((word) => value.includes(word)))
		.filter(({ value }) => !words(query.exclude).some((word) => value.includes(word)))
		.sort((a, b) => b.timestamp - a.timestamp);
}

const words = (list = '') => list.split(',').filter((word) => word !== '');

function atOffset(instance: Instance, topic: Topic, query: MessageQuery): Found[] {
	if (query.message_offset === undefined || query.partition === undefined) {
		refuse('DMS.00400062', 'A time span is needed, or message_offset with partition.');
	}
	const partition = Number(query.partition);
	const { messages } = logOf(instance, topic, query.partition);
	const wanted = pageNumber('message_offset', query.message_offset, 0, [0, ANY]);
	return messages
		.filter((message) => message.offset === wanted)
		.map((message) => ({ ...message, partition }));
}

/** Positions of messages in a time span (5.7.3): `offset` counts messages, the answer pages from 1. */
export const ShowMessages: Handler = (request, context) => {
	const { start_time, end_time, partition = ALL_PARTITIONS } = request.query as MessageQuery;
	const { limit = DEFAULT_PAGE, offset = 0 } = request.query as Record<string, number>;
	if (limit < 1) refuse('DMS.00400062', `limit must be 1 or more, not ${limit}.`);
	const instance = context.managedInstance();
	const topic = topicOf(instance, request.path.topic);
	if (partition !== ALL_PARTITIONS) logOf(instance, topic, partition);
	const from = pageNumber('start_time', start_time, 0, [0, ANY]);
	const to = pageNumber('end_time', end_time, context.now, [0, ANY]);
	const found = messagesOf(instance, topic)
		.filter((m) => partition === ALL_PARTITIONS || m.partition === Number(partition))
		.filter((message) => message.timestamp >= from && message.timestamp <= to);
	return json(200, {
		messages: found.slice(offset, offset + limit).map((message) => ({
			topic: topic.name,
			partition: message.partition,
			message_offset: message.offset,
			size: sizeOf(message),
			timestamp: message.timestamp,
		})),
		messages_count: found.length,
		offsets_count: Math.ceil(found.length / limit),
		offset: Math.floor(offset / limit) + 1,
	});
};
