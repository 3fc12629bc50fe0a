import type { Operation } from '../../../../shared/contract/operation';
import { del } from '../../../../shared/contract/operation';
import { remove } from '../../../resources/instance/delete';
import { deprecated } from './deprecated';

/** Deletes an instance with V1. DMS for Kafka API Reference 7.1.1.4; 204 without a body. */
export const v1DeleteInstance: Operation = {
	...remove,
	value: 'v1DeleteInstance',
	name: 'Delete Instance (V1)',
	action: 'Delete instance with V1',
	description: deprecated(
		'permanently delete an instance and all its messages',
		'Instance: Delete',
	),
	api: 'V1DeleteInstance',
	request: del('/v1.0/{project_id}/instances/{instance_id}'),
	kind: 'delete',
};
