import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { aclPages } from '../../api/pages';
import { instance } from '../../fields';
import { resourceType } from './fields';

/** Lists ACLs. CKafka DescribeACL; the codes of an answer are those of the request. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many ACL entries',
	description: 'Get many ACLs of topics, consumer groups, or the cluster',
	api: 'DescribeACL',
	request: post('/'),
	kind: 'read',
	fields: [instance(), resourceType()],
	options: [
		text('ResourceName', 'Topic or Consumer Group', {
			placeholder: 'e.g. orders.created',
			description: 'Return only ACLs of this topic or consumer group',
		}),
		text('SearchWord', 'Keyword', {
			description: 'Return only ACLs that contain this text; deprecated',
		}),
	],
	pages: aclPages,
};
