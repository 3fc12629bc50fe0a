import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation, StatusKind } from '../../shared/contract/completion';
import { isReady } from '../../shared/contract/completion';
import type { OperationContext } from '../../shared/contract/context';
import { asFailure } from '../../shared/contract/failure';
import { listMatching } from '../../shared/request/readList';
import {
	connectorTaskPages,
	connectorTaskRecord,
	connectorTaskStatus,
	connectorTaskSubject,
	listConnectorTasks,
	showConnectorTask,
} from '../api/connectors';
import { isNoSuchInstance } from '../api/decode';
import { NOT_LISTED, failedAnew, isGone } from './observations';

/** How it shows that a connector task runs, is paused, or is gone; see docs/waiting.md. */

async function observe(item: OperationContext, json: IDataObject): Promise<Observation> {
	try {
		const record = await item.call(showConnectorTask(json.TaskId));
		const { name, kind } = connectorTaskStatus(record.Status);
		return { status: name, kind, record: connectorTaskRecord(record) };
	} catch (error) {
		if (isNoSuchInstance(error)) return NOT_LISTED;
		const failure = asFailure(error);
		if (!OF_MISSING.includes(String(failure.details.code).split('.')[0])) throw failure;
		return await observeInList(item, json);
	}
}

/** Families of codes that may say that there is no such task: no documented one does so clearly. */
const OF_MISSING = ['FailedOperation', 'InvalidParameter', 'InvalidParameterValue'];

async function observeInList(item: OperationContext, json: IDataObject): Promise<Observation> {
	const isMeant = ({ TaskId: id }: IDataObject) => id === json.TaskId;
	const [record] = await listMatching(item, listConnectorTasks(), connectorTaskPages, isMeant);
	if (!record) return NOT_LISTED;
	const { name, kind } = connectorTaskStatus(record.Status);
	return { status: name, kind, record };
}

const EVERY = 5;

const hasFailed = failedAnew(EVERY);

const becomes = (wanted: StatusKind): Completion => ({
	first: 2,
	every: EVERY,
	observe: async (item, json) => {
		const seen = await observe(item, json);
		// What is wanted is ready, whatever it means to who only looks; the other one is from before.
		if (seen.kind === wanted) return { ...seen, kind: 'ready' };
		return seen.kind === 'ready' || seen.kind === 'idle' ? { ...seen, kind: 'pending' } : seen;
	},
	isReached: isReady,
	isHopeless: hasFailed,
	subject: connectorTaskSubject,
});

export const connectorTaskRuns = becomes('ready');

export const connectorTaskPaused = becomes('idle');

export const connectorTaskGone: Completion = {
	first: 2,
	every: EVERY,
	observe,
	isReached: isGone,
	isHopeless: hasFailed,
	subject: connectorTaskSubject,
};
