import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { existingNow } from '../../api/deletions';
import { aclKey, aclOf, aclText } from '../../api/records';
import { aclsLike, operation } from '../../api/requests';
import { aclListed } from '../../completions/acl';
import { distinctions, entry } from './fields';
import { checkServerlessOnly } from './serverless';

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
	before: async (item, { body = {} }) => await checkServerlessOnly(item, body),
	outcome: (_answer, { body = {} }) => singleItem(aclOf(body)),
	find: {
		matches: async (item, { body = {} }) =>
			await existingNow(item, aclKey(body), async () => await aclsLike(item, body)),
		key: 'AclResourceName',
	},
	subject: aclText,
	completion: aclListed,
};
