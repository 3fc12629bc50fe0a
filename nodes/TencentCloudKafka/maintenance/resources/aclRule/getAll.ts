import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import { flag, text } from '../../../../shared/form/fields';
import { rulePages } from '../../../api/pages';
import { instance } from '../../../fields';
import { patternType } from './fields';

/** Lists ACL rules. CKafka DescribeAclRule; all come in one answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many ACL rules',
	description: 'Get many ACL rules of an instance, with the topics they apply to',
	api: 'DescribeAclRule',
	request: post('/'),
	kind: 'read',
	fields: [instance()],
	options: [
		text('RuleName', 'Rule Name', {
			placeholder: 'e.g. orders-readers',
			description: 'Return only this rule',
		}),
		patternType(),
		flag('IsSimplified', 'Short Form', 'Whether to return the rules in short form'),
	],
	pages: rulePages,
};
