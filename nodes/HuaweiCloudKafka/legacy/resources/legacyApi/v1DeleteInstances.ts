import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { choice } from '../../../../shared/form/fields';
import { deleteMany } from '../../../resources/instance/deleteMany';
import { deprecated } from './deprecated';

/** The request as V2 names its parameters. */
const asCurrent = ({ body: { allFailure, ...body } = {}, ...request }: ApiRequest): ApiRequest => ({
	...request,
	body: { ...body, all_failure: allFailure },
});

/** Deletes instances with V1. DMS for Kafka API Reference 7.1.1.5. */
export const v1DeleteInstances: Operation = {
	...deleteMany,
	value: 'v1DeleteInstances',
	name: 'Delete Many Instances (V1)',
	action: 'Delete many instances with V1',
	description: deprecated(
		'delete multiple instances, or all instances whose creation failed',
		'Instance: Delete Many',
	),
	api: 'V1BatchRestartOrDeleteInstances',
	request: post('/v1.0/{project_id}/instances/action'),
	kind: 'delete',
	options: [
		choice('allFailure', 'All Failed Instances', {
			values: { kafka: 'Delete All Kafka Instances Whose Creation Failed' },
			description: 'Leave the list of instances empty when you use this option',
		}),
	],
	check: (request, parameterOf) => deleteMany.check?.(asCurrent(request), parameterOf),
	before: async (item, request) => await deleteMany.before?.(item, asCurrent(request)),
	outcome: (body, request, item) => deleteMany.outcome?.(body, asCurrent(request), item) ?? [],
};
