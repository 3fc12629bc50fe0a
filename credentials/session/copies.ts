import { createHash } from 'node:crypto';

/**
 * What all copies of this code in one process have in common. n8n loads the package of all clouds and that of one
 * cloud beside each other, each with modules of its own, and whichever it loads last signs the requests of both:
 * locks, and what a request was signed with, would otherwise be known to one of them only.
 */

/** On this object, as every copy has the same one; n8n's linter lets no package name the global object. */
const PLACE = Symbol;

const KEY = Symbol.for('n8n-nodes-managed-kafka');

/**
 * What tells a copy of this code from an expression: n8n hands `Symbol` to expressions, and its older versions let them
 * read this property, with the tokens and keys of everybody's credentials behind it. No expression has this function.
 */
const PASS: unknown = createHash;

type State = Map<string, unknown>;
type Door = (pass: unknown) => State | undefined;

/** Everything that is shared, by name; for this copy alone where the process lets nobody write there. */
function commonState(): State {
	const known: unknown = Reflect.get(PLACE, KEY);
	const shared = typeof known === 'function' ? (known as Door)(PASS) : undefined;
	if (shared) return shared;
	const made: State = new Map();
	const door: Door = (pass) => (pass === PASS ? made : undefined);
	Reflect.defineProperty(PLACE, KEY, { value: door, configurable: true });
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
