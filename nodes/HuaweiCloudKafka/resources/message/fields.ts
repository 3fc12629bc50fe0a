import type { Field } from '../../../shared/contract/field';
import { flag, integer, text } from '../../../shared/form/fields';

/** The offset of one message, which the query takes as text. */
export const messageOffset = (): Field =>
	integer('message_offset', 'Message Offset', {
		sentIn: 'query',
		required: true,
		asText: true,
		description: 'Offset of the message in its partition, starting from 0',
	});

/** The number of a partition, in the path. */
export const partitionInPath = (): Field =>
	integer('partition', 'Partition', {
		sentIn: 'path',
		required: true,
		description: 'Partition number, starting from 0',
	});

/** Options that both ways of searching have. */
export const searchOptions = (): Field[] => [
	text('keyword', 'Keyword', {
		sentIn: 'query',
		length: [0, 50],
		description: 'Return only messages that contain this word',
	}),
	flag('asc', 'Oldest First', 'Whether to return the oldest message first', {
		sentIn: 'query',
		default: true,
	}),
	flag('download', 'Download', 'Whether to download the messages', {
		sentIn: 'query',
		default: true,
	}),
];
