import { startEmulator } from './index';
import { closeOnSignal, introduction } from './introduction';

const PORTS = { huawei: 4510, iam: 4511, alibaba: 4512, tencent: 4513 };

const HELP = `Usage: npm run emulator -- [options]

  --speed <n>     virtual seconds per real second (default 1; 60 makes a create take 10 seconds)
  --rate-limits   refuse requests that come too fast
  --any-port      take free ports instead of ${Object.values(PORTS).join(', ')}
  --help          this text
`;

interface Arguments {
	speed: number;
	rateLimits: boolean;
	anyPort: boolean;
}

function readArguments(given: string[]): Arguments | string {
	const read: Arguments = { speed: 1, rateLimits: false, anyPort: false };
	const rest = given.flatMap((argument) => argument.split('='));
	while (rest.length) {
		const option = rest.shift();
		if (option === '--rate-limits') read.rateLimits = true;
		else if (option === '--any-port') read.anyPort = true;
		else if (option === '--speed') {
			read.speed = Number(rest.shift());
			if (!(read.speed > 0)) return '--speed takes a number above 0.';
		} else return `Unknown option ${option}.`;
	}
	return read;
}

async function main(): Promise<void> {
	const given = process.argv.slice(2);
	if (given.includes('--help')) return void process.stdout.write(HELP);
	const options = readArguments(given);
	if (typeof options === 'string') {
		process.stderr.write(`${options}\n\n${HELP}`);
		process.exitCode = 2;
		return;
	}
	const { speed, rateLimits } = options;
	const ports = options.anyPort ? {} : PORTS;
	const emulator = await startEmulator({ ports, speed, rateLimits });
	process.stdout.write(introduction(emulator));
	closeOnSignal(emulator);
}

main().catch((error: NodeJS.ErrnoException) => {
	const taken = error.code === 'EADDRINUSE' ? ' Try --any-port.' : '';
	process.stderr.write(`The emulator could not start: ${error.message}.${taken}\n`);
	process.exitCode = 1;
});
