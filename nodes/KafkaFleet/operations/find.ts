import { filterBy } from '../../shared/fleet/filters';
import type { Grounds } from '../../shared/fleet/grounds';
import { guardsAgainst } from '../../shared/fleet/guards';
import { judge, needsActivity } from '../../shared/fleet/judge';
import type { FleetInstance } from '../../shared/fleet/record';
import type { FleetVendor } from '../../shared/fleet/vendor';
import { readActivities } from '../run/activities';
import { cloudTimeOf, readFleet } from '../run/inventory';
import { filtersOf, keepOf, rulesOf } from '../run/judging';
import { emitRows, emittingOf } from './emitting';
import type { FleetOperation } from './operation';

const NO_DELETION = { skipRecycleBin: false, expiredSubscriptions: false };

/** Instances that rules take for waste, each with the reason, and with what keeps it. */
export const find: FleetOperation = {
	resource: 'cleanUp',
	value: 'find',
	name: 'Find Candidates',
	action: 'Find candidates to clean up',
	description: 'Find instances that are idle, failed, expired, or past their date; reads only',
	runs: 'shared',
	async run(run, index) {
		const parameters = run.parameters(index);
		const settings = run.settings(index);
		const filters = filtersOf(parameters, run.zone);
		const rules = rulesOf(parameters);
		const combine = parameters.word('combine', 'Combine Rules', ['any', 'all'], 'any');
		const keep = keepOf(parameters);
		const isAll = parameters.word('show', 'Show', ['candidates', 'all'], 'candidates') === 'all';
		const emitting = emittingOf(parameters, 'Kafka clean-up candidates');
		const completing = { ...settings.completing, protectedWords: keep.words };
		const fleet = run.fleetRun(index);
		const inventory = await readFleet(fleet, { ...settings, completing }, { details: false });
		const here = run.clock.now();
		const wanted = inventory.instances.filter(filterBy(filters, here));
		const groundsOf = (one: FleetInstance): Grounds => ({
			rules,
			combine,
			keep,
			refusal: vendorOf(settings.vendors, one).refusesDeletion(one, NO_DELETION),
			now: cloudTimeOf(inventory, one, here),
			here,
			zone: run.zone,
		});
		// What is kept anyway needs no monitoring calls.
		const open = wanted.filter((one) => guardsAgainst(one, groundsOf(one), []).length === 0);
		const activities =
			needsActivity(rules) &&
			(await readActivities(fleet, settings.vendors, open, {
				hours: (rules.idleFor?.days ?? 0) * 24,
				whenMissing: parameters.word(
					'whenMissing',
					'When Metrics Are Missing',
					['unknown', 'service'],
					'unknown',
				),
				floor: parameters.number('noiseFloor', 'Noise Floor', 0),
				timeLimit: settings.timeLimit,
			}));
		const rows = wanted.map((instance) => {
			const activity = activities ? activities.byKey.get(instance.key) : undefined;
			const judgement = judge(instance, { ...groundsOf(instance), activity });
			return { instance, ...(activities && { activity: activity ?? null }), judgement };
		});
		// Of what is kept anyway, activity is not read: that is no rule that could not be applied.
		const unclear = rows.filter(
			({ judgement: { kept, unclear: open } }) => kept.length === 0 && open.length > 0,
		).length;
		const notes = [
			...(unclear > 0
				? [`For ${unclear} instances a rule could not be applied: see 'judgement.unclear'.`]
				: []),
			...(activities ? activities.warnings : []),
		];
		const shown = isAll ? rows : rows.filter(({ judgement }) => judgement.candidate);
		await emitRows(run, fleet, index, shown, inventory, settings, emitting, notes);
	},
};

/** The cloud of an instance. */
export const vendorOf = (vendors: readonly FleetVendor[], one: FleetInstance): FleetVendor => {
	const found = vendors.find(({ cloud }) => cloud === one.cloud);
	if (!found) throw new TypeError(`no vendor for ${one.cloud}`);
	return found;
};
