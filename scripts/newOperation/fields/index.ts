import type { JsonSchema } from '../../../emulator/core/facts';
import { holdsFlag, holdsNumber } from '../../../test/support/facts/samples';
import { described } from '../english';
import { titled, wordsOf } from '../naming';
import type { Parameter } from '../parameters';
import { isType } from '../parameters';
import { SECRET } from '../secrets';
import { isSwitch } from './choiceNames';
import { form } from './forms';
import { labelOf } from './labels';
import { choice, list } from './lists';
import type { FieldCode, FieldContext, Made, Making } from './making';
import { numbersIn } from './patterns';
import { flag, integer, secret, text } from './scalars';
import type { Section } from './vocabulary';

/** From a parameter of the facts to the call of a field builder. */

/** Whether a list of values only says yes and no; 0 and 1 may also be two names. */
function isFlag({ enum: values = [], description }: JsonSchema): boolean {
	const sorted = [...values].sort();
	if (sorted.map(String).join() === 'false,true') return true;
	return sorted.join() === '0,1' && sorted[0] === 0 && isSwitch(String(description ?? ''));
}

/** The call of the builder that fits the schema. */
function made(making: Making): Made {
	const { schema, parameter } = making;
	if (isType(schema, 'boolean') || isFlag(schema) || holdsFlag(schema)) return flag(making);
	if (schema.enum) return choice(making);
	if (isType(schema, 'integer') || isType(schema, 'number')) return integer(making);
	if (isType(schema, 'array')) {
		return schema.items?.properties || isType(schema.items ?? {}, 'object')
			? form(making)
			: list(making);
	}
	if (isType(schema, 'object') || schema.properties) return form(making);
	if (SECRET.test(parameter.wireName)) return secret(making);
	const numbers = typeof schema.pattern === 'string' ? numbersIn(schema.pattern) : undefined;
	if (numbers) return integer({ ...making, schema: { ...schema, ...boundsOf(numbers) } }, true);
	return holdsNumber(schema) ? integer(making, true) : text(making);
}

const boundsOf = ([least, most]: [number, number]): JsonSchema => ({
	...(Number.isFinite(least) && { minimum: least }),
	...(Number.isFinite(most) && { maximum: most }),
});

/** The content of a JSON text, described as the text is. */
function contentOf({ contentSchema, description, default: usual }: JsonSchema): JsonSchema {
	return {
		...contentSchema,
		...(description !== undefined && { description }),
		...(usual !== undefined && { default: usual }),
	};
}

/** Makes the field of a parameter. */
export function writeField(
	context: FieldContext,
	parameter: Parameter,
	section: Section,
): FieldCode {
	const { profile, draft } = context;
	const present = profile.knownField(parameter, draft, section);
	if (present) {
		const { code, isLocator, name } = present;
		draft.nodeParameters.set(parameter.wireName, name);
		return { ...code, parameter, isLocator, label: titled(wordsOf(name)) };
	}
	const { wireName, place, required } = parameter;
	const isJson = parameter.schema.contentSchema !== undefined;
	const schema = isJson ? contentOf(parameter.schema) : parameter.schema;
	const { label, description } = labelOf(wireName, schema);
	const sentIn = section === 'column' ? undefined : profile.sentIn(place, draft.facts);
	const field = made({
		context,
		parameter,
		section,
		schema,
		label,
		description: described(description),
		options: { sentIn, required: required || undefined },
	});
	const asJson = { name: 'asJson', from: `nodes/${profile.folder}/fields` };
	return {
		...field,
		...(isJson && { text: `asJson(${field.text})`, imports: [...field.imports, asJson] }),
		parameter,
		isLocator: false,
	};
}
