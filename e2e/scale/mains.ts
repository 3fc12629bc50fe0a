import { changeWhile, watch } from '../trigger';
import { KAFKA_VENDORS } from '../vendors';
import type { ScaledRoom } from './subjects';

/** Several main processes are a feature of n8n's paid licences: without one, it does not start. */
export async function secondMain(room: ScaledRoom): Promise<void> {
	const { cluster, timeline, rest } = room;
	timeline.step('A second main');
	const settings = await cluster.settings('main-2', { N8N_MULTI_MAIN_SETUP_ENABLED: 'true' });
	const refusal = await cluster.main(settings).then(
		() => 'it started',
		(error: Error) => error.message,
	);
	const reason = /license does not allow[^.]*/.exec(refusal)?.[0];
	timeline.check(`n8n does not start it: ${reason ?? refusal}`, reason !== undefined);

	timeline.step('A second main without this setting, which n8n does not support');
	const watches = await watch(rest, KAFKA_VENDORS.slice(0, 1));
	const second = await cluster.main(await cluster.settings('main-3'));
	const [executions] = await changeWhile(watches, 'invoices', room);
	timeline.say(`one change started ${executions.length} executions`);
	await watches[0].workflow.deactivate();
	await second.stop();
}
