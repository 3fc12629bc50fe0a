import type { IDataObject } from 'n8n-workflow';

import { BadInput, quoted } from '../../shared/contract/badInput';
import { dayOf, passesAt, startOfDay } from '../../shared/fleet/dates';
import type { Grounds } from '../../shared/fleet/grounds';
import { judge } from '../../shared/fleet/judge';
import { dayIn, tagsOfMark, TAGS } from '../../shared/fleet/marks';
import type { FleetInstance } from '../../shared/fleet/record';
import { DAY } from '../../shared/fleet/times';
import type { FleetVendor } from '../../shared/fleet/vendor';
import type { Tags } from '../../shared/fleet/words';
import { keepOf } from '../run/judging';
import { writeMark } from '../run/marking';
import type { Parameters } from '../run/parameters';
import { readTarget, targetOf } from '../run/target';
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

/** What a later deletion may be of. */
const DELETION = { skipRecycleBin: false, expiredSubscriptions: true };

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
		const read = await readTarget(fleet, target, completing);
		const { at, instance, now } = read;
		if (!instance) throw noSuchInstance(read.target);
		const here = run.clock.now();
		const day = dayWanted(parameters, now ?? here, run.zone);
		const grounds: Grounds = {
			rules: { named: true },
			combine: 'any',
			keep,
			refusal: target.vendor.refusesDeletion(instance, DELETION),
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
		if (isDry) {
			const would = markedBy(tagsOfMark(day, reason));
			return tell({ ...would, marked: false, outcome: 'wouldMark', message: '' });
		}
		const how = { day, reason, hadMark: before !== undefined };
		const { tags, isSeen } = await writeMark(target.vendor, at, instance, how);
		const marked = markedBy(tags);
		if (!isSeen) return tell(unconfirmed(marked));
		const message = whatIsMissing(target.vendor, tagsOfMark(day, reason), tags);
		tell({ ...marked, marked: true, outcome: 'marked', message });
	},
};

const markedBy = (tags: Tags) => ({
	deleteAfter: tags[TAGS.after],
	why: tags[TAGS.why] ?? null,
});

/** What of a mark the cloud had no room for, a full sentence; '' where nothing is missing. */
function whatIsMissing({ label }: FleetVendor, wanted: Tags, written: Tags): string {
	const day = wanted[TAGS.after];
	if (written[TAGS.after] !== day) {
		return `${label} takes no more instances with the tag ${TAGS.after}=${day}, so that it is marked for a later day.`;
	}
	return wanted[TAGS.why] === written[TAGS.why]
		? ''
		: `${label} takes no more instances with this reason, so that it is marked without one.`;
}

const unconfirmed = (marked: IDataObject): IDataObject => ({
	...marked,
	marked: 'unconfirmed',
	outcome: 'unconfirmed',
	message: `The cloud accepted the tag, but does not show it yet. Check with 'Get' whether ${TAGS.after} has this date before you rely on it.`,
});
