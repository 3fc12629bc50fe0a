import type { Rules } from '../model/options';

/** A list under the name of its items, or bare where the rules say so. */
export function wrapped(rules: Rules, item: string, list: unknown[]): unknown {
	return rules.bareLists ? list : { [item]: list };
}
