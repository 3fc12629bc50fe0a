import { isExpression } from '../../shared/contract/nothing';
import { expressionsIn } from '../../shared/request/credentialFields';
import type { NodeRun } from './nodeRun';
import { forItem } from './itemContext';

/** Top-level parameters in which there is an expression, at any depth. */
function expressionsAt(value: unknown): boolean {
	if (isExpression(value)) return true;
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(expressionsAt);
}

/**
 * The items that a reading serves: equal parameters and credentials give one reading, and its result is
 * paired with the first of them.
 *
 * @returns Index of the first item of each group
 */
export async function firstOfEach(run: NodeRun): Promise<number[]> {
	const { context, vendors } = run;
	const { parameters, credentials = {} } = context.getNode();
	const names = Object.keys(parameters).filter((name) => expressionsAt(parameters[name]));
	const types: string[] = [];
	for (const { vendor } of vendors) {
		if (!credentials[vendor.credential]) continue;
		if ((await expressionsIn(context, { credential: vendor.credential })).length > 0)
			types.push(vendor.credential);
	}
	const seen = new Set<string>();
	const firsts: number[] = [];
	for (const index of context.getInputData().keys()) {
		const values = names.map((name) => context.getNodeParameter(name, index, null));
		const accounts = types.map(async (type) => await forItem(context, index).getCredentials(type));
		const key = JSON.stringify([values, await Promise.all(accounts)]);
		if (!seen.has(key)) firsts.push(index);
		seen.add(key);
	}
	return firsts;
}
