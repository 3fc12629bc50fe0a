import type { Job, Result } from './job';
import type { Outcome } from './send';

/** Outcomes after which the same instance can still be dealt with in another way. */
const NOTHING_DONE: ReadonlySet<string> = new Set(['kept', 'wouldDelete']);

/**
 * What a run has seen in a cloud. An instance is told by its ID, whatever names it: a key, the ID alone, or
 * another credential of its account.
 */
export class Seen {
	private readonly byId = new Map<string, Result[]>();

	/** Notes an instance; one that was not found may be in the account of another credential. */
	add(result: Result): void {
		const { id } = result.job.planned.target;
		if (result.decision.instance) this.byId.set(id, [...(this.byId.get(id) ?? []), result]);
	}

	/** What has settled the same instance already; `undefined` where this job may do something else. */
	of(job: Job): Result | undefined {
		const results = this.byId.get(job.planned.target.id) ?? [];
		return results.find(
			({ job: before, outcome: { outcome, failure } }) =>
				how(before) === how(job) || (!failure && !NOTHING_DONE.has(outcome)),
		);
	}
}

/** By what a job judges, and who asks for it. */
const how = ({ planned, judging, login }: Job): string =>
	JSON.stringify([planned.needMark, judging, login]);

/** The outcome of what an item before has named: a failure stays one. */
export function repeated({ job, outcome }: Result): Outcome {
	const { failure } = outcome;
	const message = `Item ${job.planned.index} is for the same instance.`;
	return failure
		? { outcome: outcome.outcome, message: `${outcome.message} ${message}`, failure }
		: { outcome: 'repeated', message };
}
