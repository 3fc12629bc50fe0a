import { asFailure } from '../../shared/contract/failure';
import { startOfDay } from '../../shared/fleet/dates';
import { guardsAgainst } from '../../shared/fleet/guards';
import { TAGS } from '../../shared/fleet/marks';
import type { FleetInstance } from '../../shared/fleet/record';
import type { FleetVendor } from '../../shared/fleet/vendor';
import { tagValue } from '../../shared/fleet/tags';
import { DAY } from '../../shared/fleet/times';
import type { FleetRow } from '../report/shapes';
import type { FleetRun } from '../run/fleetRun';
import { cloudTimeOf, readFleet } from '../run/inventory';
import { keepOf } from '../run/judging';
import { writeTags } from '../run/tagging';
import { emitRows, emittingOf, refusesUnread } from './emitting';
import { vendorOf } from './find';
import type { FleetOperation } from './operation';

/** Days before the due date unless the user says otherwise. */
export const REMIND_DAYS = 2;

/** Marked instances that are due soon, each told once for its date. */
export const remind: FleetOperation = {
	resource: 'cleanUp',
	value: 'remind',
	name: 'Remind',
	action: 'Get instances to remind of',
	description: 'Get marked instances that are due soon, each once for its date',
	runs: 'shared',
	async run(run, index) {
		const parameters = run.parameters(index);
		const settings = run.settings(index);
		const within = parameters.number('withinDays', 'Within (Days)', REMIND_DAYS);
		const isOnce = parameters.isOn('once', 'Once', true);
		const keep = keepOf(parameters);
		const emitting = emittingOf(parameters, 'Kafka instances to be deleted soon');
		const completing = { ...settings.completing, protectedWords: keep.words };
		const fleet = run.fleetRun(index);
		const inventory = await readFleet(fleet, { ...settings, completing }, { details: false });
		// Told before any reminder is noted: who was noted and not told would not be told again.
		if (refusesUnread(run, index, inventory, settings)) return;
		const here = run.clock.now();
		const rows: FleetRow[] = [];
		const notes: string[] = [];
		for (const instance of inventory.instances) {
			const now = cloudTimeOf(inventory, instance, here);
			const left = daysLeft(instance, now ?? here);
			if (left === undefined || left > within) continue;
			const grounds = { rules: {}, combine: 'any' as const, keep, now, here, zone: run.zone };
			if (guardsAgainst(instance, grounds, []).some(({ guard }) => STAYS.has(guard))) continue;
			if (isOnce && wasReminded(instance)) continue;
			const done = { daysLeft: left, deleteAfter: instance.mark?.deleteAfter ?? null };
			let reminded: boolean | string = false;
			if (isOnce) {
				try {
					reminded = await note(fleet, settings.vendors, instance);
				} catch (error) {
					const { message } = asFailure(error);
					// It is told all the same, and again the next time.
					notes.push(
						`${instance.name}: it could not be noted that its owner was reminded: ${message}.`,
					);
				}
			}
			rows.push({ instance, done: { ...done, reminded } });
		}
		await emitRows(run, fleet, index, rows, inventory, settings, emitting, notes);
	},
};

/** Guards by which an instance stays beyond its date, so that there is nothing to remind of. */
const STAYS: ReadonlySet<string> = new Set([
	'keepTag',
	'keepTags',
	'protectedWord',
	'keepIds',
	'deletionProtection',
]);

/** Whole days until a mark is due, 0 where it is; `undefined` without a mark. */
function daysLeft({ mark, state }: FleetInstance, now: number): number | undefined {
	const due = mark ? startOfDay(mark.deleteAfter) : undefined;
	if (due === undefined || state === 'deleting' || state === 'released') return undefined;
	return Math.max(0, Math.ceil((due - now) / DAY));
}

/** A date that was changed reminds anew. */
const wasReminded = ({ tags, mark }: FleetInstance): boolean =>
	mark !== null && tagValue(tags, TAGS.reminded) === mark.deleteAfter;

async function note(
	fleet: FleetRun,
	vendors: readonly FleetVendor[],
	instance: FleetInstance,
): Promise<boolean | string> {
	const vendor = vendorOf(vendors, instance);
	const at = await fleet.open(vendor, instance.region);
	const set = { [TAGS.reminded]: instance.mark?.deleteAfter ?? '' };
	return (await writeTags(vendor, at, instance, set, [])) || 'unconfirmed';
}
