import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { instance } from '../../fields';
import { deletion } from './deletion';

/** Deletes an instance that is billed by the hour. CKafka DeleteInstancePost; no check for what uses it. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete instance',
	description: 'Permanently delete a pay-as-you-go instance and all its messages',
	api: 'DeleteInstancePost',
	request: post('/'),
	kind: 'delete',
	fields: [instance()],
	...deletion(false),
};
