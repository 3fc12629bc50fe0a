import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { allowedAddressPages } from '../../api/pages';
import { existingRoute, instance } from '../../fields';

/** Lists who may use a public route. CKafka DescribeAccessPolicy; all come in one answer. */
export const getAllowedAddresses: Operation = {
	value: 'getAllowedAddresses',
	name: 'Get Allowed Addresses',
	action: 'Get allowed addresses of route',
	description: 'Get the IP addresses and ranges that can use a public route',
	api: 'DescribeAccessPolicy',
	request: post('/'),
	kind: 'read',
	fields: [instance(), existingRoute()],
	pages: allowedAddressPages,
};
