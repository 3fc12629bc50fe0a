import type { IDataObject } from 'n8n-workflow';

import { asFailure } from '../../shared/contract/failure';
import { isBlank } from '../../shared/contract/field';
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

const showShipping = (topicId: unknown): ApiRequest => ({
	api: 'DescribeConsumer',
	effect: 'read',
	method: 'POST',
	path: '/',
	body: { TopicId: String(topicId) },
});

/** Lists rules of all log topics, or of one. Not on the international site. */
export const listShipping = (topicId?: unknown): ApiRequest => ({
	api: 'DescribeConsumers',
	effect: 'read',
	method: 'POST',
	path: '/',
	body: topicId === undefined ? {} : { Filters: [{ Key: 'topicId', Values: [String(topicId)] }] },
});

/**
 * The rule of a log topic, as the matches of a create. Where the list is not offered, as on the international
 * site, the rule itself is asked for, which does not say which log topic it is of.
 */
export async function shippingOf(caller: Caller, topicId: unknown): Promise<IDataObject[]> {
	try {
		const isMeant = ({ TopicId: id }: IDataObject) => id === topicId;
		return await listMatching(caller, listShipping(topicId), shippingPages, isMeant);
	} catch (error) {
		const failure = asFailure(error);
		if (!NOT_OFFERED.includes(String(failure.details.code))) throw failure;
		return await ruleOf(caller, topicId);
	}
}

/** Codes of an operation that an endpoint does not have. */
const NOT_OFFERED = ['ActionOffline', 'InvalidAction'];

async function ruleOf(caller: Caller, topicId: unknown): Promise<IDataObject[]> {
	try {
		const rule = await caller.call(showShipping(topicId));
		// Whether a log topic without a rule is an error or an answer without a target is not documented.
		return isBlank(rule.Ckafka) ? [] : [withStatus({ ...rule, TopicId: topicId as string })];
	} catch (error) {
		const failure = asFailure(error);
		if (String(failure.details.code).startsWith('ResourceNotFound')) return [];
		throw failure;
	}
}

/** When a rule was created, milliseconds: documented so, and seconds in the vendor's example. */
export const shippingCreatedAt = ({ CreateTime: time }: IDataObject): number | undefined =>
	momentOf(time);

export const shippingSubject = ({ TopicId: id }: IDataObject): string =>
	`log shipping of log topic ${String(id)}`;
