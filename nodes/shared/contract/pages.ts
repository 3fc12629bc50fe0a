import type { IDataObject } from 'n8n-workflow';

import { Failure, NOT_FROM_API } from './failure';

/** How a vendor's list is read page by page. */
export interface Pages {
	/** Rows of one page. */
	rows(body: IDataObject): IDataObject[];
	/** How many rows there are in all; `undefined` where the answer does not say so. */
	total?(body: IDataObject): number | undefined;
	/** Whether an answer is all that there is, whatever page it was asked for, and whatever it counts. */
	isWhole?(body: IDataObject): boolean;
	/** Parameters of a page. */
	at(offset: number, size: number): IDataObject;
	/** Where they travel; by default in the query. */
	sentIn?: 'query' | 'body';
	/**
	 * The same by another reading of the vendor's documents, taken where the first one gives nothing
	 * although rows are left. Needs `numbered` pages, whose size both readings share.
	 */
	orAt?(offset: number, size: number): IDataObject;
	/** Most rows a page. */
	size: number;
	/** Whether pages are numbered, so that all of them have to be of one size. */
	numbered?: boolean;
	/** Field that tells rows apart, or several. */
	key: string | readonly string[];
	/**
	 * For lists that name the page after an answer by a token instead: its parameters, `undefined`
	 * after the last one.
	 */
	next?(body: IDataObject): IDataObject | undefined;
	/** Whether the service is still putting the page together, so that it has to be asked for again. */
	unready?(body: IDataObject): boolean;
	/** Codes of a refusal that only means that the list has become shorter than the offset. */
	pastEnd?: readonly string[];
}

/** The list that should be there was not: taken for empty, it would say that nothing is left. */
export const noList = (name: string): Failure =>
	new Failure('broken', `the response does not contain the list '${name}'`, {
		readOnly: true,
		advice: NOT_FROM_API,
	});

/**
 * A list of an answer. None of the vendors leaves an empty one out.
 *
 * @throws {Failure} `broken` when it is not there
 */
export function listIn(body: IDataObject, name: string): IDataObject[] {
	const list = body[name];
	if (Array.isArray(list)) return list as IDataObject[];
	throw noList(name);
}

/**
 * A number of an answer that counts what there is, which may come as digits in a text; `undefined` where
 * none is there: null and an empty text count nothing, not 0 things.
 */
export const countIn = (value: unknown): number | undefined =>
	(typeof value === 'number' && Number.isFinite(value)) ||
	(typeof value === 'string' && /^\s*\d+\s*$/.test(value))
		? Number(value)
		: undefined;
