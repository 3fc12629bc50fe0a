import type { IDataObject } from 'n8n-workflow';

import { readActivities, readParts } from '../run/activities';
import { readTarget, targetOf } from '../run/target';
import { activityWanted } from '../run/wanted';
import { noSuchInstance } from './get';
import type { FleetOperation } from './operation';

/** Whether an instance, or each of its topics or groups, was used. */
export const getActivity: FleetOperation = {
	resource: 'instance',
	value: 'getActivity',
	name: 'Get Activity',
	action: 'Get activity of instance',
	description:
		'Find out whether anything was produced or consumed, from the monitoring of the cloud',
	runs: 'item',
	check(run, index) {
		const settings = run.settings(index);
		targetOf(run.parameters(index), settings.vendors);
		activityWanted(run.parameters(index), settings);
	},
	async run(run, index) {
		const parameters = run.parameters(index);
		const settings = run.settings(index);
		const target = targetOf(parameters, settings.vendors);
		const wanted = activityWanted(parameters, settings);
		const detail = parameters.word(
			'detail',
			'Detail',
			['instance', 'topics', 'groups'],
			'instance',
		);
		const fleet = run.fleetRun(index);
		const { instance, target: read } = await readTarget(fleet, target, settings.completing);
		if (!instance) throw noSuchInstance(read);
		const { key, cloud, region, id, name, state } = instance;
		const about: IDataObject = { name, cloud, region, state };
		if (detail !== 'instance') {
			const parts = await readParts(fleet, target.vendor, instance, detail, wanted);
			const part = detail === 'topics' ? 'topic' : 'group';
			run.emit(
				index,
				...parts.map((one) => ({
					...about,
					[part]: fleet.hide(one.name),
					...one.activity,
					id,
					key,
				})),
			);
			return;
		}
		const { byKey, warnings } = await readActivities(fleet, [target.vendor], [instance], wanted);
		run.emit(index, { ...about, ...byKey.get(key), warnings, id, key });
	},
};
