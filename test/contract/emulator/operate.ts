import { EXAMPLE, type Emulator } from '../../../emulator';
import { factsOf } from '../../../emulator/core/facts';
import { callHuawei, type Reply } from './client';
import { nonconformities } from './conform';

export interface Operation {
	path?: Record<string, string | number>;
	query?: Record<string, string | number | boolean>;
	body?: unknown;
}

/** Calls a Huawei operation by its name in the facts; a success must fit its response schema. */
export async function operate(
	emulator: Emulator,
	operation: string,
	given: Operation = {},
): Promise<Reply> {
	const reply = await callOperation(emulator, operation, given);
	if (reply.status < 300) expect(nonconformities('huawei', operation, reply)).toEqual([]);
	return reply;
}

/** The same whatever the answer looks like. */
export async function callOperation(
	emulator: Emulator,
	operation: string,
	{ path = {}, query = {}, body = {} }: Operation,
): Promise<Reply> {
	const { request } = factsOf('huawei', operation);
	const known = { project_id: EXAMPLE.huawei.projectId, engine: 'kafka', ...path };
	return callHuawei(emulator, {
		method: request.method,
		path: request.path.replace(/\{(\w+)\}/g, (_, name: keyof typeof known) => known[name]),
		query: Object.fromEntries(Object.entries(query).map(([name, v]) => [name, String(v)])),
		...(request.parameters.body === null ? {} : { body }),
	});
}

/** Status and error code of a refusal. */
export const code = (reply: Reply) => [reply.status, reply.body?.error_code];
