import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../contract/context';
import { Failure, asFailure } from '../contract/failure';
import { isId } from '../contract/ids';
import type { FindExisting, Operation, Outcome } from '../contract/operation';
import { singleItem, subjectOf } from '../contract/operation';
import type { ApiRequest } from '../contract/vendor';
import { callAgain } from '../request/callAgain';
import { readClock } from '../request/cloudTime';
import { lookAgain } from '../request/lookAgain';
import { oneAtATime } from '../request/rateLimit';
import type { Creation } from './existing';
import {
	RETRIED,
	areNamesUnique,
	creationOf,
	findMatches,
	inUse,
	remembersUnlisted,
	takesExisting,
} from './existing';
import { doubt, inDoubt, recall, remember } from './recentCreates';
import { recover } from './recover';

/**
 * Creates a resource, once. None of the three APIs has a client token, so a create whose response was
 * lost is never sent again; the resource is looked up by its exact name instead.
 *
 * @returns The new resource with `created: true`, or with "Create If Absent", and where n8n retries a
 *   failed execution, the existing one with `created: false`
 */
export async function createOnce(
	item: OperationContext,
	operation: Operation,
	find: FindExisting,
	request: ApiRequest,
): Promise<Outcome[]> {
	const creation = creationOf(item, operation, find, request);
	const { clock, signal } = item;
	const task = async () => await create(creation);
	// Two executions that look at the same time would both find nothing, and both create it; and one
	// whose response is lost would find what the other one creates.
	const outcomes = looksFirst(creation)
		? await oneAtATime(creation.key, task, { clock, signal })
		: await task();
	const isNew = ({ json, failed }: Outcome) => !failed && json.created === true;
	const created = outcomes.filter(isNew).map(({ json }) => json);
	remember(clock, creation.key, created, find.key, find.nameField);
	return outcomes;
}

/**
 * Where names are not unique, only what was not there before can be what this request creates. Where
 * they are, a look before each create would cost more than the rare response that is lost, unless the
 * service would change what it finds.
 */
const looksFirst = (creation: Creation): boolean =>
	takesExisting(creation.item) || remembersUnlisted(creation);

async function create(creation: Creation): Promise<Outcome[]> {
	const { item, find, key } = creation;
	const { clock } = item;
	const ifAbsent = takesExisting(item);
	const found = looksFirst(creation) ? await foundBefore(creation) : undefined;
	const present = inUse(creation, found ?? []);
	if (ifAbsent && present.length > 0) return existing(creation, present);
	if (find.overwrites !== undefined && present.length > 0) throw overwritten(creation, present);
	const earlier = { found, created: recall(clock, key).length > 0, start: readClock(clock) };
	const send = async () => {
		// Of unique names the service itself refuses a second one.
		const isDoubtful = ifAbsent && !areNamesUnique(creation) && inDoubt(clock, key);
		if (isDoubtful) throw doubtful(item);
		return await createNow(creation);
	};
	try {
		// Where names are not unique, the service would not refuse a second one that a later try creates
		// because the first is not listed yet.
		const created = areNamesUnique(creation)
			? await send()
			: await item.once('create', send, (outcomes) => subjectsOf(creation, outcomes));
		return created.map((outcome) =>
			outcome.failed ? outcome : { json: { ...outcome.json, created: true } },
		);
	} catch (error) {
		const failure = asFailure(error);
		if (ifAbsent && failure.kind === 'refused') return await createdMeanwhile(creation, failure);
		if (!failure.mayHaveHappened) throw failure;
		try {
			return await recover(creation, earlier, failure);
		} catch (recovering) {
			const open = asFailure(recovering);
			// It is an earlier item's, which the list did not show yet.
			if (ifAbsent && open.kind === 'refused') return await createdMeanwhile(creation, open);
			doubt(clock, key);
			// A stopped execution keeps nothing but its log.
			item.note(`${item.action}: ${open.message}${item.about}`);
			throw open;
		}
	}
}

const WHILE_LOOKING = 'while looking for what exists with this name';

/** Another n8n process may have created it after the look: then the service refuses, as it exists. */
async function createdMeanwhile(creation: Creation, refusal: Failure): Promise<Outcome[]> {
	const look = async () => inUse(creation, await matchesOrNone(creation));
	// The service knows of it before its list shows it.
	const present = refusal.details.isTaken
		? await lookAgain(creation.item, look, (found) => found.length > 0, WHILE_LOOKING)
		: await look();
	if (present.length === 0) throw refusal;
	return existing(creation, present);
}

async function matchesOrNone(creation: Creation): Promise<IDataObject[]> {
	try {
		return await findMatches(creation);
	} catch {
		creation.item.throwIfCancelled();
		return [];
	}
}

