import type { FaultRule } from '../../../emulator';
import { loadFacts, type JsonSchema, type OperationFacts } from '../../../emulator/core/facts';
import type { VendorName } from '../../support/stage';

/**
 * Texts that are an ID, a name or a word of a list, in which a cloud cannot repeat anything, and the
 * mark of the next page, which is sent back in a URL.
 */
const FIXED = /(id|name|topic|group|ip)(s|list)?$|status|state|nexttoken/i;

/** Members that say of a whole answer that it is a success. */
const SUCCESS: Record<string, unknown> = { Success: true, Code: 200, ReturnCode: '0' };

/** What parts of a batch are called, by API operation: a node looks for the ones that it sent. */
const PARTS: Record<string, Record<string, unknown>> = {
	DeleteConsumerGroupOffsets: { name: 'created' },
	BatchDeleteTopics: { Topic: 'old' },
	UpdateInstanceCrossVpcIp: { ip: '192.168.0.11' },
	DeleteKafkaMessage: { partition: 0 },
};

function filled(
	schema: JsonSchema,
	name: string,
	words: string,
	parts: object,
	top: boolean,
): unknown {
	if (Object.hasOwn(parts, name)) return (parts as Record<string, unknown>)[name];
	if (top && Object.hasOwn(SUCCESS, name)) return SUCCESS[name];
	const { properties, items } = schema;
	if (items) return [filled(items, name, words, parts, false)];
	if (properties) {
		const within = ['', 'Response', 'Result'].includes(name);
		return Object.fromEntries(
			Object.entries(properties).map(([member, inner]): [string, unknown] => [
				member,
				filled(inner, member, words, parts, within),
			]),
		);
	}
	const type = [schema.type].flat()[0];
	if (type === 'boolean') return false;
	if (type === 'integer' || type === 'number') return 1;
	return FIXED.test(name) ? 'x-1' : words;
}

/** A success in which every free text is the given one and no part of a batch worked. */
const echo = ({ operation, response: { schema } }: OperationFacts, words: string) =>
	schema ? filled(schema, '', words, PARTS[operation] ?? {}, false) : { message: words };

/** Lets a cloud answer everything with successes that repeat the given words. */
export const echoes = (vendor: VendorName, words: string): FaultRule[] =>
	loadFacts(vendor).map((facts) => ({
		vendor,
		operation: facts.operation,
		times: 'always',
		effect: { kind: 'answer', status: 200, body: echo(facts, words) },
	}));
