import type { Operation } from '../../../shared/contract/operation';
import { del, singleItem } from '../../../shared/contract/operation';
import { withInstance } from '../../api/records';
import { instanceDeleted } from '../../completions/instance';
import { instance } from '../../fields';
import { refusePrepaid } from './prepaid';
import { simple } from './simple';

/**
 * Deletes an instance permanently. DMS for Kafka API Reference 5.1.6; 204 without a body, after which
 * the instance is DELETING until the detail call answers 404. It skips the recycle bin.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete instance',
	description: 'Permanently delete an instance and all its messages',
	api: 'DeleteInstance',
	request: del('/v2/{project_id}/instances/{instance_id}'),
	kind: 'delete',
	fields: [instance()],
	before: refusePrepaid,
	outcome: (_body, _request, item) => singleItem(withInstance({ deleted: true }, item)),
	subject: ({ instance_id: id }) => `instance ${String(id)} deleted`,
	simple,
	completion: instanceDeleted,
};
