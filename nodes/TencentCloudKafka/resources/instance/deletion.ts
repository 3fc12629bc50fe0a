import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { fromRequest, taskOf } from '../../api/records';
import { instanceDeleted } from '../../completions/instance';

/** What comes back from deleting an instance, in either billing mode. */
export const deletion = {
	outcome: (answer, request) =>
		singleItem({ deleted: true, ...fromRequest(request, 'InstanceId'), ...taskOf(answer) }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} deleted`,
	completion: instanceDeleted,
} satisfies Partial<Operation>;
