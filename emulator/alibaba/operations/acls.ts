import { refuse } from '../answers/errors';
import type { Acl } from '../model/contents';
import type { Instance } from '../model/instance';
import { linger, listed } from '../model/lingering';
import { isServerless } from '../model/series';
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

/** What else tells the entries of serverless instances apart. */
const EXTRAS = { AclPermissionType: 'ALLOW', Host: '*' } as const;

function entryOf({ parameters }: OperationRequest, instance: Instance): Acl {
	const entries = FIELDS.map((name) => [name, String(parameters[name])]);
	const entry = Object.fromEntries(entries) as unknown as Acl;
	return isServerless(instance) ? { ...entry, ...EXTRAS, ...extrasIn(parameters) } : entry;
}

const extrasIn = (parameters: Record<string, unknown>) =>
	Object.fromEntries(
		Object.keys(EXTRAS)
			.filter((name) => parameters[name] !== undefined)
			.map((name) => [name, String(parameters[name])]),
	);

/** Requests write Topic and IdempotentWrite, answers of serverless instances TOPIC and IDEMPOTENT_WRITE. */
const bare = (word: string) => word.replaceAll('_', '').toLowerCase();

const isSame = (a: Acl, b: Acl) =>
	[...FIELDS, ...(Object.keys(EXTRAS) as Array<keyof typeof EXTRAS>)].every((name) =>
		['Username', 'AclResourceName', 'Host'].includes(name)
			? a[name] === b[name]
			: bare(a[name] ?? '') === bare(b[name] ?? ''),
	);

/** TransactionalId -> TRANSACTIONAL_ID */
const inCapitals = (word: string) => word.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();

function shown(instance: Instance, { listedFrom: _, ...acl }: Acl): Acl {
	if (!isServerless(instance)) return { ...acl, Host: '*' };
	return {
		...acl,
		AclResourceType: inCapitals(acl.AclResourceType),
		AclOperationType: inCapitals(acl.AclOperationType),
	};
}

function checkUser({ users }: Instance, name: string): void {
	const known = name === EVERYBODY || users.some((user) => user.name === name);
	if (!known) refuse('BIZ_SASL_USER_NOT_EXIST', name);
}

/** Creates an access control entry; topics and groups need not exist. */
export const CreateAcl: Handler = (request, context) => {
	const instance = withAcl(context.workingInstance());
	const entry = entryOf(request, instance);
	checkUser(instance, entry.Username);
	if (instance.acls.some((acl) => isSame(acl, entry))) refuse('Acl.DuplicatedAuth.Error');
	instance.acls.push({ ...entry, listedFrom: context.now + instance.durations.partListed });
	return context.success();
};

/** Entries of a user (of all with *) for a resource. */
export const DescribeAcls: Handler = (request, context) => {
	const asked = request.parameters as unknown as Omit<Acl, 'AclResourcePatternType'> & {
		AclResourcePatternType?: string;
	};
	const instance = withAcl(context.workingInstance());
	const KafkaAclVO = listed(instance.acls, instance.lingering.acls, context.now)
		.filter((acl) => asked.Username === EVERYBODY || acl.Username === asked.Username)
		.filter((acl) => bare(acl.AclResourceType) === bare(asked.AclResourceType))
		.filter((acl) => acl.AclResourceName === asked.AclResourceName)
		.filter(
			(acl) =>
				(asked.AclResourcePatternType ?? acl.AclResourcePatternType) === acl.AclResourcePatternType,
		)
		.map((acl) => shown(instance, acl));
	return context.success({ KafkaAclList: { KafkaAclVO } });
};

/** Deletes an access control entry, which stays listed for a moment. */
export const DeleteAcl: Handler = (request, context) => {
	const instance = withAcl(context.workingInstance());
	const entry = entryOf(request, instance);
	const gone = instance.acls.filter((acl) => isSame(acl, entry));
	if (gone.length === 0) refuse('InvalidParameter.DataNotFound');
	instance.acls = instance.acls.filter((acl) => !gone.includes(acl));
	linger(instance.lingering.acls, gone, context.now + instance.durations.partDelete);
	return context.success();
};
