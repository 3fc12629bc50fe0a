import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { isReady, latest, persisted, trailing } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { failedTask, observeTask } from './task';

/** What holds for everything whose end its list shows. */

/** Something that is not listed: when new, not for a while; when deleted, no longer. */
export const NOT_LISTED: Observation = { status: 'not visible', kind: 'gone' };

/** Something that is listed, and has no status of its own. */
const LISTED: Observation = { status: 'listed', kind: 'ready' };

/** Looks at a list after which something deleted counts as gone: a list can lack a row for a moment. */
const LOOKS_WHEN_DELETED = 2;

/** The same for what nobody has deleted. */
const LOOKS_WHEN_NEW = 3;

/** Whether it has been missing for so many looks; a status that says so needs only one. */
function isMissing(observations: Observation[], looks: number): boolean {
	const gone = trailing(observations, 'gone');
	return gone.length >= looks || gone.at(-1)?.record !== undefined;
}

/** Whether something that was deleted is no longer listed. */
export const isGone = (observations: Observation[]): boolean =>
	isMissing(observations, LOOKS_WHEN_DELETED);

/** Whether something that was there went wrong, or is there no longer. */
export const failedOrLost = (observations: Observation[]): boolean =>
	latest(observations).kind === 'failed' ||
	(isMissing(observations, LOOKS_WHEN_NEW) &&
		observations.some(({ record }) => record !== undefined));

/** Looks after which a failure that was there from the first one is not an older one: about a minute. */
const LOOKS_AT_FAILURE = 12;

/**
 * Whether work has failed on something that may have failed before, which shows until the work begins.
 *
 * @param every Seconds between two observations
 */
export const failedAnew =
	(every: number): NonNullable<Completion['isHopeless']> =>
	(observations) => {
		const { kind, status } = latest(observations);
		if (kind !== 'failed') return false;
		const hasChanged = observations.some((one) => one.status !== status);
		return hasChanged || persisted(trailing(observations, 'failed'), LOOKS_AT_FAILURE, every);
	};

/** Whether a list shows what an operation was about. */
type IsListed = (item: OperationContext, json: IDataObject) => Promise<boolean>;

const lookIn = async (isListed: IsListed, item: OperationContext, json: IDataObject) =>
	(await isListed(item, json)) ? LISTED : NOT_LISTED;

/** A creation that ends with its task, if it has one, and with a row in a list, which lags behind. */
export const appears = (isListed: IsListed, subject: Completion['subject']): Completion => ({
	first: 1,
	every: 3,
	observe: async (item, json) => {
		if (json.FlowId !== undefined) {
			const task = await observeTask(item, json.FlowId);
			if (task.kind !== 'ready') return task;
		}
		return await lookIn(isListed, item, json);
	},
	isReached: isReady,
	subject,
});

/** A deletion that ends with the row out of the list. */
export const disappears = (isListed: IsListed, subject: Completion['subject']): Completion => ({
	first: 1,
	every: 3,
	observe: async (item, json) =>
		(await failedTask(item, json)) ?? (await lookIn(isListed, item, json)),
	isReached: isGone,
	subject,
});
