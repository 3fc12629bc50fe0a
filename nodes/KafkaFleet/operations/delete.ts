import { Failure } from '../../shared/contract/failure';
import { cap, type Caps } from '../../shared/fleet/caps';
import type { Done } from '../deletion/job';
import { carryOut, unseen } from '../deletion/run';
import type { NodeRun } from '../run/nodeRun';
import { askedBy, inRightAccounts, jobOf, type Asked } from './asked';
import { emitNamed } from './emitNamed';
import type { FleetOperation } from './operation';

/** Deletes the instances that the items name, after all guards; the cap counts all of them together. */
export const deleteNamed: FleetOperation = {
	resource: 'cleanUp',
	value: 'delete',
	name: 'Delete',
	action: 'Delete instance',
	description: 'Delete the instance of each item, after an approval or when its mark is due',
	runs: 'all',
	async run(run) {
		const all = await inRightAccounts(run, validOf(run));
		if (all.length === 0) return;
		const due = byInstance(all);
		const caps = strictest(all);
		const { allowed, stopped } = cap(new Map([['all', { due, read: 0 }]]), caps, () => 0);
		if (stopped.length > 0 && allowed.length === 0) {
			const failure = tooManyNamed(stopped.length, caps);
			for (const one of all) run.fail(one.planned.index, failure, run.about(one.planned.index));
			return;
		}
		const left = stopped.flatMap(({ one, because }) => one.map((each) => leftOut(each, because)));
		const done = await carryOut(allowed.flat().map(jobOf));
		await emitNamed(run, [...done, ...left], all);
	},
};

/** What the items ask for; one that is not valid is told by itself. */
function validOf(run: NodeRun): Asked[] {
	return [...run.context.getInputData().keys()].flatMap((index) => {
		try {
			return askedBy(run, index);
		} catch (error) {
			run.fail(index, error, run.about(index));
			return [];
		}
	});
}

/** Several items may name one instance, by its key or by its ID alone; it counts once. */
function byInstance(all: readonly Asked[]): Asked[][] {
	const groups = new Map<string, Asked[]>();
	for (const one of all) {
		const { vendor, id } = one.planned.target;
		const key = `${vendor.cloud}:${id}`;
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()];
}

/** One that the cap leaves for the next run. */
const leftOut = (one: Asked, message: string): Done => ({
	planned: one.planned,
	instance: unseen(jobOf(one)),
	outcome: { outcome: 'kept', message, more: { guard: 'cap' } },
});

/** The caps hold for all items together, so the smallest one counts where an expression gives several. */
function strictest(all: readonly Asked[]): Caps {
	const caps = all.map(({ settings }) => settings.caps);
	return {
		most: Math.min(...caps.map(({ most }) => most)),
		mostPercent: Math.min(...caps.map(({ mostPercent }) => mostPercent)),
		whenTooMany: caps.some(({ whenTooMany }) => whenTooMany === 'none') ? 'none' : 'oldestFirst',
	};
}

const tooManyNamed = (count: number, { most }: Caps) =>
	new Failure('notSent', `${count} instances are named, but 'Maximum Deletions' is ${most}`, {
		advice: 'Nothing was deleted. Increase the limit, or send fewer items.',
	});
