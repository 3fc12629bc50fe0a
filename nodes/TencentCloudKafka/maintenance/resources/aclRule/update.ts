import type { Operation } from '../../../../shared/contract/operation';
import { singleItem, post } from '../../../../shared/contract/operation';
import { flag } from '../../../../shared/form/fields';
import { fromRequest } from '../../../api/records';
import { aclRule, instance } from '../../../fields';
import { ruleOf } from './record';

/**
 * Changes whether new topics get a preset rule; nothing else can be changed. CKafka ModifyAclRule, where the switch
 * counts as off when it is left out, and the result is the key of the rule: 0 would be no code.
 */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update ACL rule',
	description: 'Change whether a preset ACL rule applies to topics created from now on',
	api: 'ModifyAclRule',
	request: post('/'),
	kind: 'change',
	fields: [
		instance(),
		aclRule(),
		flag(
			'IsApplied',
			'Apply to New Topics',
			'Whether to apply the preset rule to topics created from now on',
			{ asNumber: true },
		),
	],
	outcome: (answer, request) =>
		singleItem({ ...ruleOf(answer, request), ...fromRequest(request, 'IsApplied'), updated: true }),
	subject: ({ RuleName: name }) => `ACL rule ${String(name)} updated`,
};
