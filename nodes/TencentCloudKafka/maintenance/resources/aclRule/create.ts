import type { Operation } from '../../../../shared/contract/operation';
import { singleItem, post } from '../../../../shared/contract/operation';
import { flag, text } from '../../../../shared/form/fields';
import { findAclRule } from '../../../api/find';
import { matchesOf } from '../../../api/records';
import { instance } from '../../../fields';
import { checkPrincipals } from '../../../resources/acl/checks';
import { CUTS_OFF, ruleList } from '../../../resources/acl/fields';
import { patternType } from './fields';
import { ruleOf } from './record';

/** Creates an ACL rule. CKafka CreateAclRule. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create ACL rule',
	description: 'Create an ACL rule that applies to topics by name prefix or as a preset',
	api: 'CreateAclRule',
	request: post('/'),
	kind: 'create',
	warning: CUTS_OFF,
	constant: { body: { ResourceType: 'Topic' } },
	fields: [
		instance(),
		text('RuleName', 'Rule Name', {
			name: 'newRuleName',
			required: true,
			placeholder: 'e.g. orders-readers',
		}),
		patternType(true),
		text('Pattern', 'Prefix', {
			required: true,
			show: { patternType: ['PREFIXED'] },
			placeholder: 'e.g. orders.',
			hint: 'Applies to every topic whose name starts with this prefix, including topics created later',
		}),
		ruleList(
			'Permissions on the topics that the rule applies to: user, operation, and client address',
		),
	],
	options: [
		flag(
			'IsApplied',
			'Apply to New Topics',
			'Whether to apply a preset rule to topics created from now on',
			{ asNumber: true },
		),
		text('Comment', 'Comment', { description: 'Comment on the rule' }),
	],
	check: checkPrincipals,
	outcome: (answer, request) => singleItem(ruleOf(answer, request)),
	find: {
		matches: async (item, request) => {
			const { InstanceId, RuleName } = request.body ?? {};
			return matchesOf(await findAclRule(item, InstanceId, RuleName), request);
		},
		key: 'RuleName',
		// The list says when it was made, but as a text without a time zone.
	},
	subject: ({ RuleName: name }) => `ACL rule ${String(name)}`,
};
