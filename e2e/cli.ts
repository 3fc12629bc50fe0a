import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IRunExecutionData } from 'n8n-workflow';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { credentialsOf } from '../demo/credentials';
import { newInstance } from '../test/support/given';
import { n8nCli } from './n8n';
import type { Room } from './room';
import { chain, credentialOf, itemsOf, kafkaNode } from './workflows';

const ID = 'provisionFromCli';

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

/** n8n's command line: credentials and a workflow are imported, and the workflow is executed. */
export async function cli(room: Room): Promise<void> {
	const { runtime, settings, emulator, timeline } = room;
	timeline.step("n8n's command line");
	await importCredentials(room);
	const create = newInstance('orders-cli', { createIfAbsent: true });
	const workflow = chain(
		kafkaNode('Create', 'huaweiCloudKafka', {
			...create,
			waitForCompletion: true,
			waitOptions: { pollInterval: 1 },
		}),
		kafkaNode('Create Again', 'huaweiCloudKafka', create),
	);
	await importing(room, 'import:workflow', { ...workflow, id: ID, active: false, settings: {} });
	timeline.say('imported a workflow');
	const printed = await n8nCli(runtime, settings, 'execute', `--id=${ID}`, '--rawOutput');
	// n8n prints warnings of its own before the result.
	const { data, finished } = JSON.parse(printed.slice(printed.indexOf('{\n'))) as {
		data: IRunExecutionData;
		finished: boolean;
	};
	const [made] = itemsOf(data, 'Create');
	const [again] = itemsOf(data, 'Create Again');
	const instance = emulator.huawei.state.named('orders-cli');
	timeline.check('"n8n execute" succeeds', finished && !data.resultData.error);
	timeline.check(
		`an instance was created and waited for: ${String(made?.instance_id)}, ${String(made?.status)}`,
		made?.created === true && made.status === 'RUNNING' && made.instance_id === instance?.id,
	);
	timeline.check(
		'Create If Absent found it the second time',
		again?.created === false && again.instance_id === made.instance_id,
	);
	timeline.check('the cloud has one instance', emulator.huawei.state.instances.length === 1);
}
