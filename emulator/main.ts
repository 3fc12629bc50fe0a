import { parseArgs } from 'node:util';

import { startEmulator } from './index';
import { closeOnSignal, introduction } from './introduction';

const PORTS = { huawei: 4510, iam: 4511, alibaba: 4512, tencent: 4513 };

const HELP = `Usage: npm run emulator -- [options]

  --speed <n>     virtual seconds per real second (default 1; 60 makes a create take 10 seconds)
  --rate-limits   refuse requests that come too fast
  --any-port      take free ports instead of ${Object.values(PORTS).join(', ')}
  --help          this text
`;

/** The options given; throws an Error that says what is wrong with them. */
function readArguments() {
	const { values } = parseArgs({
		options: {
			speed: { type: 'string', default: '1' },
			'rate-limits': { type: 'boolean', default: false },
			'any-port': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const speed = Number(values.speed);
	if (!(speed > 0)) throw new Error('--speed takes a number above 0.');
	return { ...values, speed };
}

function refuse(error: unknown): void {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
	process.exitCode = 2;
}

async function main(): Promise<void> {
	let options: ReturnType<typeof readArguments>;
	try {
		options = readArguments();
	} catch (error) {
		return refuse(error);
	}
	if (options.help) return void process.stdout.write(HELP);
	const emulator = await startEmulator({
		ports: options['any-port'] ? {} : PORTS,
		speed: options.speed,
		rateLimits: options['rate-limits'],
	});
	process.stdout.write(introduction(emulator));
	closeOnSignal(emulator);
}

main().catch((error: NodeJS.ErrnoException) => {
	const taken = error.code === 'EADDRINUSE' ? ' Try --any-port.' : '';
	process.stderr.write(`The emulator could not start: ${error.message}.${taken}\n`);
	process.exitCode = 1;
});
