import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation, StatusKind } from '../../../shared/contract/completion';
import { isReady, persisted, trailing } from '../../../shared/contract/completion';
import type { OperationContext } from '../../../shared/contract/context';
import {
	findLogImport,
	logImportSubject,
	logImportStatus,
} from '../../../TencentCloudKafka/api/logImports';

/** How it shows that an import runs, or is paused: by its status in the list. */

async function observe(item: OperationContext, json: IDataObject): Promise<Observation> {
	const found = await findLogImport(item, json.TopicId, json.Id);
	if (!found) return { status: 'not listed', kind: 'gone' };
	const { name, kind } = logImportStatus(found.Status);
	return { status: name, kind, record: found };
}

/** Looks after which an error is not one from before. */
const LOOKS_AT_ERROR = 2;

const ended = (wanted: StatusKind): Completion => ({
	first: 1,
	every: 5,
	observe: async (item, json) => {
		const seen = await observe(item, json);
		// What is wanted is ready, whatever it means to who only looks.
		if (seen.kind === wanted) return { ...seen, kind: 'ready' };
		return seen.kind === 'ready' || seen.kind === 'idle' ? { ...seen, kind: 'pending' } : seen;
	},
	isReached: isReady,
	isHopeless: (observations) =>
		persisted(trailing(observations, 'failed'), LOOKS_AT_ERROR, ended(wanted).every),
	subject: logImportSubject,
});

export const importRuns = ended('ready');

export const importPaused = ended('idle');
