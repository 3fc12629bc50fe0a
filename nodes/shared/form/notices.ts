import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../contract/operation';

/** Warnings about money and lost data that stand in the form, from what an operation declares. */

/** What a cloud says of what is billed and of what is deleted. */
export interface NoticeTexts {
	billed: string;
	deleted: string;
}

const notice = (name: string, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
});

/** The warnings of an operation; equal ones become one property of the node. */
export const noticesOf = (
	{ billed, kind, warning }: Operation,
	texts: NoticeTexts,
): INodeProperties[] => [
	...(billed ? [notice('billingNotice', texts.billed)] : []),
	...(kind === 'delete' ? [notice('deletionNotice', texts.deleted)] : []),
	...(warning ? [notice('warningNotice', warning)] : []),
];
