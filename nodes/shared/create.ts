import type { IDataObject } from 'n8n-workflow';

import { alone, doubt, forgetListed, inDoubt, recall, remember } from './alone';
import { inCloudTime } from './cloudTime';
import { Failure, asFailure } from './failure';
import type { Item } from './item';
import type { Find, Outcome } from './operation';
import { one, subjectOf } from './operation';
import { pause, throwIfCancelled } from './pause';
import type { ApiRequest } from './vendor';

/** Looks for a create whose answer was lost, milliseconds after the loss: lists lag behind. */
export const searchTimes = [1_000, 3_000, 8_000];

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

/** Under which what was made of a name is kept in mind. */
function keyOf(item: Item, find: Find, { body }: ApiRequest): string {
	const name = find.named === undefined ? item.about : String(body?.[find.named]);
	return [item.place, find.key, name].join('|');
}

/** What the list shows of the name, in whatever state. */
export async function listed(item: Item, find: Find, request: ApiRequest): Promise<IDataObject[]> {
	const rows = await find.matches(item, request);
	if (find.named !== undefined) forgetListed(keyOf(item, find, request), rows);
	return rows;
}

/** What of it is not failed or on its way out. */
export const inUse = ({ isOver }: Find, rows: IDataObject[]): IDataObject[] =>
	rows.filter((json) => !isOver?.(json));

/** What was known before a create was sent. */
interface Earlier {
	/** What was there of the name, in whatever state; `undefined` where it was not looked for. */
	found?: IDataObject[];
	/** Whether this process has just made one of the name. */
	made: boolean;
	/** When it was sent, milliseconds since 1970. */
	start: number;
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

const countOf = ({ count }: Find, request: ApiRequest): number => count?.(request) ?? 1;

async function createNow(item: Item, find: Find, request: ApiRequest): Promise<Outcome[]> {
	const { outcome = one } = item.operation;
	const answer = await item.call(request);
	const made = outcome(answer, request, item);
	if (made.every(({ json, failed }) => failed || json[find.key] !== undefined)) return made;
	// The number of an order may be all that leads to what was created.
	const said = contentOf(answer);
	if (said) item.note(`${item.operation.action}: the answer says no more than ${said}`);
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
			failed: `of ${count} that were asked for ${before.length} exist already, and no more were created`,
		});
	}
	return outcomes;
}

/** Where names are not unique: an earlier item's or execution's, as this one would not be sent again. */
const doubtful = () =>
	new Failure('refused', 'an earlier request for one of this name may still be carried out', {
		mend: "Nothing was created by this one. Run it again in a minute, when the list has to show what the earlier one made; or switch 'Create If Absent' off.",
	});

const ambiguous = (ids: string, count: number) =>
	new Failure('refused', `more of that name exist than were asked for (${count}): ${ids}`, {
		mend: 'Nothing was created. Go on with the ID of the one that you mean, or delete the others or rename them in the console before you run this again.',
	});

/** What is there, with what this process made so recently that it is not listed yet. */
async function lookedBefore(item: Item, find: Find, request: ApiRequest, key: string) {
	try {
		const rows = await listed(item, find, request);
		return find.named === undefined ? rows : [...rows, ...recall(key)];
	} catch (error) {
		throw notCreated(asFailure(error));
	}
}

const notCreated = ({ kind, message, details }: Failure) =>
	kind === 'cancelled' || kind === 'notSent'
		? new Failure(kind, message, details)
		: new Failure(kind, `looking for what is there already did not work: ${message}`, {
				...details,
				readOnly: true,
				mend: [details.mend, 'Nothing was created.'].filter(Boolean).join(' '),
			});

/** A success without content: taken for one, it would lose the ID of what was created. */
const nameless = (said: string) =>
	new Failure('broken', 'the answer does not say what was created', {
		vendorMessage: said || undefined,
	});

/** "order_id CS1234, status CREATING" */
const contentOf = (answer: IDataObject): string =>
	Object.entries(answer)
		.map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
		.join(', ');

/** How far the clocks of n8n and the cloud may be apart, milliseconds; more, and no signature is accepted. */
const CLOCK_DIFFERENCE = 15 * 60_000;

/** How far the clocks of one cloud may be apart, milliseconds; times are in whole seconds, too. */
const CLOUD_DIFFERENCE = 10_000;

