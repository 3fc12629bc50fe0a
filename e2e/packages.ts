import { join } from 'node:path';

import { credentialsOf } from '../demo/credentials';
import { Timeline } from '../demo/timeline';
import { startEmulator, type Emulator } from '../emulator';
import { manifestIn, PACKAGES, type Manifest } from '../test/support/packages';
import type { VendorName } from '../test/support/clouds';
import { installTarballs, newUserFolder, packAll } from './install';
import { startN8n } from './n8n';
import { freePort } from './ports';
import { report } from './report';
import { Rest } from './rest';
import { ensureRuntime, root, type Runtime } from './runtime';
import type { Stored } from './setup';
import { KAFKA_VENDORS, type Vendor } from './vendors';
import { chain, node, startingWith, StoredWorkflow, webhook } from './workflows';

const COMBINED = 'n8n-nodes-managed-kafka';

const CLOUDS: Array<{ cloud: VendorName; vendor: Vendor }> = (
	['huawei', 'alibaba', 'tencent'] as const
).map((cloud) => {
	const vendor = KAFKA_VENDORS.find((one) => one.node.startsWith(cloud));
	if (!vendor) throw new Error(`No cloud ${cloud}`);
	return { cloud, vendor };
});

/** The full types of the nodes of a package. */
const typesOf = ({ name, n8n }: Manifest): string[] =>
	n8n.nodes.map((path) => {
		const [file = ''] = path.split('/').slice(-1);
		const className = file.replace('.node.js', '');
		return `${name}.${className.charAt(0).toLowerCase()}${className.slice(1)}`;
	});

const manifestOf = (name: string): Manifest => {
	const cloud = CLOUDS.find((one) => PACKAGES[one.cloud] === name)?.cloud;
	return manifestIn(cloud ? join(root, 'packages', cloud) : root);
};

interface Served {
	url: string;
	rest: Rest;
	emulator: Emulator;
	timeline: Timeline;
}

/** n8n lists the nodes of these packages, and no others of the project. */
async function listsNodes({ rest, timeline }: Served, names: string[]): Promise<void> {
	const all = await rest.get<Array<{ name: string }>>('/types/nodes.json');
	const ours = new RegExp(`^(${[COMBINED, ...Object.values(PACKAGES)].join('|')})\\.`);
	const listed = all.map(({ name }) => name).filter((name) => ours.test(name));
	// n8n makes a tool of each node that can be one.
	const nodes = listed.filter((name) => !/(Tool|HitlTool)$/.test(name)).sort();
	const wanted = names.flatMap((name) => typesOf(manifestOf(name))).sort();
	timeline.check(
		`n8n lists ${nodes.length} nodes of ${names.join(', ')}`,
		JSON.stringify(nodes) === JSON.stringify(wanted),
	);
}

/** A workflow of one package: the node of its cloud and the fleet find an instance, each by a webhook. */
async function findsInstance(
	{ url, rest, emulator, timeline }: Served,
	name: string,
	{ cloud, vendor }: (typeof CLOUDS)[number],
	credential: Stored,
): Promise<void> {
	const label = `orders-${name.slice(-8)}-${cloud}`;
	vendor.seed(emulator, label);
	const credentials = { [vendor.credential]: credential };
	const [, fleetType] =
		typesOf(manifestOf(name))
			.find((type) => type.endsWith('Fleet'))
			?.split('.') ?? [];
	const getAll = { resource: 'instance', operation: 'getAll', returnAll: true };
	const clouds = name === COMBINED ? { clouds: [cloud] } : {};
	const nodes = [
		node('List', `${name}.${vendor.node}`, getAll, { credentials }),
		node('List', `${name}.${fleetType}`, { ...getAll, ...clouds }, { credentials }),
	];
	for (const [index, listing] of nodes.entries()) {
		const path = `${cloud}-${index}-${name.slice(-8)}`;
		const workflow = await StoredWorkflow.add(rest, startingWith(webhook(path), chain(listing)));
		await workflow.activate();
		const answer = await fetch(`${url}/webhook/${path}`, { method: 'POST' });
		const text = await answer.text();
		timeline.check(
			`${listing.type} finds the instance: ${text.slice(0, 60)} ...`,
			answer.status === 200 && text.includes(label),
		);
		await workflow.deactivate();
	}
}

/** Starts an n8n that has these packages, and no other of the project. */
async function withPackages(
	runtime: Runtime,
	userFolder: string,
	folder: string,
	names: string[],
	use: (served: Served) => Promise<void>,
): Promise<void> {
	installTarballs(userFolder, folder, names);
	const emulator = await startEmulator({ speed: 60 });
	const timeline = new Timeline(emulator);
	try {
		timeline.step(names.join(', '));
		const env = { N8N_RUNNERS_BROKER_PORT: String(await freePort()) };
		const n8n = await startN8n(runtime, { userFolder, port: await freePort(), env });
		try {
			const served = { url: n8n.url, rest: await Rest.open(n8n.url), emulator, timeline };
			await listsNodes(served, names);
			await use(served);
		} finally {
			await n8n.stop();
		}
	} finally {
		timeline.stop();
		await emulator.close();
	}
}

const store = async ({ rest, emulator }: Served, type: string): Promise<Stored> =>
	await rest.post<Stored>('/rest/credentials', {
		name: type,
		type,
		data: credentialsOf(emulator)[type],
	});

/** `npm run e2e:packages`: each package alone in a real n8n, and all of them beside each other. */
async function main(): Promise<void> {
	const runtime = await ensureRuntime();
	const folder = packAll();
	// One for all, as n8n takes longest to set up its database.
	const userFolder = newUserFolder();
	const names = [COMBINED, ...CLOUDS.map(({ cloud }) => PACKAGES[cloud])];
	await withPackages(runtime, userFolder, folder, names, async (served) => {
		for (const one of CLOUDS) {
			const credential = await store(served, one.vendor.credential);
			for (const name of [COMBINED, PACKAGES[one.cloud]]) {
				await findsInstance(served, name, one, credential);
			}
		}
	});
	for (const one of CLOUDS) {
		const name = PACKAGES[one.cloud];
		await withPackages(runtime, userFolder, folder, [name], async (served) => {
			await findsInstance(served, name, one, await store(served, one.vendor.credential));
		});
	}
	console.log('\nAll packages work alone and beside each other');
}

report(main());
