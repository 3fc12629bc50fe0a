import type { IDataObject } from 'n8n-workflow';

import { BadInput, quoted } from '../../shared/contract/badInput';
import { dayOf, passesAt, startOfDay } from '../../shared/fleet/dates';
import type { Grounds } from '../../shared/fleet/grounds';
import { judge } from '../../shared/fleet/judge';
import { dayIn, tagsOfMark, TAGS } from '../../shared/fleet/marks';
import type { FleetInstance } from '../../shared/fleet/record';
import { DAY } from '../../shared/fleet/times';
import { keepOf } from '../run/judging';
import type { Parameters } from '../run/parameters';
import { readTarget, targetOf } from '../run/target';
import { writeTags } from '../run/tagging';
import { noSuchInstance } from './get';
import type { FleetOperation } from './operation';

/** Days until a mark is due unless the user says otherwise. */
export const MARK_DAYS = 7;

/** The day of a mark as the user wants it, `YYYY-MM-DD`. */
function dayWanted(parameters: Parameters, now: number, zone: string): string {
	const how = parameters.word('deleteAfter', 'Delete After', ['days', 'date'], 'days');
	if (how === 'days') {
		return dayIn(parameters.number('days', 'Days', MARK_DAYS, [0, 3_650]), now);
	}
	const text = parameters.momentText('date', 'Date');
	if (text === '') throw new BadInput('Date', 'is empty', 'Enter a date.');
	if (startOfDay(text) !== undefined) return notPast(text, now);
	const time = passesAt(text, zone);
	if (time === undefined) {
		throw new BadInput(
			'Date',
			`is not a date: ${quoted(text)}`,
			'Enter a date such as 2026-12-07 or 2026-12-07T08:00:00Z.',
		);
	}
	// Due from the start of a day on, which may not be before what was asked for.
	return notPast(dayOf(time + DAY - 1), now);
}

/** A mistaken year would make the mark due at once. */
function notPast(day: string, now: number): string {
	if (day >= dayOf(now)) return day;
	throw new BadInput('Date', `is in the past: ${day}`, 'Enter a later date, or 0 as Days.');
}

const aboutOf = ({ key, cloud, region, id, name, state, mark }: FleetInstance): IDataObject => ({
	key,
	cloud,
	region,
	id,
	name,
	state,
	deleteAfter: mark?.deleteAfter ?? null,
	why: mark?.why ?? null,
});

/** Marks an instance for a deletion that comes later, so that its owner can keep it until then. */
export const mark: FleetOperation = {
	resource: 'cleanUp',
	value: 'mark',
	name: 'Mark',
	action: 'Mark instance for deletion',
	description: 'Tag an instance with the date after which it can be deleted',
	runs: 'item',
	check(run, index) {
		const parameters = run.parameters(index);
		targetOf(parameters, run.settings(index).vendors);
		keepOf(parameters);
		dayWanted(parameters, run.clock.now(), run.zone);
	},
	async run(run, index) {
		const parameters = run.parameters(index);
		const settings = run.settings(index);
		const target = targetOf(parameters, settings.vendors);
		const keep = keepOf(parameters);
		const reason = parameters.text('reason', 'Reason');
		const overwrites = parameters.isOn('overwrite', 'Overwrite', false);
		const isDry = parameters.isOn('dryRunMark', 'Dry Run', false);
		dayWanted(parameters, run.clock.now(), run.zone);
		const fleet = run.fleetRun(index);
		const completing = { ...settings.completing, protectedWords: keep.words };
		const { at, instance, now } = await readTarget(fleet, target, completing);
		if (!instance) throw noSuchInstance(target);
		const here = run.clock.now();
		const day = dayWanted(parameters, now ?? here, run.zone);
		const how = { skipRecycleBin: false, expiredSubscriptions: true };
		const grounds: Grounds = {
			rules: { named: true },
			combine: 'any',
			keep,
			refusal: target.vendor.refusesDeletion(instance, how),
			now,
			here,
			zone: run.zone,
		};
		const [held] = judge(instance, grounds).kept;
		const tell = (more: IDataObject) => run.emit(index, { ...aboutOf(instance), ...more });
		if (held) {
			return tell({ marked: false, outcome: 'kept', guard: held.guard, message: held.because });
		}
		const before = instance.mark?.deleteAfter;
		const stays = before !== undefined && (before === day || (before < day && !overwrites));
		if (stays) {
			const message = `It is marked already, for deletion after ${before}.`;
			return tell({ marked: true, unchanged: true, outcome: 'unchanged', message });
		}
		const set = tagsOfMark(day, reason);
		const marked = { deleteAfter: day, why: set[TAGS.why] ?? null };
		if (isDry) return tell({ ...marked, marked: false, outcome: 'wouldMark', message: '' });
		// A reason of an earlier mark would say something else than this one.
		const gone = TAGS.why in set ? [] : [TAGS.why];
		const isSeen = await writeTags(target.vendor, at, instance, set, before ? gone : []);
		tell(
			isSeen ? { ...marked, marked: true, outcome: 'marked', message: '' } : unconfirmed(marked),
		);
	},
};

const unconfirmed = (marked: IDataObject): IDataObject => ({
	...marked,
	marked: 'unconfirmed',
	outcome: 'unconfirmed',
	message: `The cloud accepted the tag, but does not show it yet. Check with 'Get' whether ${TAGS.after} has this date before you rely on it.`,
});
