import type { IDataObject } from 'n8n-workflow';

import type { FindExisting, Outcome } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { listMatching } from '../../../shared/request/readList';
import { instanceDetailPages } from '../../api/pages';
import { nameOf } from '../../api/records';
import { listInstancesDetailed } from '../../api/requests';
import { hasPattern, mayBeNamed, namesOf, searching } from './batchNames';

/** What comes back from buying instances, and how they are found again. */

interface Deal {
	DealName?: string;
	InstanceIdList?: string[] | null;
}

/** What a list of an answer holds; any of them may be null, and so may its entries. */
const entriesOf = (list: unknown): unknown[] =>
	Array.isArray(list) ? list.filter((entry) => (entry ?? null) !== null) : [];

/** How many instances a request buys. */
const count = ({ body }: ApiRequest): number => Number(body?.InstanceNum ?? 1);

/**
 * One outcome for each instance that was bought, and one that says so for each that is missing: a
 * success only promises that the order was taken. Which deal has brought what is told by how many
 * IDs there are, as the names of the deals do not even agree in the document's own examples.
 */
export function bought(answer: IDataObject, request: ApiRequest): Outcome[] {
	const deals = entriesOf(answer.DealNameInstanceIdMapping) as Deal[];
	const made = new Map<string, string | undefined>();
	for (const { DealName, InstanceIdList } of deals) {
		for (const id of entriesOf(InstanceIdList).map(nameOf)) if (id) made.set(id, DealName);
	}
	const first = nameOf(answer.InstanceId);
	const onlyDeal = nameOf(entriesOf(answer.DealNames)[0]);
	if (first && !made.has(first)) made.set(first, onlyDeal);
	const wanted = count(request);
	const name = String(request.body?.InstanceName);
	// With a batch, the names get numbers, and the answer does not tell which one has which.
	const naming = wanted === 1 && !hasPattern(name) ? { InstanceName: name } : {};
	const outcomes: Outcome[] = [...made].map(([InstanceId, DealName]) => ({
		json: { InstanceId, ...naming, ...(DealName && { DealName }) },
	}));
	// Without any ID the purchase is looked up by its name, see createOnce.
	if (made.size === 0) return [{ json: {} }];
	const empty = deals
		.filter(({ InstanceIdList }) => !InstanceIdList?.length)
		.map(({ DealName }) => DealName);
	for (let missing = 0; missing < wanted - made.size; missing++) {
		const deal = empty[missing] ?? (empty.length === 1 ? empty[0] : undefined);
		outcomes.push({
			json: { InstanceId: null, ...(deal && { DealName: deal }) },
			failed: deal
				? `order ${deal} did not create an instance`
				: `the response names only ${made.size} of ${wanted} instances`,
		});
	}
	return outcomes;
}

/** Statuses of an instance that is of no use as the existing one: failed, on its way out, isolated. */
const NO_LONGER = new Set(['-1', '2', '3', '4', '5']);

/** Instances of the name: names are not unique, and the API only searches for a part of one. */
export const findByName: FindExisting = {
	matches: async (item, request) => {
		const name = String(request.body?.InstanceName);
		const search = listInstancesDetailed(searching(name));
		return await listMatching(item, search, instanceDetailPages, ({ InstanceName }) =>
			mayBeNamed(String(InstanceName), name, count(request)),
		);
	},
	// What this process has just bought in a batch has no name yet.
	isMeant: ({ InstanceName }, request) =>
		InstanceName === undefined ||
		namesOf(String(request.body?.InstanceName), count(request)).includes(String(InstanceName)),
	isOver: ({ Status }) => NO_LONGER.has(String(Status)),
	key: 'InstanceId',
	named: 'InstanceName',
	isListedLate: true,
	count,
};
