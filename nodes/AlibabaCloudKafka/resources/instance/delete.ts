import type { Operation } from '../../../shared/contract/operation';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { instanceDeleted } from '../../completions/instanceDeletion';
import { instance } from '../../fields';
import { simple } from './simple';

/** Deletes an instance that is released or has expired. AliKafka API Reference, DeleteInstance. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete instance',
	description:
		"Delete an instance that has been released or has expired; see also 'Delete Completely'",
	...operation('delete', 'DeleteInstance'),
	fields: [instance()],
	outcome: acknowledged({ deleted: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} deleted`,
	simple,
	completion: instanceDeleted,
};
