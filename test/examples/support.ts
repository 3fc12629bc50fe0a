import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import { credentialsOf } from '../../demo/credentials';
import { createHarness, type AnyNodeType, type Harness } from '../harness';
import { closeAtEnd } from '../support/closing';
import { VirtualClock } from '../support/virtualClock';

/**
 * Clouds with the given contents, and an n8n with a credential for each of them, on one virtual time; see
 * `closeAtEnd`.
 */
export async function stage(
	options: EmulatorOptions,
	nodes: Record<string, AnyNodeType> = {},
): Promise<{ em: Emulator; n8n: Harness; clock: VirtualClock }> {
	const clock = new VirtualClock();
	const em = await startEmulator({ time: clock, ...options });
	clock.of(em);
	closeAtEnd(async () => {
		clock.close();
		await em.close();
	});
	const n8n = await createHarness({ credentials: credentialsOf(em), nodes, clock });
	return { em, n8n, clock };
}
