import type { IDataObject } from 'n8n-workflow';

import type { JsonSchema } from '../../emulator/core/facts';
import type { Pages } from '../../nodes/shared/contract/pages';
import type { Parameter } from './parameters';
import { isType } from './parameters';
import { numbersIn } from './fields/patterns';
import type { Project } from './project';
import type { List, VendorProfile } from './vendors/vendor';

/** How an operation asks for a page. */
export interface Paging {
	/** Wire name of the size of a page, and of its place. */
	size: string;
	position: string;
	/** What the place counts: rows from 0, rows from 1, or pages from 1. */
	counts: 'rows' | 'rowsFromOne' | 'pages';
	/** Whether both travel as text. */
	isText: boolean;
	/** Most rows a page, where the facts say so. */
	most?: number;
}

const SIZES = ['limit', 'Limit', 'page_size', 'pageSize', 'PageSize'];
const POSITIONS: Readonly<Record<string, Paging['counts']>> = {
	offset: 'rows',
	Offset: 'rows',
	StartIndex: 'rows',
	start: 'rowsFromOne',
	page: 'pages',
	Page: 'pages',
	PageNo: 'pages',
	PageNumber: 'pages',
	CurrentPage: 'pages',
	current_page: 'pages',
};

function mostOf({ maximum, pattern }: JsonSchema): number | undefined {
	if (maximum !== undefined) return Number(maximum);
	const most = typeof pattern === 'string' ? numbersIn(pattern)?.[1] : undefined;
	return most !== undefined && Number.isFinite(most) ? most : undefined;
}

/** The parameters that ask for a page; `undefined` where a list comes whole. */
export function pagingOf(parameters: Parameter[]): Paging | undefined {
	const size = parameters.find(({ wireName }) => SIZES.includes(wireName));
	const position = parameters.find(({ wireName }) => Object.hasOwn(POSITIONS, wireName));
	if (!size || !position) return undefined;
	return {
		size: size.wireName,
		position: position.wireName,
		counts: POSITIONS[position.wireName],
		isText: isType(size.schema, 'string'),
		most: mostOf(size.schema),
	};
}

/** Parameters of lists that name the next page by a token. */
const TOKENS = ['NextToken', 'MaxResults'];

/** The parameters of a token; `undefined` where a list has none. */
export function tokenOf(parameters: Parameter[]): string[] | undefined {
	const names = parameters.map(({ wireName }) => wireName).filter((name) => TOKENS.includes(name));
	return names.length > 0 ? names : undefined;
}

/** Rows a page where the facts name no limit; what the lists of all three vendors take. */
export const USUAL_SIZE = 50;

const sameNames = (a: string[], b: string[]) => [...a].sort().join() === [...b].sort().join();

/** Whether a description of pages reads this list, in this way. */
function reads(
	profile: VendorProfile,
	pages: Pages,
	list: List,
	paging: Paging | undefined,
): boolean {
	try {
		if (pages.rows(profile.withoutRows(list) as IDataObject).length > 0) return false;
	} catch {
		return false;
	}
	const { properties = {} } = list.row;
	const keys = [pages.key].flat();
	if (keys.some((key) => !Object.hasOwn(properties, key))) return false;
	const asked = pages.at(0, Math.min(pages.size, USUAL_SIZE));
	const wanted = paging ? [paging.size, paging.position] : [];
	if (!sameNames(Object.keys(asked), wanted)) return false;
	if (!paging) return true;
	const isText = typeof asked[paging.size] === 'string';
	return (profile.isText || isText === paging.isText) && pages.size <= (paging.most ?? Infinity);
}

const isPages = (value: unknown): value is Pages =>
	typeof value === 'object' && value !== null && 'rows' in value && 'key' in value;

/** The description of the vendor's `api/pages.ts` that reads this list already. */
export function knownPages(
	project: Project,
	profile: VendorProfile,
	list: List,
	paging: Paging | undefined,
): string | undefined {
	const known = project.load<Record<string, unknown>>(`nodes/${profile.folder}/api/pages`);
	return Object.keys(known).find((name) => {
		const pages = known[name];
		return isPages(pages) && reads(profile, pages, list, paging);
	});
}
