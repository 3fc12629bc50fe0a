import { cap } from '../../shared/fleet/caps';
import { Failure } from '../../shared/contract/failure';
import { isMarkUnreadable } from '../../shared/fleet/marks';
import type { FleetInstance } from '../../shared/fleet/record';
import { isListedOnly, scopeOf } from '../../shared/fleet/record';
import { judgeDeletion, type Judging, type Planned } from '../deletion/decide';
import { carryOut, keptOutcome } from '../deletion/run';
import { checkAccounts, deletionSettings } from '../deletion/settings';
import type { FleetRow } from '../report/shapes';
import { cloudTimeOf, readFleet, type Inventory } from '../run/inventory';
import type { NodeRun } from '../run/nodeRun';
import { doneRow, notesOf, row } from './doneRows';
import { emitRows, emittingOf, refusesUnread } from './emitting';
import { vendorOf } from './find';
import type { FleetOperation } from './operation';

/** Deletes what is marked and due, after all guards; a dry run says what that would be. */
export const deleteMarked: FleetOperation = {
	resource: 'cleanUp',
	value: 'deleteMarked',
	name: 'Delete Marked',
	action: 'Delete marked instances',
	description: 'Delete the instances whose mark is due; a dry run only lists them',
	runs: 'shared',
	check(run, index) {
		run.settings(index);
		deletionSettings(run, index);
		emittingOf(run.parameters(index), '');
	},
	async run(run, index) {
		const parameters = run.parameters(index);
		const given = run.settings(index);
		const settings = deletionSettings(run, index);
		const emitting = emittingOf(
			parameters,
			settings.dryRun ? 'Dry run: Kafka instances due for deletion' : 'Kafka instances deleted',
		);
		const completing = { ...given.completing, protectedWords: settings.keep.words };
		const judging: Judging = { settings, zone: run.zone, completing, timeLimit: given.timeLimit };
		const fleet = run.fleetRun(index);
		await checkAccounts(fleet, given.vendors, settings);
		const inventory = await readFleet(fleet, { ...given, completing }, { details: false });
		// Told before anything is deleted: a failure at the end would hide what was.
		if (refusesUnread(run, index, inventory, given)) return;
		const judged = inventory.instances
			.filter((one) => isMeant(one, settings.finishReleased))
			.map((one) => ({ one, judgement: judgeChosen(one) }));
		const kept = judged.filter(({ judgement }) => !judgement.candidate);
		const due = judged
			.filter(({ judgement }) => judgement.candidate)
			.sort((a, b) => longestDue(a.one, b.one));
		const toFinish = due.filter(({ judgement }) => judgement.action === 'finish');
		const toDelete = due.filter(({ judgement }) => judgement.action !== 'finish');
		const incomplete = settings.needAllRegions && isIncomplete(inventory);
		const { allowed, stopped } = incomplete
			? { allowed: [], stopped: due.map(({ one }) => ({ one, because: NOT_ALL_REGIONS })) }
			: cap(
					byCloud(inventory, toDelete),
					{ ...settings.caps, used: usedBeside(run, toDelete) },
					longestDue,
				);
		for (const { key } of allowed) run.chosen.add(key);
		const isTooMany = !incomplete && allowed.length === 0 && stopped.length > 0;
		if (isTooMany && !settings.dryRun && !run.goesOn) throw tooMany(stopped);
		const finishing = incomplete ? [] : toFinish.map(({ one }) => one);
		const planned = [...finishing, ...allowed].map((one): Planned => {
			const target = {
				vendor: vendorOf(given.vendors, one),
				scope: scopeOf(one),
				id: one.id,
			};
			return { target, chosen: one, needMark: true, index };
		});
		const done = await carryOut(planned.map((one) => ({ run: fleet, planned: one, judging })));
		const judgementOf = new Map(judged.map(({ one, judgement }) => [one.key, judgement]));
		const rows: FleetRow[] = [
			...done.map(doneRow),
			...stopped.map(({ one, because }) =>
				row(one, judgementOf.get(one.key), {
					outcome: 'kept',
					message: because,
					more: { guard: incomplete ? 'needAllRegions' : 'cap' },
				}),
			),
			...kept.map(({ one, judgement }) => row(one, judgement, keptOutcome(one, judgement))),
		];
		await emitRows(run, fleet, index, rows, inventory, given, emitting, notesOf(settings));

		function judgeChosen(one: FleetInstance) {
			const here = run.clock.now();
			const now = cloudTimeOf(inventory, one, here);
			return judgeDeletion(vendorOf(given.vendors, one), one, true, judging, { now, here });
		}
	},
};

/** What this operation says something about: marked ones, and released ones that are still listed. */
const isMeant = (one: FleetInstance, finishReleased: boolean): boolean =>
	one.mark !== null || isMarkUnreadable(one.tags) || (finishReleased && isListedOnly(one));

/** What other items have used of the cap; what is due for this one too counts here. */
function usedBeside({ chosen }: NodeRun, due: Array<{ one: FleetInstance }>): number {
	const keys = new Set(due.map(({ one }) => one.key));
	return [...chosen].filter((key) => !keys.has(key)).length;
}

const isIncomplete = ({ rows, failed }: Inventory): boolean =>
	failed.size > 0 || rows.some(({ reason }) => reason !== 'skipped');

const NOT_ALL_REGIONS =
	"Not all regions could be read, and 'Require All Regions' is on, so nothing is deleted.";

/** What has been due for longest comes first, and of that the oldest. */
function longestDue(a: FleetInstance, b: FleetInstance): number {
	const order = ({ mark, createdAt, key }: FleetInstance) =>
		[mark?.deleteAfter ?? '', createdAt ?? '', key].join('|');
	const [one, other] = [order(a), order(b)];
	return one < other ? -1 : one > other ? 1 : 0;
}

function byCloud({ instances }: Inventory, due: Array<{ one: FleetInstance }>) {
	const clouds = new Map<string, { due: FleetInstance[]; read: number }>();
	for (const { cloud } of instances) {
		const found = clouds.get(cloud) ?? { due: [], read: 0 };
		clouds.set(cloud, { ...found, read: found.read + 1 });
	}
	for (const { one } of due) clouds.get(one.cloud)?.due.push(one);
	return clouds;
}

/** @throws Never; what stopped the run, with what is due by name */
export const tooMany = (stopped: Array<{ one: FleetInstance; because: string }>) =>
	new Failure('notSent', `Nothing was deleted: ${stopped[0].because.replace(/\.$/, '')}`, {
		advice: `Due: ${stopped.map(({ one }) => `${one.name} (${one.key})`).join(', ')}. Increase the limit, or set 'When Too Many' to delete the oldest ones first.`,
	});
