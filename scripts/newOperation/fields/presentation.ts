import type { NodePropertyTypes } from 'n8n-workflow';

import { propertyName } from '../../../nodes/shared/contract/field';
import type { Import } from '../code/code';
import { filled, literal } from '../code/code';
import { camel, plural, sentence, singular, wordsOf } from '../naming';
import { isType } from '../parameters';
import type { Made, Making } from './making';
import { builder, named } from './making';
import type { Known } from './vocabulary';

/** Names and texts of a field. */

/** Property names that the node or n8n has for something else. */
const RESERVED: ReadonlySet<string> = new Set([
	...['createIfAbsent', 'limit', 'operation', 'options', 'region', 'resource', 'returnAll'],
	...['simplify', 'waitForCompletion', 'waitOptions', 'requestOptions', 'notes', 'credentials'],
]);

/** What the node has for the same parameter already, and whether it is used in the same way. */
export function known(
	{ context: { draft, vocabulary }, parameter, section, schema }: Making,
	type: NodePropertyTypes,
): { entry?: Known; isSame: boolean } {
	const isRead = draft.kind === 'read';
	const entry = vocabulary.find({
		wireName: parameter.wireName,
		type,
		section,
		isRead,
		resource: draft.resource,
		meaning: String(schema.description ?? ''),
	});
	return { entry, isSame: entry?.section === section && entry.isRead === isRead };
}

/** Words of a resource and a name without what both have: `task`, `task_id` -> taskId */
function joined(resource: string, name: string): string {
	const [first, second] = [wordsOf(resource), wordsOf(name)];
	const isCommon = first.at(-1) === second[0];
	return camel([...first, ...(isCommon ? second.slice(1) : second)]);
}

/** Other names for a property, the best first. */
const alternatives = (usual: string, resource: string, isMany: boolean): string[] =>
	[
		...(isMany ? [singular(usual) === usual ? plural(usual) : `${usual}Entries`] : []),
		joined(resource, usual),
		camel(['new', ...wordsOf(usual)]),
	].filter((name) => name !== usual);

/**
 * The name of the n8n property, where it is not the wire name in camel case: the one that the node has
 * for the parameter, or another one where the usual name is taken.
 */
export function nameOf(
	making: Making,
	type: NodePropertyTypes,
	present?: string,
): string | undefined {
	const { context, parameter, section } = making;
	if (section === 'column') return undefined;
	const usual = propertyName(parameter.wireName);
	const name = freeName(making, type, usual, present);
	context.draft.nodeParameters.set(parameter.wireName, name);
	return name === usual ? undefined : name;
}

function freeName(
	{ context: { draft, vocabulary }, parameter, section }: Making,
	type: NodePropertyTypes,
	usual: string,
	present = usual,
): string {
	const isFree = (name: string) =>
		!RESERVED.has(name) && (section === 'option' || !vocabulary.isTaken(name, type));
	if (isFree(present)) return present;
	if (isFree(usual)) return usual;
	const isMany = isType(parameter.schema, 'array');
	const other =
		alternatives(usual, draft.resource, isMany).find(isFree) ?? joined(draft.resource, usual);
	draft.checks.push(
		`The node uses '${usual}' for something else, so ${parameter.wireName} is called '${other}'.`,
	);
	return other;
}

/** An example of the documents, as long as it helps. */
function placeholderOf(
	{ parameter, options }: Making,
	type: NodePropertyTypes,
): string | undefined {
	if (type !== 'string' || options.default !== undefined) return undefined;
	const [example] = parameter.examples.filter(
		(one) => typeof one !== 'object' || Array.isArray(one),
	);
	const text = Array.isArray(example) ? example.join(', ') : String(example ?? '');
	return /^[\x20-\x7e]{1,60}$/.test(text) && !/[{*]/.test(text) ? `e.g. ${text}` : undefined;
}

/** A description where the facts have none: "ID of the route" */
function guessed(making: Making): string {
	const { label, context } = making;
	const [, thing, part] = /^(.+) (ID|Name)$/.exec(label) ?? [];
	if (part) return `${part} of the ${sentence(wordsOf(thing))}`;
	context.draft.checks.push(`The facts do not describe ${named(making)}: write its description.`);
	return `${label} of the ${sentence(wordsOf(context.draft.resource))}`;
}

const repeats = (text: string, label: string) =>
	[label, `the ${label}`, ''].some((one) => one.toLowerCase() === text.toLowerCase());

/** Texts below and in a field. */
function textsOf(making: Making, type: NodePropertyTypes, label: string): Making['options'] {
	const { description: given } = making;
	const { entry, isSame } = known(making, type);
	if (entry && isSame) {
		const { placeholder, description, hint } = entry.property;
		making.context.reused.push(`${label} (${entry.operation})`);
		return { placeholder, description, hint };
	}
	const description = repeats(given, label) ? undefined : given;
	if (description !== undefined) making.context.taken.push(label);
	return { placeholder: placeholderOf(making, type), description };
}

/** Whether a field says what it is, to people and to models. */
const isClear = ({ description, hint, placeholder }: Making['options'], type: NodePropertyTypes) =>
	type === 'options' || Boolean(description ?? hint ?? placeholder);

/** The call of a builder, with the name, the label, and the texts that the field gets. */
export function called(
	name: string,
	type: NodePropertyTypes,
	making: Making,
	inner: Import[] = [],
): Made {
	const { parameter, options } = making;
	const { entry, isSame } = known(making, type);
	const label = entry?.property.displayName ?? making.label;
	const all: Making['options'] = {
		name: nameOf(making, type, isSame ? entry?.property.name : undefined),
		...options,
		...Object.fromEntries(
			Object.entries(textsOf(making, type, label)).filter(([, text]) => text !== undefined),
		),
	};
	if (!isClear(all, type)) all.description = guessed(making);
	const args = [literal(parameter.wireName), literal(label), filled(all)].filter(Boolean);
	return { text: `${name}(${args.join(', ')})`, imports: [builder(name), ...inner], label };
}
