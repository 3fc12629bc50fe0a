import { DAY } from '../../core/clock';
import { json, type Answer } from '../../http/answer';
import { beginRestoring } from '../model/lifecycle';
import type { Context, Handler } from '../requests/context';

/** An instance of another engine, with the numbers as texts that its pages print. */
const OF_OTHERS = {
	instance_id: '7d1c2a3b-0000-4000-8000-00000000b001',
	status: 'RECYCLE',
	name: 'rabbitmq-1',
	engine: 'rabbitmq',
	in_recycle_time: '1763350067752',
	auto_delete_time: '1763522867752',
	cost_per_hour: 0.12,
	error_message: null,
	product_id: 'c6.2u4g.cluster',
};

/** The recycle bin of the project: what is in it, and how long it keeps that. */
export const ShowRecycleInstances: Handler = (_request, context) => content(context);

function content({ state, project }: Context): Answer {
	const { recycleDays, recycles, recycleCost, recyclesOthers } = state.rules;
	const rows = state.of(project.id).flatMap(({ id, name, productId, recycledAt }) =>
		recycledAt === undefined
			? []
			: {
					instance_id: id,
					status: 'RECYCLE',
					name,
					engine: 'kafka',
					in_recycle_time: recycledAt,
					save_time: recycleDays,
					auto_delete_time: recycledAt + recycleDays * DAY,
					cost_per_hour: recycleCost,
					error_message: null,
					product_id: productId,
				},
	);
	const others = recyclesOthers ? [{ ...OF_OTHERS, save_time: recycleDays }] : [];
	const all = [...rows, ...others];
	return json(200, {
		retention_days: recycleDays,
		default_use_recycle: recycleDays > 0 && recycles,
		recycle_instances: all.length > 0 ? all : null,
	});
}

/** Takes instances out of the bin, by a background task each; one that is not in it fails alone. */
export const RestoreRecycleInstance: Handler = (request, context) => {
	const { instances = [] } = request.body as { instances?: string[] };
	const chosen = instances.map((id) => context.instance(id));
	const results = chosen.map((instance) => {
		const isThere = instance.recycledAt !== undefined;
		const job_id = isThere ? context.state.ids.hex() : null;
		if (job_id) beginRestoring(instance, job_id, context.now);
		return {
			instance_id: instance.id,
			job_id,
			error_msg: isThere ? null : 'The instance is not in the recycle bin.',
		};
	});
	return json(200, { results });
};

/** Sets whether and for how long deleted instances are kept; what is left out stays. */
export const ModifyRecyclePolicy: Handler = (request, context) => {
	const { rules } = context.state;
	const { retention_days = rules.recycleDays, default_use_recycle = rules.recycles } =
		request.body as { retention_days?: number; default_use_recycle?: boolean };
	rules.recycleDays = retention_days;
	rules.recycles = default_use_recycle;
	return content(context);
};
