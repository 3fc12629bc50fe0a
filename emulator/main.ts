import { DEFAULT_DURATIONS } from './huawei/durations';
import { EXAMPLE, startEmulator, type Emulator } from './index';

const PORTS = { huawei: 4510, iam: 4511, alibaba: 4512, tencent: 4513 };
const CREATE_SECONDS = DEFAULT_DURATIONS.create / 1000;

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

function fields(title: string, values: Array<[label: string, value: string]>): string {
	const width = Math.max(...values.map(([label]) => label.length));
	const lines = values.map(([label, value]) => `    ${label.padEnd(width)}  ${value}`);
	return `  ${title}\n${lines.join('\n')}\n`;
}

function introduction(emulator: Emulator, { speed }: Arguments): string {
	const { huawei, alibaba, tencent } = EXAMPLE;
	return [
		`The emulator is running, ${speed} times as fast as real time: creating a Huawei instance takes`,
		`${Math.round(CREATE_SECONDS / speed)} seconds instead of ${CREATE_SECONDS}. Nothing is kept after it ends.`,
		'',
		'Create a credential in n8n with these values (all made up):',
		'',
		fields('Huawei Cloud, Authentication: Access Key (AK/SK)', [
			['Access Key ID', huawei.permanent.accessKey],
			['Secret Access Key', huawei.permanent.secretKey],
			['Region', huawei.region],
			['Project ID', `${huawei.projectId} (or empty: it is looked up)`],
			['Endpoint', emulator.huawei.url],
			['IAM Endpoint', emulator.huawei.iamUrl],
		]),
		fields('Huawei Cloud, temporary key: as above, but', [
			['Access Key ID', huawei.temporary.accessKey],
			['Secret Access Key', huawei.temporary.secretKey],
			['Security Token', huawei.temporary.securityToken],
		]),
		fields('Huawei Cloud, Authentication: IAM User Password: as above, but', [
			['Account Name', huawei.user.domainName],
			['User Name', huawei.user.userName],
			['Password', huawei.user.password],
		]),
		fields('Alibaba Cloud', [
			['Access Key ID', alibaba.permanent.accessKeyId],
			['Access Key Secret', alibaba.permanent.accessKeySecret],
			['Region', alibaba.region],
			['Endpoint', emulator.alibaba.url],
		]),
		fields('Tencent Cloud', [
			['Secret ID', tencent.permanent.secretId],
			['Secret Key', tencent.permanent.secretKey],
			['Region', tencent.region],
			['Endpoint', emulator.tencent.url],
		]),
		`Faults, clock and state can be set over ${emulator.huawei.url}/_emulator/ (docs/emulator.md).`,
		'Press Ctrl+C to stop.',
		'',
	].join('\n');
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
	process.stdout.write(introduction(emulator, options));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			emulator.close().catch((error: unknown) => {
				process.stderr.write(`${String(error)}\n`);
				process.exitCode = 1;
			});
		});
	}
}

main().catch((error: NodeJS.ErrnoException) => {
	const taken = error.code === 'EADDRINUSE' ? ' Try --any-port.' : '';
	process.stderr.write(`The emulator could not start: ${error.message}.${taken}\n`);
	process.exitCode = 1;
});
