import { type Emulator } from '../../../emulator';
import { factsOf } from '../../../emulator/core/facts';
import { callTencent } from './client';
import { nonconformities } from './conform';

/** Calls a Tencent operation by its name in the facts; an answer without Error must fit its response schema. */
export async function operateTencent(
	emulator: Emulator,
	action: string,
	body: Record<string, unknown> = {},
	region?: string,
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- asserted field by field
): Promise<any> {
	const { request } = factsOf('tencent', action);
	const { service, version } = request;
	const reply = await callTencent(emulator, {
		action: String(request.action),
		body,
		service: service ?? undefined,
		version: version ?? undefined,
		...(region === undefined ? {} : { region }),
	});
	const { Response } = reply.body;
	expect(reply.status).toBe(200);
	expect(Response.RequestId).toEqual(expect.any(String));
	if (!Response.Error) expect(nonconformities('tencent', action, reply)).toEqual([]);
	return Response;
}
