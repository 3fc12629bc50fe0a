import { BadInput, quoted } from '../contract/badInput';
import { Failure, asFailure } from '../contract/failure';
import type { Chosen, Lookup, LookupEntry } from '../contract/lookup';
import { countIn } from '../contract/pages';
import type { Caller } from './readList';
import { listAll } from './readList';

/** Codes by which services say that a key lacks a permission. */
const FORBIDDEN = /Forbidden|UnauthorizedOperation|NoPermission|AccessDenied|NotAuthorized/i;

/** Whether a list was refused because the key may not read it. */
export const isForbidden = ({ kind, details: { code = '', httpStatus } }: Failure): boolean =>
	kind === 'refused' && (httpStatus === 403 || FORBIDDEN.test(code));

/** Whether a list cannot be read from here at all, so that an operation must not depend on it. */
const isOutOfReach = (failure: Failure): boolean =>
	isForbidden(failure) || failure.kind === 'notSent' || failure.kind === 'unreachable';

/**
 * A list of another service could not be read: what is missing, and that the operation does not need it.
 *
 * @param otherwise What to do instead, a full sentence
 */
export function unlisted(
	{ plural, permission }: Lookup,
	error: unknown,
	otherwise: string,
): Failure {
	const failure = asFailure(error);
	const { advice } = failure.details;
	if (isForbidden(failure)) {
		return failure.with({
			message: `The credential has no permission to list ${plural} (${permission})`,
			advice: `Grant it ${permission}. ${otherwise}`,
		});
	}
	const { message } = failure;
	const text = `The ${plural} could not be listed: ${message[0].toLowerCase()}${message.slice(1)}`;
	return failure.with({ message: text, advice: [otherwise, advice].filter(Boolean).join(' ') });
}

/** "orders-vpc, 10.0.0.0/16, vpc-1a2b" */
export const entryLabel = ({ id, name, details = [] }: LookupEntry): string =>
	[name === id ? undefined : name, ...details, id].filter(Boolean).join(', ');

/** "250 free IPs": short, as a list has room for some fifty letters; nothing where the cloud does not say. */
export function freeAddresses(count: unknown): string {
	const free = countIn(count);
	return free === undefined ? '' : `${free} free IP${free === 1 ? '' : 's'}`;
}

/** Most IDs that an error lists. */
const MOST_LISTED = 5;

const several = (label: string, { plural }: Lookup, name: string, entries: LookupEntry[]) =>
	new BadInput(
		label,
		`is ambiguous: ${entries.length} ${plural} are named ${quoted(name)}`,
		`Enter the ID of one of them: ${entries.slice(0, MOST_LISTED).map(entryLabel).join('; ')}.`,
	);

const none = (label: string, { what, plural }: Lookup, name: string) =>
	new BadInput(
		label,
		`is ${quoted(name)}, but no ${what} with this name exists`,
		`Select one from the list, or enter an ID. Only ${plural} of the region that the node is set to can be used.`,
	);

/**
 * The ID of what a field names. What is an ID needs no list, and so no permission for one.
 *
 * @param label Display name of the field
 * @param mode As the field was set to: with `name` it is a name whatever it looks like
 * @param chosen Values of the fields that narrow the list down
 * @throws {BadInput} None or several have the name
 * @throws {Failure} The list cannot be read
 */
export async function lookUp(
	caller: Caller,
	lookup: Lookup,
	{ label, value, mode }: { label: string; value: string; mode?: string },
	chosen: Chosen,
): Promise<string> {
	if (mode !== 'name' && lookup.isId.test(value)) return value;
	let found: LookupEntry[];
	try {
		// Of a list that may lack some, the one that has the name may not be the only one.
		const rows = await listAll(caller, lookup.request(chosen), lookup.pages);
		found = rows
			.filter((row) => lookup.keep?.(row, chosen) ?? true)
			.map((row) => lookup.entry(row))
			.filter(({ id, name }) => id === value || name === value);
	} catch (error) {
		const failure = asFailure(error);
		// It may be an ID of a form that is not known here: the service knows.
		if (mode !== 'name' && isOutOfReach(failure)) return value;
		throw unlisted(lookup, failure, `Or enter the ID in '${label}'.`);
	}
	// What is said to be a name is one, although the ID of another may look the same.
	const named = mode === 'name' ? found.filter(({ name }) => name === value) : [];
	if (named.length === 1) return named[0].id;
	if (named.length > 1) throw several(label, lookup, value, named);
	const byId = found.find(({ id }) => id === value);
	if (byId) return byId.id;
	if (found.length > 1) throw several(label, lookup, value, found);
	if (found.length === 0) throw none(label, lookup, value);
	return found[0].id;
}
