import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { userPages } from '../../api/pages';
import { instance, nameFilter } from '../../fields';

/** Lists SASL users. CKafka DescribeUser. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'Get many SASL users of an instance',
	api: 'DescribeUser',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	options: [nameFilter('users')],
	pages: userPages,
};
