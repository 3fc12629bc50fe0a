import type { ServedRoom } from './room';
import { KAFKA_VENDORS } from './vendors';
import { byId, chain, kafkaNode, node, startingWith, StoredWorkflow, webhook } from './workflows';

/** Says what came by an output, of which item, and what the node added. */
const tell = (name: string) =>
	node(
		name,
		'n8n-nodes-base.set',
		{
			mode: 'raw',
			jsonOutput: `={{ { by: '${name}', of: $('Webhook').item.json.body.id, added: Object.keys($json).filter((key) => !(key in $('Webhook').item.json)).sort().join(), told: $json.error } }}`,
		},
		{ typeVersion: 3.4 },
	);

interface Told {
	by: string;
	of: string;
	/** Fields beside those of the item that went in, which n8n keeps. */
	added: string;
	told?: string;
}

/** What fails leaves by the output for errors, as an item of two fields that n8n can pair. */
export async function failed({ rest, url, emulator, timeline }: ServedRoom): Promise<void> {
	timeline.step('On Error: Continue (using error output)');
	for (const { name, node: type, seed, nowhere } of KAFKA_VENDORS) {
		const path = `failed-${type}`;
		const get = kafkaNode('Get', type, {
			resource: 'instance',
			operation: 'get',
			instanceId: byId('={{ $json.body.id }}'),
		});
		get.onError = 'continueErrorOutput';
		const workflow = startingWith(webhook(path), chain(get));
		workflow.nodes.push(tell('Good'), tell('Bad'));
		const to = (next: string) => [{ node: next, type: 'main' as const, index: 0 }];
		workflow.connections.Get = { main: [to('Good'), to('Bad')] };
		const stored = await StoredWorkflow.add(rest, workflow);
		await stored.activate();
		const run = async (id: string) => {
			const answer = await fetch(`${url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ id }),
			});
			return ((await answer.json()) as Told[])[0];
		};
		const { id } = seed(emulator, 'failing');
		const good = await run(id);
		timeline.check(`${name}: what is there leaves by "${good?.by}"`, good?.by === 'Good');
		const bad = await run(nowhere);
		timeline.check(
			`what is not leaves by "${bad?.by}" with ${bad?.added}, paired with ${bad?.of}: ${bad?.told}`,
			bad?.by === 'Bad' && bad.added === 'details,error' && bad.of === nowhere,
		);
		await stored.deactivate();
	}
}
