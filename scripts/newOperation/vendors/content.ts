import type { JsonSchema } from '../../../emulator/core/facts';
import { isType } from '../parameters';
import type { Row } from './vendor';

/** Answers of the emulator, and what of them is only known when it runs. */

/** ID of the instance of a test. */
export const INSTANCE_ID = '<instance>';
/** ID of a background task, as text and as a number. */
export const JOB_ID = '<job>';
export const FLOW_ID = 987_654_321;

/** An answer with marks in place of the values of these members, at any depth. */
export function marked(value: unknown, marks: Readonly<Row>): unknown {
	if (Array.isArray(value)) return value.map((one) => marked(one, marks));
	if (typeof value !== 'object' || value === null) return value;
	const members = Object.entries(value).map(([name, one]) => [
		name,
		Object.hasOwn(marks, name) && typeof one !== 'object' ? marks[name] : marked(one, marks),
	]);
	return Object.fromEntries(members) as Row;
}

/** Source text with the expressions that the marks stand for. */
export const withExpressions = (text: string, expressions: Readonly<Record<string, string>>) =>
	Object.entries(expressions).reduce(
		(source, [mark, expression]) => source.replaceAll(mark, expression),
		text,
	);

/** Members of a schema that are lists of objects. */
export const listsIn = ({ properties = {} }: JsonSchema): string[] =>
	Object.keys(properties).filter((name) => {
		const { items = {} } = properties[name];
		const isObject = items.properties !== undefined || isType(items, 'object');
		return isType(properties[name], 'array') && isObject;
	});

/** Whether null stands for an empty list. */
export const isNullable = ({ type }: JsonSchema): boolean => [type].flat().includes('null');

/** A schema with only some of its members; null without any. */
export function pick(schema: JsonSchema, isWanted: (name: string) => boolean): JsonSchema | null {
	const members = Object.entries(schema.properties ?? {}).filter(([name]) => isWanted(name));
	return members.length > 0 ? { type: 'object', properties: Object.fromEntries(members) } : null;
}
