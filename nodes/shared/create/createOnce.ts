import type { IDataObject } from 'n8n-workflow';

import { alone } from '../request/alone';
import { Failure, asFailure } from '../contract/failure';
import type { Item } from '../run/item';
import { countOf, inUse, keyOf, listed } from './existing';
import { doubt, inDoubt, recall, remember } from './recentCreates';
import type { Find, Outcome } from '../contract/operation';
import { one, subjectOf } from '../contract/operation';
import { throwIfCancelled } from '../request/clock';
import { recover } from './recover';
import type { ApiRequest } from '../contract/vendor';

/**
 * Creates a resource, once. None of the three APIs has a client token, so a create whose answer was
 * lost is never sent again; the resource is looked up by its exact name instead.
 *
 * @returns The new resource with `created: true`, or with "Create If Absent" the existing one with
 *   `created: false`
 */
export async function createOnce(item: Item, find: Find, request: ApiRequest): Promise<Outcome[]> {
	const key = keyOf(item, find, request);
	const task = async () => await create(item, find, request, key);
	// Two executions that look at the same time would both find nothing, and both create it; and one
	// whose answer is lost would find what the other one makes.
	const looks = item.isOn('createIfAbsent') || find.severalPossible;
	const outcomes = looks ? await alone(key, item.signal, task) : await task();
	const isNew = ({ json, failed }: Outcome) => !failed && json.created === true;
	remember(
		key,
		outcomes.filter(isNew).map(({ json }) => json),
		find.key,
	);
	return outcomes;
}

async function create(
	item: Item,
	find: Find,
	request: ApiRequest,
	key: string,
): Promise<Outcome[]> {
	const ifAbsent = item.isOn('createIfAbsent');
	// Where names are not unique, only what was not there before can be what this request made. Where
	// they are, a look before each create would cost more than the rare answer that is lost.
	const looks = ifAbsent || find.severalPossible;
	const found = looks ? await lookedBefore(item, find, request, key) : undefined;
	const there = inUse(find, found ?? []);
	if (ifAbsent && there.length > 0) return existing(item, there, find, countOf(find, request));
	const earlier = { found, made: recall(key).length > 0, start: Date.now() };
	const send = async () => {
		if (ifAbsent && inDoubt(key)) throw doubtful();
		return await createNow(item, find, request);
	};
	try {
		// Where names are not unique, the service would not refuse a second one that a later try makes
		// because the first is not listed yet.
		const made = find.severalPossible
			? await item.once('create', send, (outcomes) => subjectsOf(item, request, outcomes))
			: await send();
		return made.map((outcome) =>
			outcome.failed ? outcome : { json: { ...outcome.json, created: true } },
		);
	} catch (error) {
		const failure = asFailure(error);
		if (ifAbsent && failure.kind === 'refused')
			return await madeMeanwhile(item, find, request, failure);
		if (!failure.mayHaveHappened) throw asFailure(error);
		try {
			return await recover(item, find, request, earlier, failure);
		} catch (open) {
			if (find.severalPossible) doubt(key);
			// A stopped execution keeps nothing but its log.
			item.note(`${item.operation.action}: ${asFailure(open).message}${item.about}`);
			throw asFailure(open);
		}
	}
}

/** Another n8n process may have made it after the look: then the service refuses, as it is there. */
async function madeMeanwhile(
	item: Item,
	find: Find,
	request: ApiRequest,
	refusal: Failure,
): Promise<Outcome[]> {
	let there: IDataObject[] = [];
	try {
		there = inUse(find, await listed(item, find, request));
	} catch {
		throwIfCancelled(item.signal);
	}
	if (there.length === 0) throw refusal;
	return existing(item, there, find, countOf(find, request));
}

async function createNow(item: Item, find: Find, request: ApiRequest): Promise<Outcome[]> {
	const { outcome = one } = item.operation;
	const answer = await item.call(request);
	const made = outcome(answer, request, item);
	if (made.every(({ json, failed }) => failed || json[find.key] !== undefined)) return made;
	// The number of an order may be all that leads to what was created.
	const said = contentOf(answer);
	if (said) item.note(`${item.operation.action}: the response contains only ${said}`);
	throw nameless(said);
}

const subjectsOf = ({ operation }: Item, request: ApiRequest, outcomes: Outcome[]): string =>
	outcomes
		.filter(({ failed }) => !failed)
		.map(({ json }) => subjectOf(operation, json, request))
		.join('; ');

/**
 * What is there already, and that the rest of a batch is not: some of it is no reason to make all of it.
 *
 * @throws {Failure} `refused` when more is there, so that it is not known which is meant
 */
function existing(
	item: Item,
	before: IDataObject[],
	{ key, severalPossible }: Find,
	count: number,
): Outcome[] {
	if (severalPossible && before.length > count) {
		throw ambiguous(before.map((json) => json[key]).join(', '), count);
	}
	const outcomes: Outcome[] = before
		.slice(0, count)
		.map((json) => ({ json: { ...item.simplified(json), created: false } }));
	if (before.length < count) {
		outcomes.push({
			json: { [key]: null, created: false },
			failed: `of the ${count} requested, ${before.length} already ${before.length === 1 ? 'exists' : 'exist'}, and no more were created`,
		});
	}
	return outcomes;
}

/** Where names are not unique: an earlier item's or execution's, as this one would not be sent again. */
const doubtful = () =>
	new Failure('refused', 'an earlier request to create one with this name may still take effect', {
		mend: "This request created nothing. Run it again in a minute, when the list shows what the earlier request created, or turn 'Create If Absent' off.",
	});

const ambiguous = (ids: string, count: number) =>
	new Failure('refused', `more than the ${count} requested already exist with this name: ${ids}`, {
		mend: 'Nothing was created. Continue with the ID of the one you want, or delete or rename the others in the console before you run this again.',
	});

/** What is there, with what this process made so recently that it is not listed yet. */
async function lookedBefore(item: Item, find: Find, request: ApiRequest, key: string) {
	try {
		const rows = await listed(item, find, request);
		return find.named === undefined ? rows : [...rows, ...recall(key)];
	} catch (error) {
		throw notCreated(asFailure(error), inDoubt(key));
	}
}

/** @param open Whether an earlier request for one of the name may have been carried out */
const notCreated = ({ kind, message, details }: Failure, open: boolean) =>
	kind === 'cancelled' || kind === 'notSent'
		? new Failure(kind, message, details)
		: new Failure(kind, `could not check what already exists: ${message}`, {
				...details,
				readOnly: true,
				mend: [details.mend, !open && 'Nothing was created.'].filter(Boolean).join(' '),
			});

/** A success without content: taken for one, it would lose the ID of what was created. */
const nameless = (said: string) =>
	new Failure('broken', 'the response does not say what was created', {
		vendorMessage: said || undefined,
	});

/** "order_id CS1234, status CREATING" */
const contentOf = (answer: IDataObject): string =>
	Object.entries(answer)
		.map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
		.join(', ');
