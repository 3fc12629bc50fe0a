import type { IDataObject } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { Caller } from '../../shared/request/readList';
import { listMatching } from '../../shared/request/readList';
import { momentOf } from './records';
import { paged } from './pages';
import type { Status } from './status';
import { statusIn, table } from './status';

/** Shipping of logs to CKafka by the Log Service (CLS): a log topic has one rule, and names it. */

/** Statuses of a rule's task. Source: CLS DescribeConsumers. */
const SHIPPING_STATUSES: ReadonlyMap<string, Status> = table({
	'0': ['stopped', 'idle'],
	'1': ['running', 'ready'],
	'2': ['error', 'failed'],
});

const withStatus = (row: IDataObject): IDataObject => ({
	...row,
	...((row.TaskStatus ?? null) !== null && {
		status: statusIn(SHIPPING_STATUSES, row.TaskStatus).name,
	}),
});

/** A rule with its coded status in words too; the status may be missing. */
export const shippingRecord = withStatus;

const list = paged('Consumers', 'ConsumerId', 100);

export const shippingPages: Pages = { ...list, rows: (body) => list.rows(body).map(withStatus) };

/** Lists rules of all log topics, or of one. Not on the international site. */
export const listShipping = (topicId?: unknown): ApiRequest => ({
	api: 'DescribeConsumers',
	effect: 'read',
	method: 'POST',
	path: '/',
	body: topicId === undefined ? {} : { Filters: [{ Key: 'topicId', Values: [String(topicId)] }] },
});

/** The rule of a log topic, as the matches of a create. */
export const shippingOf = async (caller: Caller, topicId: unknown): Promise<IDataObject[]> =>
	await listMatching(
		caller,
		listShipping(topicId),
		shippingPages,
		(row) => row.TopicId === topicId,
	);

/** When a rule was created, milliseconds: documented so, and seconds in the vendor's example. */
export const shippingCreatedAt = ({ CreateTime: time }: IDataObject): number | undefined =>
	momentOf(time);

export const shippingSubject = ({ TopicId: id }: IDataObject): string =>
	`log shipping of log topic ${String(id)}`;
