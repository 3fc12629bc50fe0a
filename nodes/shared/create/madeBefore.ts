import { Failure, asFailure } from '../contract/failure';
import type { OperationContext } from '../contract/context';
import type { MadeBefore, Operation, Outcome } from '../contract/operation';
import { singleItem } from '../contract/operation';
import type { ApiRequest } from '../contract/vendor';
import { RETRIED } from './existing';

/** The way out of a retry, for who wants a second one. */
const ON_PURPOSE = 'To create another one on purpose, start a new execution instead of a retry.';

/**
 * Keeps a retried execution from creating again what has no name to be found by.
 *
 * @throws {Failure} Something fits what is asked for, or it is not known whether anything does
 */
export async function throwIfMadeBefore(
	item: OperationContext,
	{ madeBefore }: Operation,
	request: ApiRequest,
): Promise<void> {
	if (!madeBefore || !item.isRetried) return;
	const found = await lookedFor(madeBefore, async () => await madeBefore.find(item, request));
	if (found.length > 0) throw mayBeIt(found, madeBefore);
}

/**
 * What a retried execution takes instead of making another one, as it has the name that this one is to get.
 *
 * @returns `undefined` where nothing has it
 * @throws {Failure} It is not known whether anything does
 */
export async function namedBefore(
	item: OperationContext,
	{ madeBefore }: Operation,
	request: ApiRequest,
): Promise<Outcome[] | undefined> {
	if (!madeBefore?.named || !item.isRetried) return undefined;
	const found = await lookedFor(madeBefore, async () => await madeBefore.named?.(item, request));
	return found && singleItem({ ...item.simplified(found), created: false, note: RETRIED });
}

async function lookedFor<T>(madeBefore: MadeBefore, look: () => Promise<T>): Promise<T> {
	try {
		return await look();
	} catch (error) {
		throw notLookedFor(asFailure(error), madeBefore);
	}
}

const mayBeIt = (found: string[], { goOn }: MadeBefore) =>
	new Failure(
		'refused',
		`this execution is a retry, and what it asks for may already exist: ${found.join(', ')}`,
		{ advice: `Nothing was created. ${goOn} ${ON_PURPOSE}` },
	);

const notLookedFor = (failure: Failure, { goOn }: MadeBefore) =>
	failure.kind === 'cancelled'
		? failure
		: failure.with({
				message: `this execution is a retry, and it could not be checked what already exists: ${failure.message}`,
				readOnly: true,
				advice: [failure.details.advice, 'Nothing was created.', goOn].filter(Boolean).join(' '),
			});
