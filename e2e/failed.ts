import type { INodeParameters } from 'n8n-workflow';

import type { ServedRoom } from './room';
import { FLEET, KAFKA_VENDORS, type Vendor } from './vendors';
import { post } from './webhooks';
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

/** A node that reads the instance of an item. */
interface Reader {
	name: string;
	vendor: Vendor;
	type: string;
	parameters: INodeParameters;
}

const ID = byId('={{ $json.body.id }}');
const READERS: Reader[] = KAFKA_VENDORS.flatMap((vendor) => [
	{
		name: vendor.name,
		vendor,
		type: vendor.node,
		parameters: { instanceId: ID },
	},
	{
		name: `${FLEET.nodeName} on ${vendor.name}`,
		vendor,
		type: FLEET.node,
		parameters: { clouds: [vendor.cloud], instance: ID },
	},
]);

/** What fails leaves by the output for errors, as an item of two fields that n8n can pair. */
export async function failed(room: ServedRoom): Promise<void> {
	room.timeline.step('On Error: Continue (using error output)');
	for (const reader of READERS) await failing(reader, room);
}

async function failing(
	{ name, vendor, type, parameters }: Reader,
	{ rest, url, emulator, timeline }: ServedRoom,
): Promise<void> {
	const path = `failed-${type}-${vendor.cloud}`;
	const reading = { resource: 'instance', operation: 'get', ...parameters };
	const get = kafkaNode('Get', type, reading);
	get.onError = 'continueErrorOutput';
	const workflow = startingWith(webhook(path), chain(get));
	workflow.nodes.push(tell('Good'), tell('Bad'));
	const to = (next: string) => [{ node: next, type: 'main' as const, index: 0 }];
	workflow.connections.Get = { main: [to('Good'), to('Bad')] };
	const stored = await StoredWorkflow.add(rest, workflow);
	await stored.activate();
	const run = async (id: string) =>
		((await (await post(`${url}/webhook/${path}`, { id })).json()) as Told[])[0];
	const { id } = vendor.seed(emulator, 'failing');
	const good = await run(id);
	timeline.check(`${name}: what is there leaves by "${good?.by}"`, good?.by === 'Good');
	const { nowhere } = vendor;
	const bad = await run(nowhere);
	timeline.check(
		`what is not leaves by "${bad?.by}" with ${bad?.added}, paired with ${bad?.of}: ${bad?.told}`,
		bad?.by === 'Bad' && bad.added === 'details,error' && bad.of === nowhere,
	);
	await stored.deactivate();
}
