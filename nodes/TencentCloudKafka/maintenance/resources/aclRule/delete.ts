import type { Operation } from '../../../../shared/contract/operation';
import { singleItem, post } from '../../../../shared/contract/operation';
import { ruleGone } from '../../../completions/listed';
import { aclRule, instance } from '../../../fields';
import { OPENS } from '../../../resources/acl/fields';
import { ruleOf } from './record';

/** Deletes an ACL rule. CKafka DeleteAclRule. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete ACL rule',
	description: 'Delete an ACL rule; topics lose the ACLs that it gave them',
	api: 'DeleteAclRule',
	request: post('/'),
	kind: 'delete',
	warning: OPENS,
	fields: [instance(), aclRule()],
	outcome: (answer, request) => singleItem({ deleted: true, ...ruleOf(answer, request) }),
	subject: ({ RuleName: name }) => `ACL rule ${String(name)} deleted`,
	completion: ruleGone,
};
