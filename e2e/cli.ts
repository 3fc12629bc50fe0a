import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { INode, IRunExecutionData } from 'n8n-workflow';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { credentialsOf } from '../demo/credentials';
import { n8nCli } from './n8n';
import type { Room } from './room';
import { KAFKA_VENDORS, type Vendor } from './vendors';
import { chain, credentialOf, fleetNode, itemsOf, kafkaNode } from './workflows';

const ID = 'provisionFromCli';
const NAME = 'orders-cli';

/** Runs a command of n8n whose input is a file with this content. */
async function importing(
	{ runtime, settings }: Room,
	command: string,
	content: unknown,
): Promise<void> {
	const home = mkdtempSync(join(tmpdir(), 'managed-kafka-'));
	try {
		const path = join(home, 'input.json');
		writeFileSync(path, JSON.stringify(content));
		await n8nCli(runtime, settings, command, `--input=${path}`);
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}

/** Imports credentials for the emulated clouds, each with its type as its ID. */
export async function importCredentials(room: Room): Promise<void> {
	const credentials = Object.entries(credentialsOf(room.emulator)).map(([type, data]) => ({
		...credentialOf(type)[type],
		type,
		data,
	}));
	await importing(room, 'import:credentials', credentials);
	room.timeline.say(`imported ${credentials.length} credentials`);
}

const creating = ({ name }: Vendor) => `Create on ${name}`;
const again = ({ name }: Vendor) => `Create Again on ${name}`;

/** An instance that is waited for, then the same once more. */
function twice(vendor: Vendor): INode[] {
	const { node: type, newInstance, ifAbsent } = vendor;
	const create = { ...newInstance(NAME), ...ifAbsent };
	const waiting = { waitForCompletion: true, waitOptions: { pollInterval: 1 } };
	const second = kafkaNode(again(vendor), type, create);
	second.onError = 'continueRegularOutput';
	return [kafkaNode(creating(vendor), type, { ...create, ...waiting }), second];
}

/** n8n's command line: credentials and a workflow are imported, and the workflow is executed. */
export async function cli(room: Room): Promise<void> {
	const { runtime, settings, emulator, timeline } = room;
	timeline.step("n8n's command line");
	await importCredentials(room);
	const fleet = fleetNode('List All', 'instance/getAll', { returnAll: true });
	const workflow = chain(...KAFKA_VENDORS.flatMap(twice), fleet);
	await importing(room, 'import:workflow', { ...workflow, id: ID, active: false, settings: {} });
	timeline.say('imported a workflow');
	const printed = await n8nCli(runtime, settings, 'execute', `--id=${ID}`, '--rawOutput');
	// n8n prints warnings of its own before the result.
	const { data, finished } = JSON.parse(printed.slice(printed.indexOf('{\n'))) as {
		data: IRunExecutionData;
		finished: boolean;
	};
	timeline.check('"n8n execute" succeeds', finished && !data.resultData.error);
	for (const vendor of KAFKA_VENDORS) {
		const { name, id: field, named } = vendor;
		const [made] = itemsOf(data, creating(vendor));
		const [second] = itemsOf(data, again(vendor));
		const all = named(emulator, NAME);
		timeline.check(
			`${name}: an instance was created and waited for: ${String(made?.[field])}`,
			made?.completed === true && made[field] === all[0]?.id,
		);
		// An order has no "Create If Absent": it is refused where its name is taken.
		const told = second?.error ? String(second.error) : `created: ${String(second?.created)}`;
		timeline.check(
			`the second time it is found: ${told}`,
			second?.error
				? told.includes(all[0].id)
				: second?.created === false && second[field] === all[0].id,
		);
		timeline.check('the cloud has it once', all.length === 1);
	}
	const listed = itemsOf(data, 'List All').filter(({ name }) => name === NAME);
	timeline.check(
		`Kafka Fleet lists ${listed.map(({ key }) => String(key)).join(', ')}`,
		listed.length === KAFKA_VENDORS.length,
	);
}
