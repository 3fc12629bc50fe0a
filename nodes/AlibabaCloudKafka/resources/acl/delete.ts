import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { aclsAbout, noneWithoutResource } from '../../api/acls';
import { noteDeleted } from '../../api/deletions';
import { aclKey, aclOf, aclOperations, aclText, isSameWord } from '../../api/records';
import { operation } from '../../api/requests';
import { aclGone } from '../../completions/acl';
import { distinctions, entry, withSeveral } from './fields';
import { checkServerlessOnly } from './serverless';

const ambiguous = (rows: string) =>
	new Failure('notSent', `several ACL entries differ only in permission and host: ${rows}`, {
		advice:
			"Nothing was deleted. Add 'Permission' and 'Host' of the one to delete under 'Options'.",
	});

/** Takes a permission away. AliKafka API Reference, DeleteAcl. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete ACL entry',
	description: 'Remove a permission from a SASL user; all values must match the ACL entry',
	...operation('delete', 'DeleteAcl'),
	fields: entry(),
	options: distinctions(),
	check: withSeveral,
	before: async (item, { body = {} }) => {
		await checkServerlessOnly(item, body);
		if (body.AclPermissionType !== undefined && body.Host !== undefined) return;
		const rows = await noneWithoutResource(async () => await aclsAbout(item, body));
		const meant = rows
			.filter((row) =>
				['AclPermissionType', 'Host'].every(
					(name) => body[name] === undefined || isSameWord(row[name], body[name]),
				),
			)
			.map(({ AclPermissionType, Host }) => `${String(AclPermissionType)} from ${String(Host)}`);
		const different = [...new Set(meant)];
		if (different.length > 1) throw ambiguous(different.join(', '));
	},
	outcome: (_answer, { body = {} }, item) => {
		for (const AclOperationType of aclOperations(body)) {
			noteDeleted(item, aclKey({ ...body, AclOperationType } as IDataObject));
		}
		return singleItem({ ...aclOf(body), deleted: true });
	},
	subject: (json) => `${aclText(json)} deleted`,
	completion: aclGone,
};
