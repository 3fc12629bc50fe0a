import type { IDataObject } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import { countIn, listIn } from '../../shared/contract/pages';
import { masked } from '../../shared/request/masked';
import { PAST_END } from './decode';

/**
 * How each list of the API is read page by page. Offsets count rows from 0 unless a list says
 * otherwise, and one at or past the end is refused instead of giving an empty page.
 */

const rowsOf = (list: string) => (body: IDataObject) => listIn(body, list);

/** Offset and limit as text. */
const asText = (offset: number, size: number): IDataObject => ({
	offset: String(offset),
	limit: String(size),
});

/** Offset and limit as numbers, which the newer lists want. */
const asNumbers = (offset: number, size: number): IDataObject => ({ offset, limit: size });

export const instancePages: Pages = {
	rows: rowsOf('instances'),
	total: ({ instance_num }) => countIn(instance_num),
	at: asText,
	size: 50,
	key: 'instance_id',
	pastEnd: PAST_END,
};

export const topicPages: Pages = {
	rows: rowsOf('topics'),
	total: ({ total }) => countIn(total),
	at: asText,
	size: 50,
	key: 'name',
	pastEnd: PAST_END,
};

export const partitionPages: Pages = {
	rows: rowsOf('partitions'),
	total: ({ total }) => countIn(total),
	at: asNumbers,
	size: 50,
	key: 'partition',
	pastEnd: PAST_END,
};

export const producerPages: Pages = {
	rows: rowsOf('producers'),
	total: ({ total }) => countIn(total),
	at: asNumbers,
	size: 50,
	key: ['producer_address', 'broker_address'],
	pastEnd: PAST_END,
};

/** The reference has the offset count pages; the Terraform provider has it count quotas. */
export const topicQuotaPages: Pages = {
	rows: rowsOf('quotas'),
	total: ({ count }) => countIn(count),
	at: asText,
	orAt: (offset, size) => asText(offset / size, size),
	numbered: true,
	size: 100,
	key: 'topic',
	pastEnd: PAST_END,
};

export const userQuotaPages: Pages = {
	rows: rowsOf('quotas'),
	total: ({ count }) => countIn(count),
	at: asNumbers,
	size: 50,
	key: ['user', 'client', 'user-default', 'client-default'],
	pastEnd: PAST_END,
};

export const groupPages: Pages = {
	rows: rowsOf('groups'),
	total: ({ total }) => countIn(total),
	at: asText,
	size: 50,
	key: 'group_id',
	pastEnd: PAST_END,
};

export const memberPages: Pages = {
	rows: rowsOf('members'),
	total: ({ total }) => countIn(total),
	at: asNumbers,
	size: 50,
	key: 'member_id',
	pastEnd: PAST_END,
};

/** Rows of older instances do not tell their topic. */
export const groupOffsetPages: Pages = {
	rows: rowsOf('group_message_offsets'),
	total: ({ total }) => countIn(total),
	at: asText,
	size: 50,
	key: ['topic', 'partition'],
	pastEnd: PAST_END,
};

export const groupTopicPages: Pages = {
	rows: rowsOf('topics'),
	total: ({ total }) => countIn(total),
	at: asNumbers,
	size: 50,
	key: 'topic',
	pastEnd: PAST_END,
};

/** Tasks are counted from 1 and given newest first; `task_count` is text. */
export const taskPages: Pages = {
	rows: rowsOf('tasks'),
	total: ({ task_count }) => countIn(task_count),
	at: (offset, size) => ({ start: offset + 1, limit: size }),
	size: 100,
	key: 'id',
	pastEnd: PAST_END,
};

/** Paged like background tasks, which is a guess: the reference states no bounds, and all of it is text. */
export const scheduledTaskPages: Pages = {
	rows: rowsOf('jobs'),
	total: ({ job_count }) => countIn(job_count),
	at: (offset, size) => ({ start: String(offset + 1), limit: String(size) }),
	size: 100,
	key: 'id',
	pastEnd: PAST_END,
};

/** No document shows a secret in the answer; one that is there all the same stays out. */
export const connectorTaskPages: Pages = {
	rows: (body) => masked(rowsOf('tasks')(body)),
	total: ({ total_number }) => countIn(total_number),
	at: asNumbers,
	size: 50,
	key: 'id',
	pastEnd: PAST_END,
};

/** The reference states no limit; the Terraform provider reads 10 at a time. */
export const reportPages: Pages = {
	rows: rowsOf('report_list'),
	total: ({ total_num }) => countIn(total_num),
	at: asNumbers,
	size: 10,
	key: 'report_id',
	pastEnd: PAST_END,
};

/** A message is known by its place. */
const messageKey = ['partition', 'message_offset'] as const;

/** The offset counts messages here; the page numbers of the answer are of no use. */
export const messagePages: Pages = {
	rows: rowsOf('messages'),
	total: ({ messages_count }) => countIn(messages_count),
	at: asNumbers,
	size: 50,
	key: messageKey,
};

/**
 * What a search by keyword finds has `offset` in place of `message_offset`, and comes whole, whatever page is
 * asked for (terraform-provider-huaweicloud, data source of messages).
 */
const isByKeyword = ({ offset, message_offset: place }: IDataObject): boolean =>
	place === undefined && offset !== undefined;

/** Messages that a search found, each with its place under the same name. */
export const foundMessages = (body: IDataObject): IDataObject[] =>
	rowsOf('messages')(body).map((row) => {
		if (!isByKeyword(row)) return row;
		const { offset, ...others } = row;
		return { ...others, message_offset: offset };
	});

/** The search numbers its pages from 0 instead, as text. */
export const messageSearchPages: Pages = {
	rows: foundMessages,
	total: ({ total }) => countIn(total),
	isWhole: (body) => rowsOf('messages')(body).some(isByKeyword),
	at: (offset, size) => asText(offset / size, size),
	size: 50,
	numbered: true,
	key: messageKey,
};

/** A list that comes whole in one answer. */
export const wholeList = (list: string, key: string): Pages => ({
	rows: rowsOf(list),
	total: (body) => rowsOf(list)(body).length,
	at: () => ({}),
	size: Infinity,
	key,
});

/** The recycle bin; an empty one is `null`. */
export const recyclePages: Pages = {
	...wholeList('recycle_instances', 'instance_id'),
	rows: (body) => recycledIn(body),
	total: (body) => recycledIn(body).length,
};

const recycledIn = (body: IDataObject): IDataObject[] =>
	body.recycle_instances === null ? [] : listIn(body, 'recycle_instances');
