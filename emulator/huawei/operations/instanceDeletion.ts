import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Instance } from '../model/instance';
import { beginDeletion, beginRecycling, beginRestart } from '../model/lifecycle';
import type { Context, Handler } from '../requests/context';

const MAX_BATCH = 50;
/** Statuses that forbid deleting (DMS.00400099). */
const NOT_DELETABLE = ['CREATING', 'STARTING', 'STOPPING', 'RESTARTING'];

/** Deletes one instance (5.1.4). Pre-paid ones have to be unsubscribed elsewhere. */
export const DeleteInstance: Handler = (_request, context) => {
	const instance = context.instance();
	if (NOT_DELETABLE.includes(instance.status)) refuse('DMS.00400099', instance.id);
	if (instance.deleting || instance.prePaid) refuse('DMS.00400026');
	beginDeletion(instance, context.now);
	return empty();
};

interface BatchBody {
	instances?: string[];
	action: 'restart' | 'delete';
	all_failure?: 'kafka';
	force_delete?: boolean;
}

/** Restarts or deletes several instances, or deletes all failed ones (5.1.6). */
export const BatchRestartOrDeleteInstances: Handler = (request, context) => {
	const body = request.body as BatchBody;
	const existing = context.state.of(context.project.id);
	if (body.all_failure === 'kafka') {
		if (body.action !== 'delete') refuse('DMS.00400064', 'all_failure goes with delete.');
		const failed = existing.filter((i) => i.status === 'CREATEFAILED' && !i.prePaid);
		for (const instance of failed) beginDeletion(instance, context.now);
		return empty();
	}
	const ids = body.instances ?? [];
	if (ids.length === 0) refuse('DMS.00400065');
	if (ids.length > MAX_BATCH) refuse('DMS.00400100');
	if (new Set(ids).size !== ids.length) refuse('DMS.00400082');
	const chosen = ids.map((id) => existing.find((instance) => instance.id === id));
	if (body.action === 'delete') {
		const busy = chosen.filter((i) => i && NOT_DELETABLE.includes(i.status));
		if (busy.length) refuse('DMS.00400099', busy.map((i) => i?.id).join(','));
	}
	const results = ids.map((id, i) => {
		const instance = chosen[i];
		const accepted = instance !== undefined && act(body, instance, context);
		return { result: accepted ? 'success' : 'failed', instance: id };
	});
	return json(200, { results });
};

/** Begins the action; false when the instance's status does not allow it. */
function act(body: BatchBody, instance: Instance, { now, state }: Context): boolean {
	if (body.action === 'delete') {
		if (instance.deleting || instance.prePaid) return false;
		const { recycleDays, recycles } = state.rules;
		if (recycleDays > 0 && recycles && body.force_delete !== true)
			beginRecycling(instance, now, recycleDays);
		else beginDeletion(instance, now);
		return true;
	}
	if (instance.status !== 'RUNNING') return false;
	beginRestart(instance, now);
	return true;
}
