import type { Field } from '../../../shared/contract/field';
import type { Operation } from '../../../shared/contract/operation';
import { choice, text } from '../../../shared/form/fields';
import { ACL_WORDS } from '../../api/records';
import { aclPages } from '../../api/pages';
import { readOperation } from '../../api/requests';
import { instance, word } from '../../fields';
import { readAcls } from './readAcls';

const among = (wireName: keyof typeof ACL_WORDS, displayName: string, description: string): Field =>
	word(choice(wireName, displayName, { values: ACL_WORDS[wireName], open: true, description }));

/**
 * Lists who may do what. AliKafka API Reference, DescribeAcls, which wants a user and the name of a resource:
 * without them, DescribeAclResourceName of the official SDK 2.14.0 gives the names.
 */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many ACL entries',
	description: 'Get the ACL entries of an instance, or those for one SASL user or resource',
	...readOperation('DescribeAcls'),
	fields: [instance()],
	options: [
		text('Username', 'User Name', {
			name: 'userName',
			placeholder: 'e.g. orders-service',
			description: 'Return only ACL entries for this SASL user; * for those for all users',
		}),
		among('AclResourceType', 'Resource Type', 'Return only ACL entries for this type of resource'),
		text('AclResourceName', 'Resource Name', {
			placeholder: 'e.g. orders_created',
			description: 'Return only ACL entries for this name',
		}),
		among('AclResourcePatternType', 'Pattern Type', 'Return only ACL entries of this type'),
		among('AclOperationType', 'Operation', 'Return only ACL entries for this operation'),
		among('AclPermissionType', 'Permission', 'Return only ACL entries that do this'),
		text('Host', 'Host', {
			placeholder: 'e.g. 192.168.0.10',
			description: 'Return only ACL entries for this client (serverless)',
		}),
	],
	pages: aclPages,
	runSteps: readAcls,
};
