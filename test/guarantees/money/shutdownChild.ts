/**
 * A process with n8n's engine that waits for new instances, for `shutdown.test.ts`. Its log goes to
 * its output, as n8n's does. SIGTERM stops all executions, the way `ActiveExecutions` of n8n does;
 * the process is not made to exit, so that anything that goes on keeps it alive.
 */
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { chain, createHarness, node } from '../../harness';

/** What one of its executions does. */
export interface Task {
	/** Full name of the node. */
	type: string;
	credential: string;
	data: ICredentialDataDecryptedObject;
	parameters: INodeParameters;
	/** Input item. */
	json: { n: string };
}

async function main(tasks: Task[]): Promise<void> {
	const credentials = Object.fromEntries(tasks.map(({ credential, data }) => [credential, data]));
	const n8n = await createHarness({ credentials });
	const executions = tasks.map(({ type, credential, parameters, json }) =>
		n8n.run(chain(node('K', type, parameters, { credentials: [credential] })), {
			inputItems: [{ json }],
		}),
	);
	process.once('SIGTERM', () => {
		for (const execution of executions) execution.cancel();
	});
}

void main(JSON.parse(process.env.TASKS ?? '[]') as Task[]);
