import { text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { flowDone } from '../../completions/instance';
import { instance } from '../../fields';
import { flowOf } from '../../api/requests';
import { aclPages } from '../../api/contents';
import { create, createMany } from './create';
import {
	aclOperation,
	checkName,
	checkOperation,
	host,
	permission,
	principalLocator,
	resourceName,
	resourceType,
} from './fields';

/** Lists ACLs. CKafka DescribeACL; the codes of an answer are those of the request. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many ACL entries',
	description: 'Get many ACLs of topics, consumer groups, or the cluster',
	api: 'DescribeACL',
	request: post('/'),
	effect: 'read',
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

/**
 * Deletes the ACL that has just these values. CKafka DeleteAcl; for the cluster the name has to be
 * there and be empty.
 */
const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete ACL',
	description:
		'Delete the ACL that matches these values exactly; its user does not have to exist anymore',
	api: 'DeleteAcl',
	request: post('/'),
	fields: [
		instance(),
		principalLocator(),
		resourceName(),
		resourceType(),
		aclOperation(),
		permission(),
	],
	options: [host('Client address of the ACL, exactly as listed')],
	check: (request) => {
		checkOperation(request);
		checkName(request);
	},
	before: async (_item, { body = {} }) => {
		body.ResourceName ??= '';
	},
	outcome: (answer, { body }) => one({ deleted: true, Host: '*', ...body, ...flowOf(answer) }),
	subject: ({ Principal: user, ResourceName: name }) =>
		`ACL of ${String(user)} on ${String(name || 'the cluster')} deleted`,
	completion: flowDone,
};

export const acl: Resource = {
	value: 'acl',
	name: 'ACL',
	operations: [getAll, create, createMany, deleteOne],
};
