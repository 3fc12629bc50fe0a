import type { JsonSchema } from '../../emulator/core/facts';
import type { Facts } from './facts';
import { singular, wordsOf } from './naming';
import { isType, typesOf } from './parameters';
import type { Answer, List, Row, VendorProfile } from './vendors/vendor';

/** A value that a schema allows, for answers of which the documents show none. */
export function sampleAnswer(schema: JsonSchema, name = 'value'): unknown {
	if (schema.enum) return schema.enum[0];
	if (isType(schema, 'boolean')) return true;
	if (isType(schema, 'integer') || isType(schema, 'number')) return Number(schema.minimum ?? 1);
	if (isType(schema, 'array')) return [sampleAnswer(schema.items ?? {}, singular(name))];
	if (schema.properties) {
		const members = Object.entries(schema.properties);
		return Object.fromEntries(members.map(([key, one]) => [key, sampleAnswer(one, key)]));
	}
	if (isType(schema, 'object')) return {};
	return `sample-${wordsOf(name).join('-')}`;
}

/** Members that count the rows of a list. */
const TOTAL = /^(total|count|total_?(count|num|number)|\w+_(count|num))$/i;

const totalIn = ({ properties = {} }: JsonSchema): string | undefined => {
	const counts = Object.keys(properties).filter(
		(name) => TOTAL.test(name) && !isType(properties[name], 'array'),
	);
	return counts.find((name) => /^total/i.test(name)) ?? counts[0];
};

/** Fields that tell the rows of a list apart, the surest first. */
function keyOf(list: string, { properties = {} }: JsonSchema, instance: string): List['key'] {
	const thing = singular(
		wordsOf(list)
			.filter((word) => !['list', 'vo'].includes(word))
			.at(-1) ?? '',
	);
	const names = Object.keys(properties).filter(
		(name) =>
			!isType(properties[name], 'array') &&
			!isType(properties[name], 'object') &&
			(name !== instance || thing === 'instance'),
	);
	const position = ['partition', 'offset'].map((part) =>
		names.find((name) => wordsOf(name).at(-1) === part),
	);
	if (position.every((name) => name !== undefined)) return position;
	const isId = (name: string) => wordsOf(name).at(-1) === 'id';
	const isName = (name: string) => wordsOf(name).at(-1) === 'name';
	const ofThing = (name: string) => wordsOf(name).includes(thing);
	const found = [
		names.find((name) => isId(name) && ofThing(name)),
		names.find((name) => name.toLowerCase() === 'id'),
		names.find((name) => isName(name) && ofThing(name)),
		names.find(isId),
		names.find((name) => name.toLowerCase() === 'name'),
		names.find(isName),
	];
	return found.find((name) => name !== undefined) ?? names[0] ?? 'id';
}

/** The list that a reading operation gives, with what tells and counts its rows. */
export function listOf(profile: VendorProfile, schema: JsonSchema): List | undefined {
	const found = profile.list(schema);
	if (!found) return undefined;
	const { name, entry, row } = found;
	const inside = totalIn(entry === undefined ? {} : (schema.properties?.[name] ?? {}));
	return {
		...found,
		total: inside === undefined ? totalIn(schema) : `${name}.${inside}`,
		key: keyOf(entry ?? name, row, profile.instance),
	};
}

/** The answer of an operation out of the vendor's envelope. */
export function answerOf(profile: VendorProfile, { response, examples }: Facts): Answer {
	const schema = profile.unwrap(response.schema);
	const isWord = schema !== null && typesOf(schema).includes('string');
	const printed = profile.unwrapExample(examples[0]?.response);
	const isShown =
		typeof printed === 'object' && printed !== null && Object.keys(printed).length > 0;
	const isEmpty = schema === null || isWord;
	return {
		status: response.status,
		schema: isEmpty ? {} : schema,
		content: isEmpty ? {} : ((isShown ? printed : sampleAnswer(schema)) as Row),
		isWord,
	};
}
