import { BadInput } from '../contract/badInput';
import type { Field } from '../contract/field';
import { isBlank } from '../contract/field';
import { flag, integer } from './fields';
import type { Operation } from '../contract/operation';

const RETURN_ALL = flag('returnAll', 'Return All', '');
const LIMIT = integer('limit', 'Limit', { required: true, range: [1, Number.MAX_SAFE_INTEGER] });
const CREATE_IF_ABSENT = flag('createIfAbsent', 'Create If Absent', '');
const WAIT = flag('waitForCompletion', 'Wait for Completion', '');

function checkDuration(label: string, value: unknown): void {
	if (isBlank(value) || (Number.isFinite(Number(value)) && Number(value) >= 0)) return;
	throw new BadInput(
		label,
		'is not a number',
		'Enter a number that is not negative, without a unit.',
	);
}

/**
 * Holds what steers the node and is never sent against what it may be: expressions give anything, and
 * what is wrong has to show before something goes out.
 *
 * @param parameterOf A parameter of the node; an empty object where the node has none of that name
 * @throws {BadInput}
 */
export function checkSteering(
	{ pages, find, completion }: Operation,
	parameterOf: (name: string) => unknown,
): void {
	const check = ({ property, toWire }: Field) => {
		const value = parameterOf(property.name) ?? '';
		if (typeof value !== 'object') toWire(value);
	};
	if (pages) [RETURN_ALL, LIMIT].forEach(check);
	if (find) check(CREATE_IF_ABSENT);
	if (!completion) return;
	if (!completion.always) check(WAIT);
	const wait = (parameterOf('waitOptions') ?? {}) as Record<string, unknown>;
	checkDuration('Maximum Wait (Minutes)', wait.maximumWait);
	checkDuration('Poll Interval (Seconds)', wait.pollInterval);
}
