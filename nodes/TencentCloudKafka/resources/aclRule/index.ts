import { choice, flag, locator, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { instance } from '../../fields';
import { resultOf } from '../../api/requests';
import { findAclRule, rulePages } from '../../api/contents';
import { ruleList } from '../acl/fields';

const PATTERN_TYPES = { PREFIXED: 'Topics by Name Prefix', PRESET: 'Preset for Selected Topics' };

/** Creates an ACL rule. CKafka CreateAclRule; the answer is nothing but its key. */
const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create ACL rule',
	description: 'Create an ACL rule that applies to topics by name prefix or as a preset',
	api: 'CreateAclRule',
	request: post('/'),
	constant: { body: { ResourceType: 'Topic' } },
	fields: [
		instance(),
		text('RuleName', 'Rule Name', {
			name: 'newRuleName',
			required: true,
			placeholder: 'e.g. orders-readers',
		}),
		choice('PatternType', 'Pattern Type', { required: true, values: PATTERN_TYPES }),
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
	outcome: (answer, { body }) =>
		one({ RuleName: body?.RuleName, RuleId: resultOf(answer), InstanceId: body?.InstanceId }),
	find: {
		matches: async (item, { body = {} }) => {
			const rule = await findAclRule(item, body.InstanceId, body.RuleName);
			return rule ? [{ ...rule, InstanceId: body.InstanceId }] : [];
		},
		key: 'RuleName',
		severalPossible: false,
		// The list says when it was made, but as a text without a time zone.
	},
	subject: ({ RuleName: name }) => `ACL rule ${String(name)}`,
};

/** Lists ACL rules. CKafka DescribeAclRule; all come in one answer. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many ACL rules',
	description: 'Get many ACL rules of an instance, with the topics they apply to',
	api: 'DescribeAclRule',
	request: post('/'),
	effect: 'read',
	fields: [instance()],
	options: [
		text('RuleName', 'Rule Name', {
			placeholder: 'e.g. orders-readers',
			description: 'Return only this rule',
		}),
		choice('PatternType', 'Pattern Type', { values: PATTERN_TYPES }),
		flag('IsSimplified', 'Short Form', 'Whether to return the rules in short form'),
	],
	pages: rulePages,
};

/** Deletes an ACL rule. CKafka DeleteAclRule; the answer is nothing but its key. */
const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete ACL rule',
	description: 'Delete an ACL rule; topics lose the ACLs that it gave them',
	api: 'DeleteAclRule',
	request: post('/'),
	fields: [
		instance(),
		locator('RuleName', 'ACL Rule', {
			required: true,
			search: 'searchAclRules',
			dependsOn: ['instanceId.value'],
			by: 'Name',
			placeholder: 'e.g. orders-readers',
			description: 'ACL rule to operate on',
		}),
	],
	outcome: (answer, { body }) =>
		one({
			deleted: true,
			RuleName: body?.RuleName,
			RuleId: resultOf(answer),
			InstanceId: body?.InstanceId,
		}),
	subject: ({ RuleName: name }) => `ACL rule ${String(name)} deleted`,
};

export const aclRule: Resource = {
	value: 'aclRule',
	name: 'ACL Rule',
	operations: [getAll, create, deleteOne],
};