/** Whether a match was there before the create; `undefined` where that cannot be told. */
function isOld(item: Item, { madeAt }: Find, json: IDataObject, earlier: Earlier) {
	const { found, made, start } = earlier;
	const time = madeAt?.(json);
	const begin = found ? undefined : inCloudTime(item.place, start);
	const oldest = begin === undefined ? start - CLOCK_DIFFERENCE : begin - CLOUD_DIFFERENCE;
	if (time !== undefined && time < oldest) return true;
	// It was not there when it was looked for.
	if (found) return false;
	return time === undefined || begin === undefined ? undefined : made;
}

/** When a stop leaves it open. */
const UNKNOWN = 'before it was known whether this was created';

async function recover(
	item: Item,
	find: Find,
	request: ApiRequest,
	earlier: Earlier,
	failure: Failure,
): Promise<Outcome[]> {
	const count = countOf(find, request);
	let fresh: IDataObject[] = [];
	for (const time of [...searchTimes, ...(find.laterLooks ?? [])]) {
		await pause(time, item.signal, UNKNOWN);
		const matches = await lookedUp(item, find, request, failure);
		const old = matches.map((json) => isOld(item, find, json, earlier));
		if (old.includes(true)) throw wasThere(failure, item.about);
		if (old.includes(undefined)) throw untold(failure, item.about);
		const known = new Set(earlier.found?.map((json) => json[find.key]));
		fresh = matches.filter((json) => !known.has(json[find.key]));
		const useful = inUse(find, fresh);
		if (useful.length === count) {
			const ids = useful.map((json) => json[find.key]).join(', ');
			item.note(`${item.operation.action}: the answer was lost, found again as ${ids}`);
			return useful.map((json) => ({
				json: { ...item.simplified(json), created: true, recovered: true },
			}));
		}
		if (useful.length > count) break;
	}
	if (fresh.length > 0) throw unclear(failure, fresh, find, count);
	throw new Failure(failure.kind, `${failure.message}; it was not found by its name afterwards`, {
		...failure.details,
		mend: `It was not sent a second time${item.about}. Check in the console that it is not there, then run this again, best with 'Create If Absent' on.`,
	});
}

/** More or fewer have appeared than were asked for, or what has failed. */
function unclear(
	{ kind, message, details }: Failure,
	fresh: IDataObject[],
	find: Find,
	count: number,
): Failure {
	const ids = fresh.map((json) => json[find.key]).join(', ');
	if (inUse(find, fresh).length === 0) {
		return new Failure(
			kind,
			`${message}; what has appeared has failed or is being deleted: ${ids}`,
			{
				...details,
				mend: 'It may come from this request. Look at it in the console, and delete it, before you run this again.',
			},
		);
	}
	const found =
		fresh.length > count
			? `several of that name have appeared: ${ids}`
			: `of ${count} that were asked for these have appeared: ${ids}`;
	return new Failure(kind, `${message}; ${found}`, {
		...details,
		mend:
			count === 1
				? 'One of them may come from this request. Decide which to keep before you run this again.'
				: 'They may come from this request, and more may follow. Decide which to keep before you run this again.',
	});
}

/** A name that was taken before: what this request changed, if anything, cannot be told. */
const wasThere = ({ details }: Failure, about: string) =>
	new Failure('refused', 'one of this name was there already, and the answer was lost', {
		...details,
		mend: `It was left as it is${about}. Choose another name, or switch 'Create If Absent' on to take the existing one.`,
	});

/** It is there now, and nothing says since when. */
const untold = ({ kind, message, details }: Failure, about: string) =>
	new Failure(
		kind,
		`${message}; what was asked for is there, but whether this request made it cannot be told`,
		{
			...details,
			mend: `It was not sent a second time${about}. It may have been there before, with other settings or another password. If it is as you want it, go on with it, which is what 'Create If Absent' does; otherwise delete it before you run this again.`,
		},
	);

async function lookedUp(item: Item, find: Find, request: ApiRequest, failure: Failure) {
	try {
		return await listed(item, find, request);
	} catch {
		throwIfCancelled(item.signal, UNKNOWN);
		throw notFoundOut(failure, item.about);
	}
}

const notFoundOut = ({ kind, message, details }: Failure, about: string) =>
	new Failure(kind, `${message}; looking it up did not work either`, {
		...details,
		mend: `Check in the console whether it was created${about} before you run this again.`,
	});
