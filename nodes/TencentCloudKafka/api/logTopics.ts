import type { IDataObject } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import { countIn } from '../../shared/contract/pages';
import { countedRows } from './pages';

/** Log topics of the Log Service (CLS) that Kafka clients consume. */

/** Consumer groups of a log topic; their number is `Total`. */
export const logGroupPages: Pages = {
	rows: countedRows('Groups', 'Total'),
	total: ({ Total }) => countIn(Total),
	at: (offset, limit) => ({ Offset: offset, Limit: limit }),
	sentIn: 'body',
	size: 100,
	key: 'Group',
};

export const servedSubject = ({ FromTopicId: id }: IDataObject): string =>
	`Kafka access to log topic ${String(id)}`;
