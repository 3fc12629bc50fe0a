import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import { Failure } from '../../../shared/contract/failure';
import type { Field } from '../../../shared/contract/field';
import { choices, list } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { flowDone } from '../../completions/instance';
import { instance } from '../../fields';
import { flowOf, resultOf } from '../../api/requests';
import { WORDS } from './codes';
import {
	aclOperation,
	checkName,
	checkOperation,
	host,
	permission,
	principalLocator,
	resourceName,
	resourceType,
	ruleList,
} from './fields';
import type { Access } from './find';
import { allListed } from './find';

/** Several names, which the API takes as the text of a JSON list. */
function resourceNames(): Field {
	const field = list('ResourceNameList', 'Multiple Topics or Groups', {
		placeholder: 'e.g. orders.created, orders.paid',
		description: "Comma-separated names; use instead of 'Topic or Consumer Group'",
	});
	return {
		...field,
		toWire: (value) => {
			const names = field.toWire(value);
			return names === undefined ? undefined : JSON.stringify(names);
		},
	};
}

function check(request: ApiRequest): void {
	const { ResourceName: name, ResourceNameList: names } = request.body ?? {};
	checkOperation(request);
	checkName(request, 'ResourceNameList');
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
	fields: [
		instance(),
		principalLocator(),
		resourceName(),
		resourceType(),
		aclOperation(),
		permission(),
	],
	options: [
		host(
			'Client addresses or ranges that the ACL applies to, separated by semicolons; * for any address',
		),
		resourceNames(),
	],
	check,
	outcome: (answer, request) => one({ ...asked(request), ...flowOf(answer) }),
	find: {
		matches: async (item, request) => {
			const acl = asked(request);
			const names = (acl.ResourceNames ?? [acl.ResourceName]) as string[];
			const access = acl as unknown as Access;
			const there = await allListed(item, acl.InstanceId, acl.ResourceType, names, [access]);
			return there ? [acl] : [];
		},
		key: 'Principal',
		severalPossible: false,
	},
	subject: ({ Principal: user, ResourceName: name, ResourceNames: names }) =>
		`ACL for ${String(user)} on ${String(name ?? names ?? 'the cluster')}`,
	completion: flowDone,
};

/** Topics are the only kind of resource that several ACLs can be created for at once. */
const TOPIC = 2;

const inCodes = ({ Operation: operation, PermissionType, ...rest }: IDataObject): Access => ({
	...(rest as unknown as Access),
	Operation: WORDS.Operation[String(operation)],
	PermissionType: WORDS.PermissionType[String(PermissionType)],
});

/** Creates ACLs for several topics. CKafka BatchCreateAcl; 0 is success, all else failure. */
export const createMany: Operation = {
	value: 'createMany',
	name: 'Create Many',
	action: 'Create many ACL entries',
	description: 'Create multiple ACLs for each of multiple topics',
	api: 'BatchCreateAcl',
	request: post('/'),
	constant: { body: { ResourceType: TOPIC } },
	fields: [
		instance(),
		choices('ResourceNames', 'Topic Names or IDs', {
			name: 'topicNames',
			required: true,
			load: { method: 'getTopics', dependsOn: ['instanceId.value'] },
		}),
		ruleList('Permissions on each of the topics: user, operation, and client address'),
	],
	outcome: (answer, { body }) => {
		const code = resultOf(answer);
		if (code === 0) return one({ ...body });
		throw new Failure('broken', `the service stopped the batch with code ${String(code)}`, {
			mend: 'Some of the ACLs may have been created. Check them before you run this again.',
		});
	},
	find: {
		matches: async (item, { body = {} }) => {
			const access = (body.RuleList as IDataObject[]).map(inCodes);
			const names = body.ResourceNames as string[];
			const there = await allListed(item, body.InstanceId, TOPIC, names, access);
			return there ? [{ ...body }] : [];
		},
		key: 'ResourceNames',
		severalPossible: false,
	},
	subject: ({ ResourceNames: names }) => `ACLs for topics ${(names as string[]).join(', ')}`,
};
