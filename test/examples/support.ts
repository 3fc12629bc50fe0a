import { startEmulator, type Emulator, type EmulatorOptions } from '../../emulator';
import { credentialsOf } from '../../demo/credentials';
import { createHarness, type AnyNodeType, type Harness } from '../harness';

/** Virtual seconds per real second. */
export const SPEED = 600;

/** Clouds with the given contents, and an n8n with a credential for each of them. */
export async function stage(
	{ speed = SPEED, ...options }: EmulatorOptions,
	nodes: Record<string, AnyNodeType> = {},
): Promise<{ em: Emulator; n8n: Harness }> {
	const em = await startEmulator({ speed, ...options });
	const n8n = await createHarness({
		credentials: credentialsOf(em),
		timeScale: 1 / (speed || 1),
		nodes,
	});
	return { em, n8n };
}
