import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import type { Access } from '../../api/acls';
import { allListed } from '../../api/acls';
import { resultOf, wholeNumber } from '../../api/records';
import { instance, topicNames } from '../../fields';
import { whileBusy } from './again';
import { checkPrincipals } from './checks';
import { WORDS } from './codes';
import { CUTS_OFF, ruleList } from './fields';

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
	kind: 'create',
	warning: CUTS_OFF,
	constant: { body: { ResourceType: TOPIC } },
	fields: [
		instance(),
		topicNames('ResourceNames', { name: 'topicNames', required: true }),
		ruleList('Permissions on each of the topics: user, operation, and client address'),
	],
	check: checkPrincipals,
	outcome: (answer, { body }) => {
		const code = resultOf(answer);
		if (wholeNumber(code) === 0) return singleItem({ ...body });
		throw new Failure('broken', `the service stopped the batch with code ${String(code)}`, {
			advice: 'Some of the ACLs may have been created. Check them before you run this again.',
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
		isRepeatable: true,
	},
	again: whileBusy,
	subject: ({ ResourceNames: names }) => `ACLs for topics ${(names as string[]).join(', ')}`,
};
