import type { IDataObject } from 'n8n-workflow';

import { unwrapped } from './requests';
import { instanceStatus } from './status';

/** An instance with its status in words and its tags as a plain list. */
export function described(record: IDataObject): IDataObject {
	const { status, kind } = instanceStatus(record);
	return {
		...record,
		...(record.Tags !== undefined && { Tags: unwrapped(record.Tags, 'TagVO') ?? [] }),
		status,
		statusKind: kind,
	};
}
