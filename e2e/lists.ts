import type { INode, INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { RestError } from './rest';
import type { ServedRoom } from './room';
import { FLEET, KAFKA_VENDORS, type Vendor } from './vendors';
import { fleetNode, kafkaNode } from './workflows';

/** What a list offered, and what it cost. */
interface Offered {
	results: INodeListSearchResult['results'];
	requests: number;
	/** Milliseconds. */
	time: number;
}

/** Reads the list behind a field as n8n's editor does when somebody opens it. */
async function open(
	{ rest, emulator }: ServedRoom,
	form: INode,
	parameter: string,
	methodName: string,
	parameters: INodeParameters,
): Promise<Offered> {
	const before = emulator.requests.length;
	const start = performance.now();
	const { results } = await rest.post<INodeListSearchResult>(
		'/rest/dynamic-node-parameters/resource-locator-results',
		{
			path: `parameters.${parameter}`,
			methodName,
			nodeTypeAndVersion: { name: form.type, version: form.typeVersion },
			currentNodeParameters: parameters,
			credentials: form.credentials,
		},
	);
	const time = Math.round(performance.now() - start);
	return { results, requests: emulator.requests.length - before, time };
}

/** What n8n's editor shows where a list cannot be read. */
async function refusal(list: Promise<Offered>): Promise<string> {
	try {
		await list;
		return 'it was read';
	} catch (error) {
		if (error instanceof RestError) return error.body;
		throw error;
	}
}

/** The lists of the form for a new instance, each after those that it depends on, through the editor's own endpoint. */
export async function lists(room: ServedRoom): Promise<void> {
	room.timeline.step('Lists of the editor');
	for (const vendor of KAFKA_VENDORS) await ofCloud(vendor, room);
	await ofFleet(room);
}

async function ofCloud(vendor: Vendor, room: ServedRoom): Promise<void> {
	const { emulator, timeline } = room;
	const form = kafkaNode('Create', vendor.node, vendor.newInstance('listed'));
	let chosen = form.parameters;
	for (const { parameter, method, permission, offers } of vendor.lists) {
		const read = async (from = chosen) => await open(room, form, parameter, method, from);
		vendor.deny(emulator, permission, true);
		const told = await refusal(read());
		vendor.deny(emulator, permission, false);
		timeline.check(
			`${vendor.name}, ${method} without a right: ${told.slice(0, 240)}`,
			told.includes(permission) && /has no permission to list/.test(told),
		);
		const { results, requests, time } = await read();
		const entry = results.find(({ name }) => offers.test(name));
		timeline.check(
			`${results.length} entries by ${requests} requests in ${time} ms: ${entry?.name}`,
			entry !== undefined && requests >= 1,
		);
		const again = await read();
		timeline.check(
			`opened again: ${again.requests} requests, ${again.time} ms`,
			again.requests === 0 && again.results.length === results.length,
		);
		chosen = { ...chosen, [parameter]: { __rl: true, mode: 'list', value: entry?.value ?? '' } };
	}
	await dependsOnVpc(vendor, room, form, chosen);
}

/** The second list is another one once another VPC is chosen. */
async function dependsOnVpc(
	{ lists: [vpcs, subnets] }: Vendor,
	room: ServedRoom,
	form: INode,
	chosen: INodeParameters,
): Promise<void> {
	const valuesFor = async (vpcId: unknown) => {
		const parameters = { ...chosen, [vpcs.parameter]: vpcId } as INodeParameters;
		const { results } = await open(room, form, subnets.parameter, subnets.method, parameters);
		return results.map(({ value }) => value);
	};
	const all = await open(room, form, vpcs.parameter, vpcs.method, chosen);
	const { value } = chosen[vpcs.parameter] as { value: string };
	const other = all.results.find((one) => one.value !== value);
	const here = await valuesFor(chosen[vpcs.parameter]);
	const there = await valuesFor({ __rl: true, mode: 'list', value: other?.value });
	room.timeline.check(
		`${subnets.method}: ${here.length} in this VPC, ${there.length} others in another one`,
		here.length > 0 && there.length > 0 && here.every((one) => !there.includes(one)),
	);
}

async function ofFleet(room: ServedRoom): Promise<void> {
	const { emulator, timeline } = room;
	const ids = KAFKA_VENDORS.map((vendor) => vendor.seed(emulator, 'listed-fleet').id);
	const form = fleetNode('Get', 'instance/get', { regions: 'own' });
	const { results, requests, time } = await open(
		room,
		form,
		'instance',
		'searchInstances',
		form.parameters,
	);
	timeline.check(
		`${FLEET.nodeName}: ${results.length} instances of all clouds by ${requests} requests in ${time} ms`,
		ids.every((id) => results.some(({ value }) => String(value).endsWith(`:${id}`))),
	);
}
