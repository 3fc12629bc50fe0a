import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { join } from 'node:path';

import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import { createHarness, node, projectRoot, type Harness } from '../harness';
import { Watch } from './support';

const TRIGGER = 'n8n-nodes-managed-kafka.tencentCloudKafkaTrigger';
const CREDENTIAL = 'tencentCloudApi';

/** Data of a credential for the emulator. */
export function tencentCredential(
	{ credentials, tencent }: Emulator,
	more: IDataObject = {},
): never {
	const { secretId, secretKey } = credentials.tencent.permanent;
	const { region } = credentials.tencent;
	return { secretId, secretKey, region, site: 'china', endpoint: tencent.url, ...more } as never;
}

/** An emulated Tencent Cloud and an n8n with a credential for it. */
export interface TencentScene {
	em: Emulator;
	n8n: Harness;
	watch(parameters: INodeParameters): Watch;
	/** Operations requested since the last call, with how often: `{ DescribeInstances: 1 }`. */
	requests(): Record<string, number>;
	close(): Promise<void>;
}

/** Opens a cloud whose clock stands still until it is advanced. */
export async function openTencent(tencent: EmulatorOptions['tencent'] = {}): Promise<TencentScene> {
	const em = await startEmulator({ speed: 0, tencent });
	const n8n = await createHarness({ credentials: { [CREDENTIAL]: tencentCredential(em) } });
	const { retryTimes } = await import(join(projectRoot, 'dist/nodes/shared/request/retry.js'));
	Object.assign(retryTimes, { first: 2, longest: 8 });
	let counted = 0;
	return {
		em,
		n8n,
		watch: (parameters) => {
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
