import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation, StatusKind } from '../../../shared/contract/completion';
import { isReady } from '../../../shared/contract/completion';
import type { OperationContext } from '../../../shared/contract/context';
import {
	findLogImport,
	logImportSubject,
	logImportStatus,
} from '../../../TencentCloudKafka/api/logImports';
import { failedAnew } from '../../../TencentCloudKafka/completions/observations';

/** How it shows that an import runs, or is paused: by its status in the list. */

async function observe(item: OperationContext, json: IDataObject): Promise<Observation> {
	const found = await findLogImport(item, json.TopicId, json.Id);
	if (!found) return { status: 'not listed', kind: 'gone' };
	const { name, kind } = logImportStatus(found.Status);
	return { status: name, kind, record: found };
}

const EVERY = 5;

/** @param wanted What the status has to mean: that it runs, or is paused */
const becomes = (wanted: StatusKind): Completion => ({
	first: 1,
	every: EVERY,
	observe: async (item, json) => {
		const seen = await observe(item, json);
		// What is wanted is ready, whatever it means to who only looks.
		if (seen.kind === wanted) return { ...seen, kind: 'ready' };
		return seen.kind === 'ready' || seen.kind === 'idle' ? { ...seen, kind: 'pending' } : seen;
	},
	isReached: isReady,
	isHopeless: failedAnew(EVERY),
	subject: logImportSubject,
});

/** A new import has not failed before. */
export const newImportRuns: Completion = { ...becomes('ready'), isHopeless: undefined };

export const importRuns = becomes('ready');

export const importPaused = becomes('idle');
