import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../../shared/contract/context';
import { countIn, noList } from '../../../../shared/contract/pages';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { unwrapped } from '../../../api/records';

/** The longest time that one request covers; a longer one is cut without an error. Milliseconds. */
export const HOUR = 3_600_000;

/** Clients in one answer, in which everything nests under the name Data. */
function clientsIn(data: IDataObject): IDataObject[] {
	const groups = unwrapped(data.Data, 'Data') ?? [];
	return groups.flatMap(({ Name: name, Data: clients }) =>
		(unwrapped(clients, 'Data') ?? []).map((client) => ({ Name: name, ...client })),
	);
}

/** @throws {Failure} `broken` when it is not there: taken for nobody, it would say that nobody is connected */
function dataOf({ Data: data }: IDataObject): IDataObject {
	if (typeof data !== 'object' || data === null) throw noList('Data');
	return data as IDataObject;
}

/** Clients in an answer, a row each. */
export const clientRows = (answer: IDataObject): IDataObject[] => clientsIn(dataOf(answer));

/** The larger one of those that are known. */
const larger = (a: number | undefined, b: number | undefined) =>
	a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);

const keyOf = ({ Name: name, Ip: ip }: IDataObject) => JSON.stringify([name, ip]);

/** When the time that an answer is about begins: it may be later than what was asked for. */
function beginOf({ StartDate: begin }: IDataObject, asked: number, end: number): number {
	const searched = Number(begin);
	return searched > asked && searched < end ? searched : asked;
}

/**
 * Reads who was connected, an hour at a time and the latest first, until the time or the limit is reached.
 *
 * @param request With `StartTime` and `EndTime`, milliseconds since 1970
 * @param most Most clients that are wanted
 * @returns A row for each client, with the most connections it had in an hour, and the end of the latest hour
 *   in which it was seen
 */
export async function readClients(
	item: OperationContext,
	{ body = {}, ...request }: ApiRequest,
	most: number,
): Promise<IDataObject[]> {
	const clients = new Map<string, IDataObject>();
	const start = Number(body.StartTime);
	let end = Number(body.EndTime);
	while (end > start && clients.size < most) {
		const from = Math.max(start, end - HOUR);
		const answer = await item.call({
			...request,
			body: { ...body, StartTime: from, EndTime: end },
		});
		const data = dataOf(answer);
		for (const client of clientsIn(data)) {
			const known = clients.get(keyOf(client));
			clients.set(keyOf(client), {
				InstanceId: body.InstanceId,
				...client,
				Num: larger(countIn(client.Num), known?.Num as number | undefined),
				LastSeen: known?.LastSeen ?? end,
				Inexact: data.Alert === true || known?.Inexact === true,
			});
		}
		end = beginOf(data, from, end);
	}
	return [...clients.values()];
}
