import { printTable } from '../demo/table';
import type { Timeline } from '../demo/timeline';

/** How long each subject of a run takes, and how many checks it has. */
export class Stopwatch {
	private readonly rows: Array<{ subject: string; checks: number; seconds: string }> = [];

	constructor(private readonly timeline: Timeline) {}

	/** Carries a subject out. */
	async time<T>(subject: string, work: () => Promise<T>): Promise<T> {
		const { checks, seconds } = this.timeline;
		const result = await work();
		this.rows.push({
			subject,
			checks: this.timeline.checks - checks,
			seconds: (this.timeline.seconds - seconds).toFixed(1),
		});
		return result;
	}

	/** Prints all subjects, and the sum. */
	print(): void {
		const { checks, seconds } = this.timeline;
		console.log();
		printTable(this.rows);
		console.log(`\n${checks} checks passed in ${seconds.toFixed(0)} s`);
	}
}
