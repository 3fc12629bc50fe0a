import { factsOf } from '../../../emulator/core/facts';
import { EXAMPLE, type AlibabaInstance, type Emulator } from '../../../emulator';
import { callAlibaba, type Reply } from './client';
import { nonconformities } from './conform';

export type Parameters = Record<string, unknown>;

/** Calls an Alibaba operation; a success must fit its response schema. */
export async function operate(
	emulator: Emulator,
	action: string,
	parameters: Parameters = {},
): Promise<Reply> {
	const { version, parameters: known } = factsOf('alibaba', action).request;
	const namesRegion = known.query?.properties?.RegionId !== undefined;
	const given = { ...(namesRegion && { RegionId: EXAMPLE.alibaba.region }), ...parameters };
	const headers = { 'x-acs-version': version ?? '' };
	const reply = await callAlibaba(emulator, { action, query: flatten(given), headers });
	const succeeded = reply.status === 200 && reply.body.Success !== false;
	if (succeeded) expect(nonconformities('alibaba', action, reply)).toEqual([]);
	return reply;
}

/** The same for one instance. */
export const operateOn = (
	emulator: Emulator,
	instance: AlibabaInstance,
	action: string,
	parameters: Parameters = {},
) => operate(emulator, action, { InstanceId: instance.id, ...parameters });

/** Parameters as on the wire: `Tag.1.Key`. */
function flatten(value: Parameters, prefix = ''): Record<string, string> {
	const fields = Object.entries(value).flatMap(([name, member]) => {
		const path = `${prefix}${name}`;
		if (Array.isArray(member)) {
			const numbered = Object.fromEntries(member.map((item, i) => [i + 1, item as unknown]));
			return Object.entries(flatten(numbered, `${path}.`));
		}
		if (typeof member === 'object') {
			return Object.entries(flatten(member as Parameters, `${path}.`));
		}
		return [[path, String(member)]];
	});
	return Object.fromEntries(fields) as Record<string, string>;
}

/** HTTP status and code of a refusal. */
export const code = (reply: Reply) => [reply.status, reply.body?.Code];

/** A refusal of AliKafka itself. */
export const refused = (name: string) => [200, name];