async function createNow({ item, operation, find, request }: Creation): Promise<Outcome[]> {
	const { outcome = singleItem } = operation;
	const answer = await callAgain(item, operation, request);
	const created = outcome(answer, request, item);
	const isNamed = ({ json, failed }: Outcome) => failed !== undefined || isId(json[find.key]);
	if (created.length > 0 && created.every(isNamed)) return created;
	// The number of an order may be all that leads to what was created.
	const said = contentOf(answer);
	if (said) item.note(`${item.action}: the response contains only ${said}`);
	throw nameless(said);
}

const subjectsOf = ({ operation, request }: Creation, outcomes: Outcome[]): string =>
	outcomes
		.filter(({ failed }) => !failed)
		.map(({ json }) => subjectOf(operation, json, request))
		.join('; ');

/**
 * What exists already, and that the rest of a batch does not: some of it is no reason to create all of it.
 *
 * @throws {Failure} `refused` when more exists, so that it is not known which is meant
 */
function existing(creation: Creation, present: IDataObject[]): Outcome[] {
	const { item, find, count, request } = creation;
	const { key } = find;
	const similar = present.filter((json) => find.isMeant?.(json, request) === false);
	if (similar.length > 0) throw onlySimilar(similar.map((json) => namedRow(json, find)).join(', '));
	if (!areNamesUnique(creation) && present.length > count) {
		throw ambiguous(present.map((json) => json[key]).join(', '), count);
	}
	const outcomes: Outcome[] = present
		.slice(0, count)
		.map((json) => ({ json: { ...item.simplified(json), created: false, ...whyNot(item) } }));
	if (present.length < count) {
		outcomes.push({
			json: { [key]: null, created: false, ...whyNot(item) },
			failed: `of the ${count} requested, ${present.length} already ${present.length === 1 ? 'exists' : 'exist'}, and no more were created`,
		});
	}
	return outcomes;
}

const whyNot = (item: OperationContext): IDataObject =>
	item.isRetried && !item.isOn('createIfAbsent') ? { note: RETRIED } : {};

/** Where names are not unique: an earlier item's or execution's, as this one would not be sent again. */
const doubtful = (item: OperationContext) =>
	new Failure('refused', 'an earlier request to create one with this name may still take effect', {
		advice: [
			'This request created nothing. In a minute, the list shows what the earlier request created;',
			item.isOn('createIfAbsent')
				? "then run it again, or turn 'Create If Absent' off."
				: 'then retry the execution again.',
		].join(' '),
	});

const namedRow = (json: IDataObject, { key, named }: FindExisting): string =>
	named === undefined ? String(json[key]) : `${String(json[named])} (${String(json[key])})`;

/** The service would take a second one for a change of the first. */
const overwritten = ({ operation, find, request }: Creation, [present]: IDataObject[]) =>
	new Failure('notSent', `${subjectOf(operation, present, request)} already exists`, {
		advice: `Nothing was sent, as the service would overwrite it. Choose another name, or turn 'Create If Absent' on to use the existing one. ${find.overwrites?.instead}`,
	});

/** What may be meant and may be somebody else's. */
const onlySimilar = (rows: string) =>
	new Failure('refused', `it is not known whether these belong to this request: ${rows}`, {
		advice:
			"Nothing was created. Their names are similar, but not what this request creates. If you want other ones, choose another name or turn 'Create If Absent' off; otherwise, continue with the IDs.",
	});

const ambiguous = (ids: string, count: number) =>
	new Failure('refused', `more than the ${count} requested already exist with this name: ${ids}`, {
		advice:
			'Nothing was created. Continue with the ID of the one you want, or delete or rename the others in the console before you run this again.',
	});

/** What exists, with what this process created so recently that it is not listed yet. */
async function foundBefore(creation: Creation): Promise<IDataObject[]> {
	const { item, find, key, request } = creation;
	try {
		const rows = await findMatches(creation);
		if (!remembersUnlisted(creation)) return rows;
		const isSame = (json: IDataObject) => find.overwrites?.isSame(json, request) ?? true;
		return [...rows, ...recall(item.clock, key).filter(isSame)];
	} catch (error) {
		throw notCreated(asFailure(error), inDoubt(item.clock, key));
	}
}

/** @param open Whether an earlier request for one of the name may have been carried out */
const notCreated = (failure: Failure, open: boolean) =>
	failure.kind === 'cancelled' || failure.kind === 'notSent'
		? failure
		: failure.with({
				message: `could not check what already exists: ${failure.message}`,
				readOnly: true,
				advice: [failure.details.advice, !open && 'Nothing was created.'].filter(Boolean).join(' '),
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
