import { fork } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs a script of this folder in a process of its own, so that it neither waits for the work of another nor finds what
 * that has changed.
 *
 * @returns What the script hands to `done`
 */
export async function apart<T>(script: string, args: string[]): Promise<T> {
	const child = fork(join(__dirname, script), args, {
		execArgv: [...process.execArgv, '--expose-gc'],
		// The SDK of Huawei Cloud prints every failed request with its headers.
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	return await new Promise((resolve, reject) => {
		// tsx sends messages of its own.
		child.on('message', (message: { result?: T }) => {
			if (message.result !== undefined) resolve(message.result);
		});
		child.on('exit', () => reject(new Error(`${script} ${args.join(' ')} gave no result`)));
	});
}

/** Hands the result of a script to the process that runs it, and ends. */
export function done(result: unknown): void {
	process.send?.({ result }, () => process.exit());
}
