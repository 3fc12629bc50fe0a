/** No secret comes out of a trigger: not in items, in what n8n stores, or in an error. */
import type { IDataObject } from 'n8n-workflow';

import { startEmulator } from '../../../emulator';
import { createHarness, node } from '../../harness';
import { reseed } from '../../support/scenarios/seeds';
import { ALL_INSTANCE_EVENTS, Watch } from '../../support/pollStage';
import { closeAtEnd } from '../../support/closing';
import { VENDORS } from '../../support/clouds';
import { ACCESS, accessesOf, everythingOf, formsOf, secretsIn } from './canaries';

test.each(['huawei', 'alibaba', 'tencent'] as const)('of %s', async (vendor) => {
	const { type, accounts } = ACCESS[vendor];
	const em = await startEmulator({ speed: 0, accounts });
	closeAtEnd(async () => await em.close());
	const n8n = await createHarness();
	const name = `${VENDORS[vendor].type}Trigger`;
	const found: string[] = [];
	for (const access of accessesOf(vendor, em)) {
		em.faults.clear();
		Object.assign(n8n.credentials, { [type]: access as IDataObject });
		const start = (options = {}) => {
			const parameters = { events: ALL_INSTANCE_EVENTS, options };
			const trigger = node('Watch', name, parameters, { credentials: [type] });
			return new Watch(n8n, n8n.makeWorkflow({ name: 'test', nodes: [trigger] }));
		};
		const watch = start();
		reseed(vendor, em);
		await watch.tick();
		const items = await watch.tick({ mode: 'manual' });
		expect(items).not.toBeNull();
		const sent = Object.values(access).filter((value) => secretsIn(String(value)).length > 0);
		// A name is the one text that a trigger keeps of what the cloud says.
		em[vendor].state.instances.forEach((one, index) => {
			one.name = String(sent[index % sent.length]);
		});
		const named = start({ emitCurrent: true });
		const current = await named.tick();
		expect(everythingOf(current)).toContain('********');
		expect(named.stored).toContain('********');
		found.push(...secretsIn(everythingOf(current) + named.stored));
		const said = sent.flatMap((secret) => formsOf(String(secret)).slice(0, 3)).join(' ');
		const body = {
			error_code: 'Strange.Code',
			error_msg: said,
			Code: 'Strange.Code',
			Message: said,
			Response: { Error: { Code: 'InvalidParameter', Message: said } },
		};
		em.faults.add({ vendor, times: 'always', effect: { kind: 'answer', status: 400, body } });
		const error: unknown = await watch.tick().catch((thrown: unknown) => thrown);
		expect(error).toHaveProperty('message', expect.stringContaining('Poll did not succeed'));
		found.push(...secretsIn([everythingOf(items), watch.stored, everythingOf(error)].join('\n')));
	}
	expect(found).toEqual([]);
});
