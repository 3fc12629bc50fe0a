import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../../shared/contract/context';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { aclsComplete, noneWithoutResource } from '../../api/acls';
import { existingNow } from '../../api/deletions';
import { aclKey, aclOf, aclText } from '../../api/records';
import { operation } from '../../api/requests';
import { aclListed } from '../../completions/acl';
import { distinctions, entry, withSeveral } from './fields';
import { checkServerlessOnly } from './serverless';

/** What is there of an entry; of one for several operations, one row that names them. */
async function matching(item: OperationContext, body: IDataObject): Promise<IDataObject[]> {
	const found = await noneWithoutResource(async () => await aclsComplete(item, body));
	if (body.AclOperationTypes === undefined || found.length === 0) return found;
	return [{ ...found[0], ...aclOf(body) }];
}

/** Allows a user something. AliKafka API Reference, CreateAcl. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create ACL entry',
	description:
		'Allow a SASL user to read or write; access control (ACL) must be on for the instance',
	...operation('create', 'CreateAcl'),
	fields: entry(),
	options: distinctions(),
	check: withSeveral,
	before: async (item, { body = {} }) => await checkServerlessOnly(item, body),
	outcome: (_answer, { body = {} }) => singleItem(aclOf(body)),
	find: {
		matches: async (item, { body = {} }) =>
			await existingNow(item, aclKey(body), async () => await matching(item, body)),
		key: 'AclResourceName',
	},
	subject: aclText,
	completion: aclListed,
};
