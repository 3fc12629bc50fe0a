import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../../../nodes/shared/contract/failure';

/** What a look meets while an operation does its work. */
export type Stage = 'before' | 'working' | 'done' | 'failed' | 'unheardOf';

/** Answers by API operation; a failure is thrown. */
export type Answers = Record<string, IDataObject | Failure>;

/** One way in which the end of a work shows, with what the cloud answers at each stage of it. */
export interface Way {
	/** What the operation gave back. */
	json: IDataObject;
	/** What the error has to name, so that what was made is found. */
	named: string;
	/** How a status that no document lists is told; none where there is no status. */
	told?: string;
	/** Whether the end is believed only when a second look shows it too: lists may miss what is there. */
	isConfirmed?: boolean;
	/** A stage without answers does not occur. `before` is what there was before the request. */
	answers: Partial<Record<Stage, Answers>> & Record<'working' | 'done', Answers>;
}
