import { empty, json } from '../../http/answer';
import { refuse } from '../answers/errors';
import { instanceRecord } from '../answers/instanceRecord';
import type { Instance } from '../model/instance';
import { beginDeletion, beginRestart, startTask } from '../model/lifecycle';
import type { HuaweiState } from '../model/state';
import { maintenance, page, pageNumber } from '../requests/checks';
import type { Handler } from '../requests/context';

const MAX_BATCH = 50;
/** Statuses that forbid deleting (DMS.00400099). */
const NOT_DELETABLE = ['CREATING', 'STARTING', 'STOPPING', 'RESTARTING'];

const record = (state: HuaweiState, instance: Instance) =>
	instanceRecord(instance, state.accounts.users[0]?.userName ?? '');

/** One instance (5.1.3); one being deleted is still found, with its status. */
export const ShowInstance: Handler = (_request, context) =>
	json(200, record(context.state, context.instance()));

/** Instances of the project, newest first (5.1.2), without those being deleted. */
export const ListInstances: Handler = (request, context) => {
	const { name, instance_id, status, enterprise_project_id, offset, limit } =
		request.query as Record<string, string | undefined>;
	const exact = request.query.exact_match_name === 'true';
	const failed = request.query.include_failure === 'true' || status === 'CREATEFAILED';
	const found = context.state
		.of(context.project.id)
		.filter((i) => !i.deleting && (failed || i.status !== 'CREATEFAILED'))
		.filter((i) => !name || (exact ? i.name === name : i.name.includes(name)))
		.filter((i) => !instance_id || i.id === instance_id)
		.filter((i) => !status || i.status === status)
		.filter((i) => !enterprise_project_id || i.enterpriseProjectId === enterprise_project_id);
	const start = pageNumber('offset', offset, 0, [0, Number.MAX_SAFE_INTEGER]);
	const size = pageNumber('limit', limit, 10, [1, 50]);
	const instances = page(found, start, size, 'DMS.00400062');
	return json(200, {
		instances: instances.map((instance) => record(context.state, instance)),
		instance_num: found.length,
	});
};

interface UpdateBody {
	name?: string;
	description?: string;
	maintain_begin?: string;
	maintain_end?: string;
	security_group_id?: string;
	retention_policy?: 'produce_reject' | 'time_base';
	enterprise_project_id?: string;
}

/** Changes basic settings (5.1.5); a new retention policy runs as a background task. */
export const UpdateInstance: Handler = (request, context) => {
	const body = request.body as UpdateBody;
	const instance = context.runningInstance();
	const taken = context.state.of(context.project.id).filter((i) => i !== instance && !i.deleting);
	if (context.state.rules.uniqueNames && taken.some((i) => i.name === body.name)) {
		refuse('DMS.00400060');
	}
	if (body.maintain_begin !== undefined || body.maintain_end !== undefined) {
		const window = maintenance(body.maintain_begin ?? '', body.maintain_end ?? '');
		[instance.maintainBegin, instance.maintainEnd] = window;
	}
	instance.name = body.name ?? instance.name;
	instance.description = body.description ?? instance.description;
	instance.securityGroupId = body.security_group_id ?? instance.securityGroupId;
	instance.enterpriseProjectId = body.enterprise_project_id ?? instance.enterpriseProjectId;
	const policy = body.retention_policy;
	if (policy !== undefined && policy !== instance.retentionPolicy) {
		const params = {
			new_retention_policy: policy,
			origin_retention_policy: instance.retentionPolicy,
		};
		const task = { id: context.state.ids.hex(), name: 'changeRetentionPolicy', params };
		startTask(instance, task, context.now, () => {
			instance.retentionPolicy = policy;
			return true;
		});
	}
	return empty();
};

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
		const failed = existing.filter((i) => i.status === 'CREATEFAILED');
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
		const accepted = instance !== undefined && act(body.action, instance, context.now);
		return { result: accepted ? 'success' : 'failed', instance: id };
	});
	return json(200, { results });
};

/** Begins the action; false when the instance's status does not allow it. */
function act(action: BatchBody['action'], instance: Instance, now: number): boolean {
	if (action === 'delete') {
		if (instance.deleting || instance.prePaid) return false;
		beginDeletion(instance, now);
		return true;
	}
	if (instance.status !== 'RUNNING') return false;
	beginRestart(instance, now);
	return true;
}
