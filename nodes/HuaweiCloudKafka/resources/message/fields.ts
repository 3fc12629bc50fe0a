import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import type { ApiRequest } from '../../../shared/contract/vendor';
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

/** Most words of both lists together. */
const MOST_WORDS = 20;

/** What messages of a time span can be told by, besides one word. Source: official SDK 3.1.215. */
export const contentOptions = (): Field[] => [
	text('key', 'Message Key', {
		sentIn: 'query',
		placeholder: 'e.g. customer-42',
		description: 'Return only messages whose key contains this text',
	}),
	text('include', 'Contains Words', {
		sentIn: 'query',
		placeholder: 'e.g. order,paid',
		description: 'Return only messages with these words; comma-separated',
		hint: 'The service searches 10,000 messages or 200 MB, and returns at most 10',
	}),
	text('exclude', 'Excludes Words', {
		sentIn: 'query',
		placeholder: 'e.g. test,canary',
		description: 'Return only messages without these words; comma-separated',
	}),
];

const wordsIn = (list: unknown) => (list === undefined ? [] : String(list).split(','));

/**
 * Holds the words of a search against their limit.
 *
 * @throws {BadInput}
 */
export function checkWords({ query = {} }: ApiRequest): void {
	const count = wordsIn(query.include).length + wordsIn(query.exclude).length;
	if (count <= MOST_WORDS) return;
	throw new BadInput(
		'Contains Words',
		`and 'Excludes Words' have ${count} words together`,
		`Enter at most ${MOST_WORDS}.`,
	);
}
