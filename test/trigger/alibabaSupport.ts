import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { join } from 'node:path';

import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import { createHarness, node, projectRoot, type Harness } from '../harness';
import { ALL_INSTANCE_EVENTS, Watch, type Scene } from './support';

const TRIGGER = 'n8n-nodes-managed-kafka.alibabaCloudKafkaTrigger';
const CREDENTIAL = 'alibabaCloudApi';

export { ALL_INSTANCE_EVENTS };
export const ALL_TOPIC_EVENTS = ['topicCreated', 'topicDeleted'];

/** Data of a credential for the emulator. */
export const credentialOf = (
	{ credentials, alibaba }: Emulator,
	more: IDataObject = {},
): IDataObject => ({
	...credentials.alibaba.permanent,
	region: credentials.alibaba.region,
	endpoint: alibaba.url,
	...more,
});

/** Gives the trigger another credential of the same name. */
export const setCredential = (n8n: Harness, data: IDataObject): void =>
	void Object.assign(n8n.credentials, { [CREDENTIAL]: data });

/** Opens a cloud whose clock stands still until it is advanced. */
export async function openAlibaba(
	alibaba: EmulatorOptions['alibaba'] = {},
	credential: IDataObject = {},
): Promise<Scene> {
	const em = await startEmulator({ speed: 0, alibaba });
	const data = credentialOf(em, credential) as never;
	const n8n = await createHarness({ credentials: { [CREDENTIAL]: data } });
	const { retryTimes } = await import(join(projectRoot, 'dist/nodes/shared/request/retry.js'));
	Object.assign(retryTimes, { first: 2, longest: 8 });
	const { alibaba: vendor } = await import(
		join(projectRoot, 'dist/nodes/AlibabaCloudKafka/vendor.js')
	);
	vendor.pace = () => ({ perSecond: 1000, atOnce: 8 });
	let counted = 0;
	return {
		em,
		n8n,
		watch: (parameters: INodeParameters) => {
			const trigger = node('Watch', TRIGGER, parameters, { credentials: [CREDENTIAL] });
			return new Watch(n8n, n8n.makeWorkflow({ name: 'test', nodes: [trigger] }));
		},
		requests: () => {
			const counts: Record<string, number> = {};
			for (const { operation } of em.requests.slice(counted)) {
				counts[String(operation)] = (counts[String(operation)] ?? 0) + 1;
			}
			counted = em.requests.length;
			return counts;
		},
		close: async () => await em.close(),
	};
}
