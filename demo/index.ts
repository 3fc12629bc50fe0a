import { startEmulator, type Emulator } from '../emulator';
import { closeOnSignal, introduction } from '../emulator/introduction';
import { createHarness, type Harness } from '../test/harness';
import type { VendorName } from '../test/support/clouds';
import { layOut, PACKAGES, type LaidOut } from '../test/support/packages';
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

type Demo = (
	emulator: Emulator,
	harness: Harness,
	timeline: Timeline,
) => Promise<Parameters<typeof printTable>[0]>;

/** What is told, and of which cloud alone. */
const STORIES: Array<{ cloud?: VendorName; story: string; demo: Demo }> = [
	{
		cloud: 'huawei',
		story: 'Huawei Cloud: asked for in the chat, used for a day, gone at night',
		demo: huaweiDemo,
	},
	{
		cloud: 'alibaba',
		story: 'Alibaba Cloud: the same, where an order comes first',
		demo: alibabaDemo,
	},
	{ cloud: 'tencent', story: 'Tencent Cloud: everything in one workflow', demo: tencentDemo },
	{ story: 'Kafka Fleet: three clouds, and what nobody needs any more', demo: fleetDemo },
];

/** Requests that order an instance, one for each cloud. */
const ORDERS = ['CreatePostPaidKafkaInstance', 'CreatePostPayInstance', 'CreatePostPaidInstance'];
/** How often an instance is asked for: twice on each cloud. */
const ASKED = 2 * ORDERS.length;

const keep = process.argv.includes('--keep');

/** Whether each cloud's workflows run with the package for that cloud alone. */
const apart = process.argv.includes('--packages');

/** Loads the package for one cloud alone, under whose name the workflows' nodes then are. */
const only = (packages: LaidOut, cloud: VendorName) => ({
	packageDirs: [packages.of(cloud)],
	renamed: { 'n8n-nodes-managed-kafka': PACKAGES[cloud] },
});

async function main(): Promise<void> {
	const emulator = await startEmulator({ speed: SPEED, ports: keep ? PORTS : {} });
	console.log('Four short stories about Kafka instances that people need for a while.\n');
	console.log('The workflows are those of the folder examples, run by the engine of n8n itself.');
	console.log('The clouds are emulated on this machine: no request leaves it, nobody pays.');
	console.log(`Time in them runs ${SPEED} times as fast; the left column shows it.`);
	console.log('Lines with "ok" are checks: the demo looks into the cloud and stops if one fails.');
	const packages = apart ? layOut() : undefined;
	const settings = { credentials: credentialsOf(emulator), timeScale: 1 / SPEED };
	let all: Harness | undefined;
	const whole = async () => (all ??= await createHarness(settings));
	const timeline = new Timeline(emulator);
	let failed: unknown;
	try {
		for (const { cloud, story, demo } of STORIES) {
			if (packages && !cloud) continue;
			const harness =
				packages && cloud
					? await createHarness({ ...settings, ...only(packages, cloud) })
					: await whole();
			timeline.step(packages && cloud ? `== ${story} (${PACKAGES[cloud]})` : `== ${story}`);
			const table = await demo(emulator, harness, timeline);
			timeline.step('In short');
			printTable(table);
		}
		timeline.step('== The bill');
		const orders = emulator.requests.filter(
			({ operation, status }) => status === 200 && ORDERS.includes(String(operation)),
		);
		timeline.check(
			`${ASKED} times, an instance was asked for; ${orders.length} were ordered, none of them twice`,
			orders.length === ORDERS.length,
		);
		console.log('   On the real clouds, each is billed from its order to its deletion.');
		console.log('   Here, it cost nobody anything.');
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
