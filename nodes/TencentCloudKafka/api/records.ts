import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../shared/contract/vendor';

/** What items are put together from, and what single values of a record mean. */

/** Parameters of a request that its answer does not repeat; named, as a request may hold passwords too. */
export const fromRequest = ({ body = {} }: ApiRequest, ...names: string[]): IDataObject =>
	Object.fromEntries(names.map((name) => [name, body[name]]));

/** The ID of the task that an operation started, if it started one: 0 cannot be asked for. */
export const taskOf = ({ FlowId }: IDataObject): { FlowId?: number } =>
	Number(FlowId) > 0 ? { FlowId: Number(FlowId) } : {};

/** An answer whose whole result is a number. */
export const resultOf = ({ Result }: IDataObject): IDataObject[string] => Result;

/**
 * A record that was found by its name, as the matches of a create.
 *
 * @param request Names the instance that it is on, which the record does not
 */
export const matchesOf = (record: IDataObject | undefined, request: ApiRequest): IDataObject[] =>
	record ? [{ ...record, ...fromRequest(request, 'InstanceId') }] : [];

/** A Unix time in seconds; the reference does not say whether the API's are seconds or milliseconds. */
export const inSeconds = (time: unknown): number => {
	const number = Number(time) || 0;
	return number > 100_000_000_000 ? number / 1000 : number;
};

/** When something was created, milliseconds since 1970; `undefined` where the list does not say so. */
export const createdAt = (time: unknown): number | undefined => inSeconds(time) * 1000 || undefined;

/** An instance, for texts: "instance orders-dev (ID ckafka-8j4ro59xx)". */
export const instanceSubject = ({ InstanceName: name, InstanceId: id }: IDataObject): string =>
	name ? `instance ${String(name)} (ID ${String(id)})` : `instance ${String(id)}`;

/** A route, for texts: "route 81234 of instance ckafka-8j4ro59xx". */
export const routeSubject = ({ RouteId: id, InstanceId: instance }: IDataObject): string =>
	`route ${String(id)} of instance ${String(instance)}`;
