import { filled, literal } from '../code/code';
import { whether } from '../english';
import { isType } from '../parameters';
import type { Made, Making } from './making';
import { builder, named } from './making';
import { called, known, nameOf } from './presentation';
import { rangeOf, textRules } from './rules';

/** Fields with one value. */

export function text(making: Making): Made {
	const { schema, options } = making;
	const usual = typeof schema.default === 'string' && schema.default ? schema.default : undefined;
	const rules = textRules(making, schema);
	return called('text', 'string', {
		...making,
		options: { ...options, ...rules, default: usual },
	});
}

export function secret(making: Making): Made {
	const { schema, options } = making;
	return called('secret', 'string', {
		...making,
		options: { ...options, ...textRules(making, schema) },
	});
}

/** A time in milliseconds since 1970. */
const MOMENT =
	/\b(unix|epoch)\b[^.;]*\b(ms|milliseconds?)\b|\b(ms|milliseconds?)\b[^.;]*\b(unix|epoch)\b/i;
const AS_MOMENT =
	'as a Unix timestamp in milliseconds, such as {{ $now.minus({ hours: 1 }).toMillis() }}';

function momentDescription({ description, label }: Making): string {
	const [fact] = description.split(/[;.]/);
	const [what] = fact.split(/,? (?:as|in) (?:a )?(?:unix|epoch)|,? (?:unix|epoch)/i);
	return `${what.replace(/[,:]?\s*$/, '') || label}, ${AS_MOMENT}`;
}

/** The number that a form proposes; without a lower bound it cannot be the least one. */
function proposed(usual: unknown, range: [number, number] | undefined): number | undefined {
	if (usual !== undefined) return Number(usual);
	return range && !Number.isFinite(range[0]) ? Math.min(0, range[1]) : undefined;
}

/** @param asText Whether the API wants the digits as text */
export function integer(making: Making, asText?: true): Made {
	const { schema, options, context } = making;
	const { multipleOf: step, description, default: usual } = schema;
	if (step !== undefined) {
		context.draft.checks.push(
			`${named(making)} has to be a multiple of ${String(step)}: add that to 'check'.`,
		);
	}
	const range = rangeOf(schema);
	return called('integer', 'number', {
		...making,
		...(MOMENT.test(String(description ?? '')) && { description: momentDescription(making) }),
		options: {
			...options,
			range,
			default: proposed(usual, range),
			asText,
			hint: step === undefined ? undefined : `Must be a multiple of ${String(step)}`,
		},
	});
}

/** Whether a switch is on unless it is set. */
const ON: readonly unknown[] = [true, 'true', 1];

export function flag(making: Making): Made {
	const { parameter, schema, options, context } = making;
	const { entry, isSame } = known(making, 'boolean');
	const label = entry?.property.displayName ?? making.label;
	const present = isSame ? entry?.property : undefined;
	const said = present?.description ?? whether(String(schema.description ?? ''));
	if (said === undefined) {
		context.draft.checks.push(`The description of ${named(making)} has to say "Whether to …".`);
	} else if (present) context.reused.push(`${label} (${entry?.operation})`);
	else context.taken.push(label);
	const isCode = schema.enum?.every((value) => typeof value === 'number') ?? false;
	const all: Making['options'] = {
		name: nameOf(making, 'boolean', present?.name),
		...options,
		default: ON.includes(schema.default) || undefined,
		asNumber: isCode || undefined,
		asText: (!isCode && isType(schema, 'string') && !isType(schema, 'boolean')) || undefined,
	};
	const args = [
		literal(parameter.wireName),
		literal(label),
		literal(said ?? `Whether to turn on ${label.toLowerCase()}`),
		filled(all),
	].filter(Boolean);
	return { text: `flag(${args.join(', ')})`, imports: [builder('flag')], label };
}
