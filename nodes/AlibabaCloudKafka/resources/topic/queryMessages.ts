import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { choice, integer, moment } from '../../../shared/form/fields';
import { messagePages } from '../../api/pages';
import { instance, topic } from '../../fields';

/** The fields that go with one of the two ways. */
const shownFor = (way: string) => ({
	sentIn: 'query' as const,
	required: true,
	show: { queryType: [way] },
});

/**
 * Reads messages. QueryMessage of the official SDK 2.14.0, the only GET of this API; key and value come as text, cut
 * after 1 KB, and `KeyTruncated` and `ValueTruncated` say so.
 */
export const queryMessages: Operation = {
	value: 'queryMessages',
	name: 'Query Messages',
	action: 'Query messages of topic',
	description:
		'Get messages of a topic starting from an offset or a time; keys and values are truncated after 1 KB',
	api: 'QueryMessage',
	request: get('/'),
	kind: 'read',
	fields: [
		instance('query'),
		topic({ sentIn: 'query' }),
		choice('QueryType', 'Query By', {
			sentIn: 'query',
			required: true,
			values: { byOffset: 'Offset', byTimestamp: 'Time' },
		}),
		integer('Partition', 'Partition', {
			...shownFor('byOffset'),
			asText: true,
			range: [0, Number.MAX_SAFE_INTEGER],
			description: 'Partition number, starting from 0',
		}),
		integer('Offset', 'Offset', {
			...shownFor('byOffset'),
			asText: true,
			range: [0, Number.MAX_SAFE_INTEGER],
			description: 'Offset of the message in its partition, starting from 0',
		}),
		moment('BeginTime', 'From', 'Time of the first message to read', shownFor('byTimestamp')),
	],
	pages: messagePages,
};
