import type { IDataObject } from 'n8n-workflow';

import type { Grounds } from '../../shared/fleet/grounds';
import { judge } from '../../shared/fleet/judge';
import { tagsOfMark, TAGS } from '../../shared/fleet/marks';
import type { FleetInstance } from '../../shared/fleet/record';
import type { FleetVendor } from '../../shared/fleet/vendor';
import type { Tags } from '../../shared/fleet/words';
import { keepOf } from '../run/judging';
import { markDay } from '../run/markDay';
import { writeMark } from '../run/marking';
import { readTarget, targetOf } from '../run/target';
import { noSuchInstance } from './get';
import type { FleetOperation } from './operation';

/** What was done with an instance, between what it is and its key. */
const itemOf = (
	{ key, cloud, region, id, name, state, mark }: FleetInstance,
	done: IDataObject,
): IDataObject => ({
	name,
	cloud,
	region,
	state,
	deleteAfter: mark?.deleteAfter ?? null,
	why: mark?.why ?? null,
	...done,
	id,
	key,
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
		markDay(parameters, run.clock.now(), run.zone);
	},
	async run(run, index) {
		const parameters = run.parameters(index);
		const settings = run.settings(index);
		const target = targetOf(parameters, settings.vendors);
		const keep = keepOf(parameters);
		const reason = parameters.text('reason', 'Reason');
		const overwrites = parameters.isOn('overwrite', 'Overwrite', false);
		const isDry = parameters.isOn('dryRunMark', 'Dry Run', false);
		markDay(parameters, run.clock.now(), run.zone);
		const fleet = run.fleetRun(index);
		const completing = { ...settings.completing, protectedWords: keep.words };
		const read = await readTarget(fleet, target, completing);
		const { at, instance, now } = read;
		if (!instance) throw noSuchInstance(read.target);
		const here = run.clock.now();
		const day = markDay(parameters, now ?? here, run.zone);
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
		const tell = (more: IDataObject) => run.emit(index, itemOf(instance, more));
		if (held) {
			return tell({ marked: false, outcome: 'kept', guard: held.guard, message: held.because });
		}
		const before = instance.mark?.deleteAfter;
		// Someone may have put it off.
		const stays = before !== undefined && (before === day || !overwrites);
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
		const message = whatIsOther(target.vendor, tagsOfMark(day, reason), tags);
		tell({ ...marked, marked: true, outcome: 'marked', message });
	},
};

const markedBy = (tags: Tags) => ({
	deleteAfter: tags[TAGS.after],
	why: tags[TAGS.why] ?? null,
});

/** How a mark differs from what was asked for, as the cloud had no room for it: a full sentence, or ''. */
function whatIsOther({ label }: FleetVendor, wanted: Tags, written: Tags): string {
	const day = wanted[TAGS.after];
	if (written[TAGS.after] !== day) {
		return `${label} takes no more instances with the tag ${TAGS.after}=${day}, so that it is marked for a later day.`;
	}
	return wanted[TAGS.why] === written[TAGS.why]
		? ''
		: `${label} takes no more instances with this reason, so that the reason has the date as well.`;
}

const unconfirmed = (marked: IDataObject): IDataObject => ({
	...marked,
	marked: 'unconfirmed',
	outcome: 'unconfirmed',
	message: `The cloud accepted the tag, but does not show it yet. Check with 'Get' whether ${TAGS.after} has this date before you rely on it.`,
});
