import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { Failure, toNodeError } from './failure';

/** Polls under way: n8n starts the next one even when the last one is not done. */
const underWay = new Set<string>();

/** What a trigger does at each poll. */
export interface Poller {
	/**
	 * Reads the present state and compares it with what was kept.
	 *
	 * @param state What the last poll kept, `undefined` at the first one
	 * @returns Items to emit and what to keep; nothing is kept or emitted when it throws
	 */
	poll(state: IDataObject | undefined): Promise<{ items: IDataObject[]; state: IDataObject }>;
	/** Items that show what this trigger emits, from what is there now. */
	sample(): Promise<IDataObject[]>;
	/** What the state depends on; when it changes, the next poll is a first one again. */
	scope: string;
}

/**
 * Runs one poll of a trigger. The state is only replaced after everything was read, and all at once;
 * a manual test never touches it.
 *
 * @throws {NodeApiError} The present state could not be read; n8n records it and polls again
 */
export async function runPoll(
	context: IPollFunctions,
	poller: () => Promise<Poller>,
): Promise<INodeExecutionData[][] | null> {
	const key = `${context.getWorkflow().id ?? ''}|${context.getNode().id}`;
	const manual = context.getMode() === 'manual';
	if (!manual && underWay.has(key)) return null;
	if (!manual) underWay.add(key);
	try {
		const { poll, sample, scope } = await poller();
		if (manual) return toOutput(await sample());
		const data = context.getWorkflowStaticData('node');
		const kept = data.scope === scope ? (data.state as IDataObject) : undefined;
		const { items, state } = await poll(kept);
		Object.assign(data, { v: 1, scope, state });
		return toOutput(items);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		throw toNodeError(context.getNode(), error, { failed: 'Poll' });
	} finally {
		if (!manual) underWay.delete(key);
	}
}

const toOutput = (items: IDataObject[]) =>
	items.length > 0 ? [items.map((json) => ({ json }))] : null;
