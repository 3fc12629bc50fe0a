import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { instanceDeleted } from '../../completions/instance';
import { instance } from '../../fields';
import { flowOf } from '../../api/requests';

/** What the deletions of both billing modes have in common. */
const deletion = {
	request: post('/'),
	fields: [instance()],
	outcome: (answer, { body }) =>
		one({ deleted: true, InstanceId: body?.InstanceId, ...flowOf(answer) }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} deleted`,
	completion: instanceDeleted,
} satisfies Partial<Operation>;

/** Deletes an instance that is billed by the hour. CKafka DeleteInstancePost; no check for what uses it. */
export const deletePayAsYouGo: Operation = {
	...deletion,
	value: 'delete',
	name: 'Delete',
	action: 'Delete instance',
	description: 'Permanently delete a pay-as-you-go instance and all its messages',
	api: 'DeleteInstancePost',
};

/** Isolates and destroys a subscription instance in one go. CKafka DeleteInstancePre. */
export const deleteSubscription: Operation = {
	...deletion,
	value: 'deleteSubscription',
	name: 'Delete Subscription',
	action: 'Delete subscription instance',
	description: 'Permanently delete a subscription instance and all its messages',
	api: 'DeleteInstancePre',
};
