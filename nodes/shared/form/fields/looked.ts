import type { Field } from '../../contract/field';
import type { Lookup } from '../../contract/lookup';
import type { Common } from './base';
import { choices } from './lists';
import { locator } from './locator';

interface LookedOptions extends Common {
	lookup: Lookup;
	/** Method of `methods.listSearch` behind "From List". */
	search: string;
}

/** Node parameters on which the list depends, for n8n to load it anew. */
const dependencies = ({ within = [] }: Lookup) => within.map(({ name }) => name);

/** One thing of another service, chosen from a searched list or given by ID or name. */
export function looked(wireName: string, displayName: string, options: LookedOptions): Field {
	const { lookup, ...rest } = options;
	const dependsOn = dependencies(lookup);
	const built = locator(wireName, displayName, {
		...rest,
		by: ['ID', 'Name'],
		...(dependsOn.length > 0 && { dependsOn }),
	});
	return { ...built, lookup };
}

interface LookedSeveralOptions extends Common {
	lookup: Lookup;
	/** Method of `methods.loadOptions`. */
	load: string;
	/** Fewest and most. */
	count?: readonly [number, number];
}

/** Several of them, as a multi-select; an expression gives their IDs or names. */
export function lookedSeveral(
	wireName: string,
	displayName: string,
	options: LookedSeveralOptions,
): Field {
	const { lookup, load, ...rest } = options;
	const dependsOn = dependencies(lookup);
	const built = choices(wireName, displayName, {
		...rest,
		load: { method: load, ...(dependsOn.length > 0 && { dependsOn }) },
	});
	return { ...built, lookup };
}
