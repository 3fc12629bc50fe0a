import { spawn, spawnSync } from 'node:child_process';

import { until } from '../until';

/** A broker that keeps messages as long as it runs: the mock cluster of librdkafka, in Debian's kcat. */
export interface MockBroker {
	/** Where it listens: 127.0.0.1:37455 */
	readonly address: string;
	/** All messages of a topic, as kcat reads them. */
	read(topic: string): string[];
	/** Sends a message, as kcat does. */
	send(topic: string, message: string): void;
	stop(): void;
}

const KCAT = 'kcat';

function kcat(args: string[], input = ''): string {
	const { stdout, stderr, status } = spawnSync(KCAT, args, { input, encoding: 'utf8' });
	if (status !== 0) throw new Error(`kcat ${args.join(' ')} ended with ${status}: ${stderr}`);
	return stdout;
}

/**
 * Starts one; every topic that a client asks for exists. It speaks plain text and lets everybody in.
 *
 * @throws {Error} What to install, where kcat is missing
 */
export async function openMockBroker(): Promise<MockBroker> {
	if (spawnSync(KCAT, ['-V']).error) {
		throw new Error('kcat is missing, which serves as the Kafka broker: apt-get install kcat');
	}
	// Debian builds kcat without its own -M; a consumer that has nothing to read keeps the cluster alive.
	const args = ['-C', '-b', 'none', '-t', 'idle', '-X', 'test.mock.num.brokers=1'];
	const child = spawn(KCAT, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	const stop = () => void child.kill();
	process.once('exit', stop);
	let printed = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
	const address = await until(
		'the mock cluster says where it listens',
		() => /Mock cluster enabled:.* (127\.0\.0\.1:\d+)/.exec(printed)?.[1],
		10,
	);
	return {
		address,
		read: (topic) =>
			kcat(['-C', '-b', address, '-t', topic, '-e', '-q']).split('\n').filter(Boolean),
		send: (topic, message) => void kcat(['-P', '-b', address, '-t', topic], message),
		stop() {
			process.off('exit', stop);
			stop();
		},
	};
}
