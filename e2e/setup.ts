import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { credentialsOf } from '../demo/credentials';
import type { Emulator } from '../emulator';
import type { Rest } from './rest';
import { root } from './runtime';

export interface ExampleWorkflow {
	name: string;
	nodes: Array<{ type: string; credentials?: Record<string, { id: string; name: string }> }>;
	connections: object;
	settings?: object;
}

const NAMES: Record<string, string> = {
	managedKafkaHuaweiCloudApi: 'Huawei Cloud (emulated)',
	managedKafkaAlibabaCloudApi: 'Alibaba Cloud (emulated)',
	managedKafkaTencentCloudApi: 'Tencent Cloud (emulated)',
};

/** A credential in n8n. */
export interface Stored {
	id: string;
	name: string;
}

/** Stores credentials for the emulated clouds, by type. */
export async function addCredentials(
	rest: Rest,
	emulator: Emulator,
): Promise<Record<string, Stored>> {
	const stored: Record<string, Stored> = {};
	for (const [type, data] of Object.entries(credentialsOf(emulator))) {
		const name = NAMES[type];
		const { id } = await rest.post<Stored>('/rest/credentials', { name, type, data });
		stored[type] = { id, name };
	}
	return stored;
}

const FOLDER = join(root, 'examples');

/** Names of the example workflows' files, without their ending, in the order of `examples`. */
export const exampleKeys = (): string[] =>
	readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => file.replace(/\.json$/, ''));

/** The example workflows, each with the credentials that fit its nodes. */
export function examples(credentials: Record<string, Stored>): ExampleWorkflow[] {
	return exampleKeys().map((key) => {
		const workflow = JSON.parse(
			readFileSync(join(FOLDER, `${key}.json`), 'utf8'),
		) as ExampleWorkflow;
		for (const node of workflow.nodes) {
			for (const type of Object.keys(node.credentials ?? {})) {
				if (node.credentials && credentials[type]) node.credentials[type] = credentials[type];
			}
		}
		return workflow;
	});
}
