import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { aclOf, aclText } from '../../api/records';
import { operation } from '../../api/requests';
import { entry } from './fields';

/** Takes a permission away. AliKafka API Reference, DeleteAcl. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete ACL entry',
	description: 'Remove a permission from a SASL user; all values must match the ACL entry',
	...operation('delete', 'DeleteAcl'),
	fields: entry(),
	outcome: (_answer, { body = {} }) => singleItem({ ...aclOf(body), deleted: true }),
	subject: (json) => `${aclText(json)} deleted`,
};
