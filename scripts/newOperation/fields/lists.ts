import type { JsonSchema } from '../../../emulator/core/facts';
import { filled, literal } from '../code/code';
import { isType } from '../parameters';
import { choiceNames } from './choiceNames';
import type { Made, Making } from './making';
import { named } from './making';
import { called, known } from './presentation';
import { countOf, rangeOf, textRules } from './rules';
import { choicesOf } from './vocabulary';

/** Fields with one or several of some values, and lists of texts and numbers. */

/** The values of a choice with their names, and what is left of the description. */
function choicesFor(making: Making, { enum: given = [] }: JsonSchema): Making {
	const { schema, context, options } = making;
	const { entry } = known(making, isType(schema, 'array') ? 'multiOptions' : 'options');
	const present = entry && choicesOf(entry.property);
	const { values, unclear, rest } = choiceNames(given, making.description, present);
	if (unclear.length > 0) {
		context.draft.checks.push(`Name the choices of ${named(making)}: ${unclear.join(', ')}.`);
	}
	const asNumber = given.every((value) => typeof value === 'number') || undefined;
	return {
		...making,
		description: rest ?? making.description,
		options: { ...options, values, asNumber },
	};
}

export function choice(making: Making): Made {
	const { default: usual } = making.schema;
	const made = choicesFor(making, making.schema);
	const isSet = usual !== undefined && usual !== null;
	return called('choice', 'options', {
		...made,
		options: { ...made.options, default: isSet ? String(usual) : undefined },
	});
}

/** A list of values that are no objects. */
export function list(making: Making): Made {
	const { schema, options, parameter, context } = making;
	const { items = {} } = schema;
	const count = countOf(schema, parameter.required);
	if (items.enum) {
		const made = choicesFor(making, items);
		return called('choices', 'multiOptions', { ...made, options: { ...made.options, count } });
	}
	const description = [making.description, 'comma-separated'].filter(Boolean).join('; ');
	const described = {
		...making,
		description: making.description ? description : 'Comma-separated',
	};
	if (isType(items, 'integer')) {
		if (count) {
			context.draft.checks.push(
				`${named(making)} takes ${literal(count)} entries: add that to 'check'.`,
			);
		}
		return called('integers', 'string', {
			...described,
			options: { ...options, range: rangeOf(items) },
		});
	}
	const rules = textRules(making, items);
	return called('list', 'string', {
		...described,
		options: { ...options, count, entry: filled(rules) && rules },
	});
}
