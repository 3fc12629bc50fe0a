import { asFailure, Failure } from '../../shared/contract/failure';
import { complete } from '../../shared/fleet/complete';
import type { Judgement } from '../../shared/fleet/judge';
import type { FleetInstance } from '../../shared/fleet/record';
import { blankRecord } from '../../shared/fleet/record';
import type { FleetRun } from '../run/fleetRun';
import { atOnce } from '../run/atOnce';
import type { Decision, Judging, Planned } from './decide';
import { decide } from './decide';
import type { Outcome } from './send';
import type { Done, Job, Result } from './job';
import { repeated, Seen } from './repeated';
import { isUnderWay, send, waitUntilGone } from './send';

/** Failures in a row after which no more is tried in a cloud. */
const MOST_IN_A_ROW = 3;

/** Deletions that are watched at once. */
const WATCHED_AT_ONCE = 8;

/**
 * Carries out what was planned: one after another within a cloud, the clouds in parallel. A dry run does
 * the same but for the last request. One that does not succeed stops no other one, except where a cloud
 * refuses the key or several in a row. What two jobs name is done once.
 *
 * @throws {Failure} `cancelled`
 */
export async function carryOut(all: readonly Job[]): Promise<Done[]> {
	const clouds = new Map<string, Job[]>();
	for (const job of all) {
		const { cloud } = job.planned.target.vendor;
		clouds.set(cloud, [...(clouds.get(cloud) ?? []), job]);
	}
	const done = await Promise.all([...clouds.values()].map(async (jobs) => await inCloud(jobs)));
	return done.flat();
}

async function inCloud(all: readonly Job[]): Promise<Done[]> {
	const results: Result[] = [];
	const seen = new Seen();
	const byLogin = new Map<string, { inARow: number; ended?: Failure }>();
	for (const job of all) {
		// One credential that is refused says nothing of another.
		const login = byLogin.get(job.login ?? '') ?? { inARow: 0 };
		byLogin.set(job.login ?? '', login);
		const before = seen.of(job);
		if (before) {
			results.push({ job, decision: before.decision, outcome: repeated(before) });
			continue;
		}
		if (login.ended) {
			results.push({ job, decision: {}, outcome: notTried(login.ended) });
			continue;
		}
		const { run, planned, judging } = job;
		const { decision, outcome } = await one(run, planned, judging);
		results.push({ job, decision, outcome });
		seen.add({ job, decision, outcome });
		const { failure } = outcome;
		login.inARow = failure ? login.inARow + 1 : 0;
		if (failure && (login.inARow >= MOST_IN_A_ROW || isKeyRefused(planned, failure))) {
			login.ended = failure;
		}
	}
	return await atOnce(results, WATCHED_AT_ONCE, async ({ job, decision, outcome }) => {
		const { run, planned, judging } = job;
		return {
			planned,
			instance: decision.instance ?? planned.chosen ?? unseen(job, decision.scope),
			judgement: decision.judgement,
			outcome: await finalOutcome(run, planned, decision, outcome, judging),
		};
	});
}

const isKeyRefused = ({ target }: Planned, failure: Failure): boolean =>
	failure.details.httpStatus === 401 || target.vendor.notReadReason(failure) === 'noPermission';

function notTried({ message: why }: Failure): Outcome {
	const message = `It was not tried, as deletions before it did not succeed in this cloud: ${why}.`;
	return { outcome: 'notTried', message, failure: new Failure('notSent', message) };
}

/** One that was never seen may as well be of another account or region. */
const notThere = ({ chosen, target }: Planned): Outcome => ({
	outcome: 'alreadyGone',
	message: chosen
		? 'It is not there any more.'
		: `There is no instance ${target.id} in this region of the credential's account: it is gone, or its key belongs to another account.`,
});

/** Judges one anew and deletes it, unless that is a dry run or something keeps it. */
async function one(
	run: FleetRun,
	planned: Planned,
	judging: Judging,
): Promise<{ decision: Decision; outcome: Outcome }> {
	let decision: Decision;
	try {
		decision = await decide(run, planned, judging);
	} catch (error) {
		const failure = run.hide(asFailure(error));
		if (run.signal?.aborted) throw failure;
		const message = `It was not deleted, as it could not be read again: ${failure.message}.`;
		return { decision: {}, outcome: { outcome: 'refused', message, failure } };
	}
	const { at, instance, judgement, note } = decision;
	if (!instance || !at || !judgement) {
		return { decision, outcome: notThere(planned) };
	}
	if (!judgement.candidate) {
		return { decision, outcome: noted(keptOutcome(instance, judgement), note) };
	}
	if (judging.settings.dryRun) {
		const message = judgement.rules.map(({ because }) => because).join('; ');
		const isNoted = note !== undefined;
		return {
			decision,
			outcome: noted({ outcome: 'wouldDelete', message: isNoted ? `${message}.` : message }, note),
		};
	}
	const { key, name } = instance;
	run.context.logger.info(`${run.context.getNode().name}: deleting ${key} (${run.hide(name)})`);
	const sent = await send(planned.target, at, instance, judging.settings.how);
	return { decision, outcome: noted(sent, note) };
}

/** An outcome with what else there is to know of it. */
const noted = (outcome: Outcome, note = ''): Outcome => ({
	...outcome,
	message: [outcome.message, note].filter(Boolean).join(' '),
});

/** What a judgement says that keeps an instance. */
export function keptOutcome({ state }: FleetInstance, { kept, whatToDo }: Judgement): Outcome {
	if (state === 'deleting') return { outcome: 'alreadyDeleting', message: '' };
	if (state === 'gone') return { outcome: 'alreadyGone', message: '' };
	const message = kept.length > 0 ? kept.map(({ because }) => because).join(' ') : whatToDo;
	return { outcome: 'kept', message, more: { guard: kept[0]?.guard ?? null } };
}

async function finalOutcome(
	run: FleetRun,
	{ target }: Planned,
	{ at, instance }: Decision,
	outcome: Outcome,
	{ settings }: Judging,
): Promise<Outcome> {
	const isWaited = settings.waitUntilGone && !settings.dryRun && isUnderWay(outcome);
	if (!isWaited || !at || !instance) return outcome;
	const until = run.clock.monotonic() + settings.maximumWait;
	return await waitUntilGone(target, at, instance, settings.how, outcome, until);
}

/** What is known of an instance that was never seen. */
export const unseen = (
	{ run, planned: { target }, judging }: Job,
	scope = target.scope,
): FleetInstance => {
	const now = run.clock.now();
	const record = blankRecord(scope, target.id, now);
	return complete(record, { ...judging.completing, now });
};
