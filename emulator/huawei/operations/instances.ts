import { json } from '../../http/answer';
import { detailOf, instanceRecord } from '../answers/instanceRecord';
import type { Instance } from '../model/instance';
import type { HuaweiState } from '../model/state';
import { page, pageNumber } from '../requests/checks';
import type { Handler } from '../requests/context';

const record = (state: HuaweiState, instance: Instance) => instanceRecord(instance, state.userName);

/** One instance (5.1.3); one being deleted is still found, with its status. */
export const ShowInstance: Handler = (_request, context) => {
	const instance = context.instance();
	return json(200, { ...record(context.state, instance), ...detailOf(instance) });
};

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
