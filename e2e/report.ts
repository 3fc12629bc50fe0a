import { CheckFailed } from '../demo/timeline';

/** Ends the process with what went wrong, if anything did; n8n is never left running. */
export function report(run: Promise<void>): void {
	// Leaving by `exit` ends what was started; a signal alone would not.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	run.catch((error: Error) => {
		console.error(
			error instanceof CheckFailed
				? `\nCheck failed: ${error.message}`
				: `\n${String(error.stack)}`,
		);
		process.exitCode = 1;
	});
}
