import { DEFAULT_DURATIONS } from './huawei/model/durations';
import type { Emulator } from './index';

const CREATE_SECONDS = DEFAULT_DURATIONS.create / 1000;

function fields(title: string, values: Array<[label: string, value: string]>): string {
	const width = Math.max(...values.map(([label]) => label.length));
	const lines = values.map(([label, value]) => `    ${label.padEnd(width)}  ${value}`);
	return `  ${title}\n${lines.join('\n')}\n`;
}

/** How fast the emulated time runs, in words. */
function pace(speed: number): string {
	if (speed === 1) return 'The emulator is running, in real time. Nothing is kept after it ends.';
	const seconds = Math.round(CREATE_SECONDS / speed);
	return `The emulator is running, ${speed} times as fast as real time: creating a Huawei instance takes
${seconds} seconds instead of ${CREATE_SECONDS}. Nothing is kept after it ends.`;
}

/** What to type into n8n to use a running emulator. */
export function introduction(emulator: Emulator): string {
	const { huawei, alibaba, tencent } = emulator.credentials;
	return [
		pace(emulator.clock.speed),
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
		fields('Tencent Cloud, temporary key: as above, but', [
			['Secret ID', tencent.temporary.secretId],
			['Secret Key', tencent.temporary.secretKey],
			['Token', tencent.temporary.token],
		]),
		`Faults, clock and state can be set over ${emulator.huawei.url}/_emulator/ (docs/emulator.md).`,
		'Press Ctrl+C to stop.',
		'',
	].join('\n');
}

/** Ends a running emulator when the user does. */
export function closeOnSignal(emulator: Emulator): void {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			emulator.close().catch((error: unknown) => {
				process.stderr.write(`${String(error)}\n`);
				process.exitCode = 1;
			});
		});
	}
}
