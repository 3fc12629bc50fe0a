import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { instance } from '../../fields';
import { deletion } from './deletion';

/** Isolates and destroys a subscription instance in one go. CKafka DeleteInstancePre. */
export const deleteSubscription: Operation = {
	value: 'deleteSubscription',
	name: 'Delete Subscription',
	action: 'Delete subscription instance',
	description: 'Permanently delete a subscription instance and all its messages',
	api: 'DeleteInstancePre',
	request: post('/'),
	kind: 'delete',
	fields: [instance()],
	...deletion(),
};
