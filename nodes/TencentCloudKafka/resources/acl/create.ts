import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { list } from '../../../shared/form/fields';
import type { Access } from '../../api/acls';
import { allListed } from '../../api/acls';
import { taskOf } from '../../api/records';
import { aclListed } from '../../completions/acl';
import { whileBusy } from './again';
import { checkName, checkOperation, checkPrincipal } from './checks';
import { CUTS_OFF, aclFields, host } from './fields';

/** Several names, which the API takes as the text of a JSON list. */
function resourceNames(): Field {
	const field = list('ResourceNameList', 'Multiple Topics or Groups', {
		placeholder: 'e.g. orders.created, orders.paid',
		description: "Comma-separated names; use instead of 'Topic or Consumer Group'",
	});
	return {
		...field,
		serialize: (value) => {
			const names = field.serialize(value);
			return names === undefined ? undefined : JSON.stringify(names);
		},
	};
}

function check(request: ApiRequest): void {
	const { ResourceName: name, ResourceNameList: names } = request.body ?? {};
	checkOperation(request);
	checkName(request, 'ResourceNameList');
	checkPrincipal(request);
	if (name === undefined || names === undefined) return;
	throw new BadInput(
		'Topic or Consumer Group',
		"and 'Multiple Topics or Groups' are both set",
		'Enter only one of them.',
	);
}

const ANY_HOST = '*';

/** What a request asks for, as an item: the names apart, what the API fills in filled in. */
function asked({ body = {} }: ApiRequest): IDataObject {
	const { ResourceNameList: names, ...rest } = body;
	return {
		...rest,
		...(names !== undefined && { ResourceNames: JSON.parse(String(names)) as string[] }),
		Host: body.Host ?? ANY_HOST,
	};
}

/** Creates ACLs for one user and operation. CKafka CreateAcl. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create ACL',
	description: 'Allow a user to perform an operation on a topic, a consumer group, or the cluster',
	api: 'CreateAcl',
	request: post('/'),
	kind: 'create',
	warning: CUTS_OFF,
	fields: aclFields(),
	options: [
		host(
			'Client addresses or ranges that the ACL applies to, separated by semicolons; * for any address',
		),
		resourceNames(),
	],
	check,
	outcome: (answer, request) => singleItem({ ...asked(request), ...taskOf(answer) }),
	find: {
		matches: async (item, request) => {
			const acl = asked(request);
			const names = (acl.ResourceNames ?? [acl.ResourceName]) as string[];
			const access = acl as unknown as Access;
			const there = await allListed(item, acl.InstanceId, acl.ResourceType, names, [access]);
			return there ? [acl] : [];
		},
		key: 'Principal',
		isRepeatable: true,
	},
	again: whileBusy,
	subject: ({ Principal: user, ResourceName: name, ResourceNames: names }) =>
		`ACL for ${String(user)} on ${String(name ?? names ?? 'the cluster')}`,
	completion: aclListed,
};
