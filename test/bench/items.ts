import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';

import { chain, createHarness, node, type Harness } from '../harness';
import { describe, property } from '../harness/nodes/describe';
import { builtNode, unlimited } from './built';
import { cpuOf, inTurns, rounded } from './measure';
import type { Table } from './table';

const ITEMS = 100;
const ROUNDS = 7;
const ID = '3c1f2a60-8f1f-4f5d-9c7e-000000000001';
const CREDENTIAL = 'huaweiCloudApi';

/** A declarative node with one property, which sends the same request with the same credential. */
function oneProperty(baseURL: string) {
	const get = {
		routing: { request: { method: 'GET', url: `=/v2/{project_id}/instances/{{$value}}` } },
	};
	const description: INodeTypeDescription = describe(
		'oneProperty',
		1,
		[property('instanceId', 'string', '', undefined, get as never)],
		{ credentials: [{ name: CREDENTIAL, required: true }], requestDefaults: { baseURL } },
	);
	return { description };
}

/** The description of a built node alone: what n8n does with it, without the node's own send function. */
function descriptionOf(folder: string, baseURL: string) {
	const { description } = builtNode(`nodes/${folder}/${folder}.node.js`);
	return {
		description: {
			...description,
			requestOperations: undefined,
			requestDefaults: { ...description.requestDefaults, baseURL },
		},
	};
}

interface Vendor {
	name: string;
	/** Folder of the built node, and the name of the vendor's file in it. */
	folder: string;
	vendor: string;
	type: string;
	parameters: INodeParameters;
}

/** Further vendors are further entries. */
const VENDORS: Vendor[] = [
	{
		name: 'Huawei Cloud Kafka: Instance, Get',
		folder: 'HuaweiCloudKafka',
		vendor: 'huawei',
		type: 'n8n-nodes-managed-kafka.huaweiCloudKafka',
		parameters: {
			resource: 'instance',
			operation: 'get',
			instanceId: { __rl: true, mode: 'id', value: ID },
			simplify: false,
		},
	},
];

/** A server in a process of its own, so that its CPU time does not count. */
async function startServer(): Promise<{ server: ChildProcess; url: string }> {
	const server = fork(join(__dirname, 'answering.cjs'));
	const [port] = (await once(server, 'message')) as [number];
	return { server, url: `http://127.0.0.1:${port}` };
}

async function cpuPerItem(n8n: Harness, type: string, parameters: INodeParameters) {
	const workflow = chain(node('N', type, parameters, { credentials: [CREDENTIAL] }));
	const inputItems = Array.from({ length: ITEMS }, () => ({ json: {} }));
	const used = await cpuOf(async () => {
		const outcome = await n8n.run(workflow, { inputItems });
		if (outcome.items('N').length !== ITEMS) throw outcome.error ?? new Error('Items are missing');
	});
	return used / ITEMS / 1000;
}

/** CPU time of an item in each node, with everything that n8n does around it. */
export async function bench(): Promise<Table> {
	const { server, url } = await startServer();
	for (const { vendor, folder } of VENDORS) unlimited(`nodes/${folder}/${vendor}.js`);
	const n8n = await createHarness({
		credentials: {
			[CREDENTIAL]: {
				authentication: 'accessKey',
				accessKeyId: 'EXAMPLEACCESSKEYID00',
				secretAccessKey: 'example-secret-access-key',
				region: 'cn-north-4',
				projectId: 'e9993fc787d94b6c886cbaa340f9c0f4',
				endpoint: url,
			},
		},
		nodes: {
			'bench.oneProperty': oneProperty(url),
			...Object.fromEntries(
				VENDORS.map(({ folder }) => [`bench.${folder}`, descriptionOf(folder, url)]),
			),
		},
	});
	const subjects = [
		{
			name: 'Declarative node with one property',
			type: 'bench.oneProperty',
			parameters: { instanceId: ID },
		},
		...VENDORS.flatMap((vendor) => [
			vendor,
			{
				...vendor,
				name: `${vendor.name}: its description alone, without its own code`,
				type: `bench.${vendor.folder}`,
			},
		]),
	];
	const measurements = subjects.map(
		({ type, parameters }) =>
			async () =>
				await cpuPerItem(n8n, type, parameters as INodeParameters),
	);
	await inTurns(2, measurements);
	const times = await inTurns(ROUNDS, measurements);
	server.disconnect();
	return {
		title: 'Items',
		about: `CPU time an item, from n8n's start of a workflow of ${ITEMS} items to its end: n8n's engine and routing, the node, signing, n8n's HTTP client. Both nodes send the same request with the same credential to a server in another process.`,
		columns: ['Node', 'CPU ms an item', 'times the one-property node'],
		rows: subjects.map(({ name }, i) => [name, rounded(times[i]), rounded(times[i] / times[0])]),
		notes: [
			'n8n walks all top-level properties of a node twice for each item; the last row is that cost, which no code of the node can lower but fewer properties can. The difference to the row above is the node itself: reading parameters, pace, checks, decoding.',
		],
		goal: 'At most 1.4 times the one-property node.',
	};
}
