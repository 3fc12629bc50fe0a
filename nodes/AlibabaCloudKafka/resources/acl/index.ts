import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../../shared/contract/completion';
import type { Field } from '../../../shared/contract/field';
import { choice, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { one } from '../../../shared/contract/operation';
import { instance, user } from '../../fields';
import { aclOf, aclPages, aclsLike, reads, writes } from '../../api/requests';

const PATTERNS = {
	LITERAL: 'Literal (Exact Name)',
	PREFIXED: 'Prefixed (Names Starting With This)',
};

/**
 * Whose entry for what. The reference has fewer types and operations for reading and deleting than for
 * creating; the newer SDK has all of them everywhere.
 */
const target = (): Field[] => [
	instance(),
	user('SASL user that the ACL entry applies to; * for all users'),
	choice('AclResourceType', 'Resource Type', {
		required: true,
		values: {
			Topic: 'Topic',
			Group: 'Consumer Group',
			Cluster: 'Cluster',
			TransactionalId: 'Transactional ID',
		},
	}),
	text('AclResourceName', 'Resource Name', {
		required: true,
		placeholder: 'e.g. orders_created',
		hint: 'Name of the topic, consumer group, cluster, or transactional ID; * for all',
	}),
];

/** The whole entry. */
const entry = (): Field[] => [
	...target(),
	choice('AclResourcePatternType', 'Pattern Type', { required: true, values: PATTERNS }),
	choice('AclOperationType', 'Allowed Operation', {
		required: true,
		values: {
			Read: 'Read',
			Write: 'Write',
			Describe: 'Describe (Transactional ID)',
			IdempotentWrite: 'Idempotent Write (Cluster)',
		},
	}),
];

const named = (json: IDataObject) =>
	`ACL of ${String(json.Username)} to ${String(json.AclOperationType)} ${String(json.AclResourceType)} ${String(json.AclResourceName)}`;

/** A new entry is not listed at once. */
const aclListed: Completion = {
	first: 2,
	every: 3,
	look: async (item, json) => {
		const [record] = await aclsLike(item, json);
		if (!record) return { status: 'not listed', kind: 'pending' };
		return { status: 'listed', kind: 'ready', record };
	},
	reached: (sights) => sights[sights.length - 1].kind === 'ready',
	subject: named,
};

/** Allows a user something. AliKafka API Reference, CreateAcl. */
const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create ACL entry',
	description:
		'Allow a SASL user to read or write; access control (ACL) must be on for the instance',
	...writes('CreateAcl'),
	fields: entry(),
	outcome: (_answer, { body = {} }) => one(aclOf(body)),
	find: {
		matches: async (item, { body = {} }) => await aclsLike(item, body),
		key: 'AclResourceName',
		severalPossible: false,
	},
	subject: named,
	completion: aclListed,
};

/** Lists what a user may do with a resource. AliKafka API Reference, DescribeAcls; all in one answer. */
const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many ACL entries',
	description: 'Get the permissions of a SASL user on a topic or consumer group',
	...reads('DescribeAcls'),
	fields: target(),
	options: [
		choice('AclResourcePatternType', 'Pattern Type', {
			values: PATTERNS,
			description:
				'Return only ACL entries of this type: for exactly this name, or for names that start with it',
		}),
	],
	pages: aclPages,
};

/** Takes a permission away. AliKafka API Reference, DeleteAcl. */
const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete ACL entry',
	description: 'Remove a permission from a SASL user; all values must match the ACL entry',
	...writes('DeleteAcl'),
	fields: entry(),
	outcome: (_answer, { body = {} }) => one({ ...aclOf(body), deleted: true }),
	subject: (json) => `${named(json)} deleted`,
};

export const acl: Resource = {
	value: 'acl',
	name: 'ACL',
	operations: [getAll, create, deleteOne],
};
