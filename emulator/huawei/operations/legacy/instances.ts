import { factsOf } from '../../../core/facts';
import { json } from '../../../http/answer';
import { instanceRecord } from '../../answers/instanceRecord';
import type { Instance } from '../../model/instance';
import type { Handler } from '../../requests/context';
import { UpdateInstance } from '../instanceChanges';
import { BatchRestartOrDeleteInstances, DeleteInstance } from '../instanceDeletion';

const SHOWN = Object.keys(factsOf('huawei', 'V1ShowInstance').response.schema?.properties ?? {});
const NOT_LISTED = ['subnet_name', 'subnet_cidr', 'connector_enable', 'connector_id', 'connect_dn'];

/** The fields V1 has of a V2 record, and its own names for two of them. */
function v1Record(instance: Instance, userName: string): Record<string, unknown> {
	const v2 = instanceRecord(instance, userName);
	const all: Record<string, unknown> = {
		...v2,
		connect_addresses: v2.connect_address,
		kafka_manager_user: instance.managerUser,
		resource_spec_code: v2.resource_spec_code || undefined,
	};
	return Object.fromEntries(SHOWN.filter((name) => name in all).map((name) => [name, all[name]]));
}

/** One instance (7.1.1.2). */
export const V1ShowInstance: Handler = (_request, context) => {
	return json(200, v1Record(context.instance(), context.state.userName));
};

/** Instances of the project (7.1.1.6), all at once; their records are a little shorter. */
export const V1ListInstances: Handler = (request, context) => {
	const query = request.query as Record<string, string | undefined>;
	const { name = '', id, status, enterprise_project_id } = query;
	const exact = query.exactMatchName === 'true';
	const failed = query.includeFailure === 'true' || status === 'CREATEFAILED';
	const { userName } = context.state;
	const instances = context.state
		.of(context.project.id)
		.filter((i) => !i.deleting && (failed || i.status !== 'CREATEFAILED'))
		.filter((i) => !name || (exact ? i.name === name : i.name.includes(name)))
		.filter((i) => !id || i.id === id)
		.filter((i) => !status || i.status === status)
		.filter((i) => !enterprise_project_id || i.enterpriseProjectId === enterprise_project_id)
		.map((instance) => {
			const fields = Object.entries(v1Record(instance, userName));
			return Object.fromEntries(fields.filter(([field]) => !NOT_LISTED.includes(field)));
		});
	return json(200, { instances, instance_num: instances.length });
};

/** Changes basic settings (7.1.1.3). */
export const V1UpdateInstance = UpdateInstance;

/** Deletes one instance (7.1.1.4). */
export const V1DeleteInstance = DeleteInstance;

/** Restarts or deletes several instances, or deletes all failed ones (7.1.1.5). */
export const V1BatchRestartOrDeleteInstances: Handler = (request, context) => {
	const { allFailure, ...body } = request.body as { allFailure?: string };
	return BatchRestartOrDeleteInstances(
		{ ...request, body: { ...body, all_failure: allFailure } },
		context,
	);
};
