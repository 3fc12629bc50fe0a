import { startEmulator } from '../emulator';
import { closeOnSignal, introduction } from '../emulator/introduction';
import { createHarness, type Harness } from '../test/harness';
import type { VendorName } from '../test/support/clouds';
import { layOut, PACKAGES } from '../test/support/packages';
import { alibabaDemo } from './alibaba';
import { credentialsOf } from './credentials';
import { fleetDemo } from './fleet';
import { huaweiDemo } from './huawei';
import { printTable } from './table';
import { tencentDemo } from './tencent';
import { CheckFailed, Timeline } from './timeline';

/** Virtual seconds per real second: creating an instance takes 3 seconds instead of 10 minutes. */
const SPEED = 180;
const PORTS = { huawei: 4510, iam: 4511, alibaba: 4512, tencent: 4513 };

const DEMOS = [
	['Huawei Cloud', huaweiDemo],
	['Alibaba Cloud', alibabaDemo],
	['Tencent Cloud', tencentDemo],
	['Kafka Fleet', fleetDemo],
] as const;

const keep = process.argv.includes('--keep');

/** Whether each cloud's workflows run with the package for that cloud alone. */
const apart = process.argv.includes('--packages');

const CLOUDS: Readonly<Record<string, VendorName>> = {
	'Huawei Cloud': 'huawei',
	'Alibaba Cloud': 'alibaba',
	'Tencent Cloud': 'tencent',
};

async function main(): Promise<void> {
	const emulator = await startEmulator({ speed: SPEED, ports: keep ? PORTS : {} });
	console.log(
		'The clouds are emulated on this machine: no request leaves it, and nothing is billed.',
	);
	console.log(`Time in the emulated clouds runs ${SPEED} times as fast; the left column shows it.`);
	const packages = apart ? layOut() : undefined;
	const settings = { credentials: credentialsOf(emulator), timeScale: 1 / SPEED };
	const harnessFor = async (cloud: string): Promise<Harness | undefined> => {
		if (!packages) return await createHarness(settings);
		const only = CLOUDS[cloud];
		return only
			? await createHarness({
					...settings,
					packageDirs: [packages.of(only)],
					renamed: { 'n8n-nodes-managed-kafka': PACKAGES[only] },
				})
			: undefined;
	};
	const timeline = new Timeline(emulator);
	let failed: unknown;
	try {
		for (const [cloud, demo] of DEMOS) {
			const harness = await harnessFor(cloud);
			if (!harness) continue;
			timeline.step(apart ? `${cloud}, by ${PACKAGES[CLOUDS[cloud]]}` : cloud);
			const table = await demo(emulator, harness, timeline);
			timeline.step(`Summary for ${cloud}`);
			printTable(table);
		}
		console.log(
			`\n${timeline.checks} checks passed, ${timeline.requests} signed requests, ${timeline.seconds.toFixed(1)} s`,
		);
	} catch (error) {
		failed = error;
	}
	timeline.stop();
	packages?.remove();
	if (failed) {
		console.error(
			`\nThe demo stopped: ${failed instanceof CheckFailed ? `check failed: ${failed.message}` : String((failed as Error).stack)}`,
		);
		process.exitCode = 1;
	}
	if (!keep || failed) return await emulator.close();
	emulator.clock.speed = 60;
	console.log(`\n${introduction(emulator)}`);
	closeOnSignal(emulator);
}

main().catch((error: NodeJS.ErrnoException) => {
	const taken = error.code === 'EADDRINUSE' ? ' Another emulator may be running.' : '';
	console.error(`The demo could not start: ${error.message}.${taken}`);
	process.exitCode = 1;
});
