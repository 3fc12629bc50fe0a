import { refuse } from '../answers/errors';
import type { Acl } from '../model/contents';
import type { Instance } from '../model/instance';
import { withAcl } from '../requests/checks';
import type { Handler, OperationRequest } from '../requests/context';

const EVERYBODY = '*';

const FIELDS = [
	'Username',
	'AclResourceType',
	'AclResourceName',
	'AclResourcePatternType',
	'AclOperationType',
] as const;

function entryOf({ parameters }: OperationRequest): Acl {
	const entries = FIELDS.map((name) => [name, String(parameters[name])]);
	return Object.fromEntries(entries) as unknown as Acl;
}

const isSame = (a: Acl, b: Acl) => FIELDS.every((name) => a[name] === b[name]);

function checkUser({ users }: Instance, name: string): void {
	const known = name === EVERYBODY || users.some((user) => user.name === name);
	if (!known) refuse('BIZ_SASL_USER_NOT_EXIST', name);
}

/** Creates an access control entry; topics and groups need not exist. */
export const CreateAcl: Handler = (request, context) => {
	const entry = entryOf(request);
	const instance = withAcl(context.workingInstance());
	checkUser(instance, entry.Username);
	if (instance.acls.some((acl) => isSame(acl, entry))) refuse('Acl.DuplicatedAuth.Error');
	instance.acls.push(entry);
	return context.success();
};

/** Entries of a user (of all with *) for a resource. */
export const DescribeAcls: Handler = (request, context) => {
	const asked = request.parameters as unknown as Omit<Acl, 'AclResourcePatternType'> & {
		AclResourcePatternType?: string;
	};
	const { acls } = withAcl(context.workingInstance());
	const KafkaAclVO = acls
		.filter((acl) => asked.Username === EVERYBODY || acl.Username === asked.Username)
		.filter((acl) => acl.AclResourceType === asked.AclResourceType)
		.filter((acl) => acl.AclResourceName === asked.AclResourceName)
		.filter(
			(acl) =>
				(asked.AclResourcePatternType ?? acl.AclResourcePatternType) === acl.AclResourcePatternType,
		)
		.map((acl) => ({ ...acl, Host: '*' }));
	return context.success({ KafkaAclList: { KafkaAclVO } });
};

/** Deletes an access control entry. */
export const DeleteAcl: Handler = (request, context) => {
	const entry = entryOf(request);
	const instance = withAcl(context.workingInstance());
	const others = instance.acls.filter((acl) => !isSame(acl, entry));
	if (others.length === instance.acls.length) refuse('InvalidParameter.DataNotFound');
	instance.acls = others;
	return context.success();
};
