import type { IDataObject } from 'n8n-workflow';

import { MARK_TAGS } from '../../shared/fleet/marks';
import { tagValue } from '../../shared/fleet/tags';
import { readTarget, targetOf } from '../run/target';
import { writeTags } from '../run/tagging';
import { noSuchInstance } from './get';
import type { FleetOperation } from './operation';

/** Takes a mark away again; other tags stay. */
export const unmark: FleetOperation = {
	resource: 'cleanUp',
	value: 'unmark',
	name: 'Unmark',
	action: 'Remove mark of instance',
	description: 'Remove the tags of a mark, so that the instance is not deleted',
	runs: 'item',
	check(run, index) {
		targetOf(run.parameters(index), run.settings(index).vendors);
	},
	async run(run, index) {
		const parameters = run.parameters(index);
		const settings = run.settings(index);
		const target = targetOf(parameters, settings.vendors);
		const why = parameters.text('why', 'Reason');
		const read = await readTarget(run.fleetRun(index), target, settings.completing);
		const { at, instance } = read;
		if (!instance) throw noSuchInstance(read.target);
		const { key, cloud, region, id, name, state, tags, mark } = instance;
		const about = { name, cloud, region, state, was: mark?.deleteAfter ?? null, why };
		const tell = (done: IDataObject) => run.emit(index, { ...about, ...done, id, key });
		const there = MARK_TAGS.filter((tag) => tagValue(tags, tag) !== undefined);
		if (tags !== null && there.length === 0) {
			return tell({ unmarked: true, outcome: 'unchanged', message: '' });
		}
		const gone = tags === null ? MARK_TAGS : there;
		const isSeen = await writeTags(target.vendor, at, instance, {}, gone);
		const message = isSeen
			? ''
			: 'The cloud accepted it, but still shows the tags. Check before you rely on it.';
		const outcome = isSeen ? 'unmarked' : 'unconfirmed';
		tell({ unmarked: isSeen || 'unconfirmed', outcome, message });
	},
};
