import type { INodeProperties } from 'n8n-workflow';

import { BadInput, missing } from '../contract/badInput';
import type { Field } from '../contract/field';
import { isBlank, isShown } from '../contract/field';
import type { Operation } from '../contract/operation';
import { flag, integer } from './fields';
import { field } from './fields/base';

/** Options that control the node itself and are never sent: what n8n shows of each, and what it may be. */

const local = { sentIn: 'none' } as const;

export const RETURN_ALL = flag(
	'returnAll',
	'Return All',
	'Whether to return all results or only up to a given limit',
	local,
);

const limit = integer('limit', 'Limit', {
	...local,
	range: [1, Infinity],
	default: 50,
	description: 'Max number of results to return',
	show: { returnAll: [false] },
});

/** An expression that returns nothing must not become a list without an end. */
export const LIMIT: Field = {
	...limit,
	serialize(value) {
		if (isBlank(value)) throw missing(limit.property.displayName);
		return limit.serialize(value);
	},
};

export const SIMPLIFY = flag(
	'simplify',
	'Simplify',
	'Whether to return a simplified version of the response instead of the raw data',
	{ ...local, default: true },
);

/** A field with what n8n's AI workflow builder is told about it. */
const hinted = (built: Field, propertyHint: string): Field => ({
	...built,
	property: { ...built.property, builderHint: { propertyHint } },
});

export const CREATE_IF_ABSENT = hinted(
	flag(
		'createIfAbsent',
		'Create If Absent',
		'Whether to return the existing resource with this exact name instead of creating another one, so that running the workflow twice is safe',
		{ ...local, hint: 'An existing resource is also returned when n8n retries a failed execution' },
	),
	'Turn on wherever the workflow can run more than once',
);

export const WAIT = flag(
	'waitForCompletion',
	'Wait for Completion',
	'Whether to wait until the cloud has finished the operation, which can take many minutes',
	{
		...local,
		hint: 'For long waits, use a separate workflow with the trigger node: it does not keep an execution running',
	},
);

/** A length of time, in the unit that its label names; fractions are allowed. */
const duration = (
	name: string,
	displayName: string,
	minValue: number,
	usual: number,
	description: string,
): Field =>
	field(
		name,
		displayName,
		{ ...local, description },
		{ type: 'number', typeOptions: { minValue }, default: usual },
		(value) => {
			const isDecimal = typeof value === 'string' && /^(\d+(\.\d+)?|\.\d+)$/.test(value.trim());
			const number = isDecimal ? Number(value) : value;
			if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
			throw new BadInput(
				displayName,
				'is not a number',
				'Enter a number that is not negative, without a unit.',
			);
		},
	);

const MAXIMUM_WAIT = duration(
	'maximumWait',
	'Maximum Wait (Minutes)',
	0,
	60,
	'Maximum time to wait',
);
const POLL_INTERVAL = duration(
	'pollInterval',
	'Poll Interval (Seconds)',
	1,
	15,
	'Time between status checks; by default, it depends on how long the operation usually takes',
);
const ON_TIMEOUT: INodeProperties = {
	displayName: 'On Timeout',
	name: 'whenTimeRunsOut',
	type: 'options',
	options: [
		{ name: 'Fail', value: 'fail', description: 'Stop with an error that contains the ID' },
		{
			name: 'Continue',
			value: 'passOn',
			description: "Continue with the last known state and 'completed' set to false",
		},
	],
	default: 'fail',
};

/** For operations that always wait: the options without the switch. */
export const WAIT_OPTIONS_ALWAYS: INodeProperties = {
	displayName: 'Wait Options',
	name: 'waitOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [MAXIMUM_WAIT.property, ON_TIMEOUT, POLL_INTERVAL.property],
};

export const WAIT_OPTIONS: INodeProperties = {
	...WAIT_OPTIONS_ALWAYS,
	displayOptions: { show: { waitForCompletion: [true] } },
};

/** The options that an operation has, in the order in which the user sees them. */
export function nodeOptionsOf({
	kind,
	pages,
	find,
	simple,
	completion,
}: Operation): INodeProperties[] {
	const options: INodeProperties[] = [];
	if (find) options.push(CREATE_IF_ABSENT.property);
	if (pages) options.push(RETURN_ALL.property, LIMIT.property);
	if (simple && kind === 'read') options.push(SIMPLIFY.property);
	if (completion?.always) options.push(WAIT_OPTIONS_ALWAYS);
	else if (completion) options.push(WAIT.property, WAIT_OPTIONS);
	return options;
}

/**
 * Checks the options of an operation: expressions give anything, and what is wrong has to show before
 * something goes out.
 *
 * @param parameterOf A parameter of the node; `undefined` where the node has none with that name
 * @throws {BadInput}
 */
export function checkNodeOptions(
	{ kind, pages, find, simple, completion }: Operation,
	parameterOf: (name: string) => unknown,
): void {
	const check = ({ property, serialize }: Field) => {
		const value = parameterOf(property.name);
		if (value !== undefined) serialize(value);
	};
	if (pages) check(RETURN_ALL);
	if (pages && isShown(LIMIT, parameterOf)) check(LIMIT);
	if (simple && kind === 'read') check(SIMPLIFY);
	if (find) check(CREATE_IF_ABSENT);
	if (!completion) return;
	if (!completion.always) check(WAIT);
	const wait = (parameterOf('waitOptions') ?? {}) as Record<string, unknown>;
	MAXIMUM_WAIT.serialize(wait.maximumWait);
	POLL_INTERVAL.serialize(wait.pollInterval);
	checkTimeout(wait[ON_TIMEOUT.name]);
}

function checkTimeout(value: unknown): void {
	if (isBlank(value) || value === 'fail' || value === 'passOn') return;
	throw new BadInput(ON_TIMEOUT.displayName, 'has an invalid value', 'Use fail or passOn.');
}
