import type { Wanted } from './arguments';
import { answerOf, listOf } from './answer';
import type { Facts } from './facts';
import { kindOf } from './kind';
import { operationWords } from './naming';
import { pagingOf, tokenOf } from './paging';
import type { Parameter } from './parameters';
import { onlyValue, parametersOf } from './parameters';
import type { Draft, List, Row, VendorProfile } from './vendors/vendor';

/** Whether a list is what an operation is for, and not a part of one thing that it reads. */
function isForList({ operation }: Wanted, schema: Row, list: List, isPaged: boolean): boolean {
	if (isPaged || ['all', 'many'].includes(operationWords(operation).rest[0])) return true;
	const others = Object.keys(schema).filter((name) => name !== list.name && name !== list.total);
	return others.length === 0;
}

/** Parameters with only one value go into every request. */
function constantsOf(parameters: Parameter[]): Draft['constants'] {
	const fixed = (place: 'query' | 'body'): Row =>
		Object.fromEntries(
			parameters
				.filter((one) => one.place === place && one.required && onlyValue(one.schema) !== undefined)
				.map(({ wireName, schema }) => [wireName, onlyValue(schema)]),
		);
	return { query: fixed('query'), body: fixed('body') };
}

/** Reads the facts into what the sources are made from. */
export function draftOf(profile: VendorProfile, facts: Facts, wanted: Wanted): Draft {
	const { kind, doubt } = wanted.kind ? { kind: wanted.kind } : kindOf(facts, wanted.operation);
	const checks: string[] = [];
	if (doubt) checks.push(`The kind is '${kind}' if ${doubt}; otherwise, give it with --kind.`);
	const all = parametersOf(facts).filter((one) => !profile.fillsIn(one));
	const answer = answerOf(profile, facts);
	const asked = pagingOf(all);
	const token = tokenOf(all);
	const found = kind === 'read' ? listOf(profile, answer.schema) : undefined;
	const { properties = {} } = answer.schema;
	if (found && isForList(wanted, properties, found, asked !== undefined)) {
		answer.list = found;
		answer.paging = asked;
	}
	const constants = constantsOf(all);
	const isPaging = ({ wireName }: Parameter) =>
		answer.list !== undefined &&
		[asked?.size, asked?.position, ...(token ?? [])].includes(wireName);
	const isFixed = ({ wireName, place, schema }: Parameter) =>
		place === 'path' ? onlyValue(schema) !== undefined : Object.hasOwn(constants[place], wireName);
	return {
		facts,
		kind,
		resource: wanted.resource,
		operation: wanted.operation,
		parameters: all.filter((one) => !isPaging(one) && !isFixed(one)),
		constants,
		nodeParameters: new Map(),
		answer,
		checks,
	};
}
