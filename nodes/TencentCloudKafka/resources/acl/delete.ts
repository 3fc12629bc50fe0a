import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { taskOf } from '../../api/records';
import { aclGone } from '../../completions/acl';
import { checkName, checkOperation, checkPrincipal } from './checks';
import { OPENS, aclFields, host } from './fields';

/**
 * Deletes the ACL that has just these values. CKafka DeleteAcl; for the cluster the name has to be
 * there and be empty.
 */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete ACL',
	description:
		'Delete the ACL that matches these values exactly; its user does not have to exist anymore',
	api: 'DeleteAcl',
	request: post('/'),
	kind: 'delete',
	warning: OPENS,
	fields: aclFields(),
	options: [host('Client address of the ACL, exactly as listed')],
	check: (request) => {
		checkOperation(request);
		checkName(request);
		checkPrincipal(request);
	},
	before: async (_item, { body = {} }) => {
		body.ResourceName ??= '';
	},
	outcome: (answer, { body }) =>
		singleItem({ deleted: true, Host: '*', ...body, ...taskOf(answer) }),
	subject: ({ Principal: user, ResourceName: name }) =>
		`ACL of ${String(user)} on ${String(name || 'the cluster')} deleted`,
	completion: aclGone,
};
