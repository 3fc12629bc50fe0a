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

/** An entry for each operation; several in one request are for serverless instances. */
function entriesOf(request: OperationRequest, instance: Instance): Acl[] {
	const entry = entryOf(request, instance);
	const { AclOperationTypes: several } = request.parameters as { AclOperationTypes?: string };
	if (several === undefined || !isServerless(instance)) return [entry];
	return several.split(',').map((AclOperationType) => ({ ...entry, AclOperationType }));
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
	const entries = entriesOf(request, instance);
	checkUser(instance, entries[0].Username);
	if (instance.acls.some((acl) => entries.some((entry) => isSame(acl, entry)))) {
		refuse('Acl.DuplicatedAuth.Error');
	}
	const listedFrom = context.now + instance.durations.partListed;
	instance.acls.push(...entries.map((entry) => ({ ...entry, listedFrom })));
	return context.success();
};

/** Topics and consumer groups that there are, and what is said of one that is not there. */
const RESOURCES = {
	topic: ['BIZ_TOPIC_NOT_FOUND', ({ topics }: Instance) => topics],
	group: ['BIZ_SUBSCRIPTION_NOT_FOUND', ({ groups }: Instance) => groups],
} as const;

function checkResource(instance: Instance, kind: string, name: string): void {
	const [code, among] = RESOURCES[bare(kind) as keyof typeof RESOURCES] ?? [];
	if (code === undefined || name === EVERYBODY) return;
	if (!among(instance).some((one) => one.name === name)) refuse(code, name);
}

/** Entries of a user (of all with *) for a resource. */
export const DescribeAcls: Handler = (request, context) => {
	const asked = request.parameters as unknown as Omit<
		Acl,
		'AclResourcePatternType' | 'AclOperationType'
	> &
		Partial<Pick<Acl, 'AclResourcePatternType' | 'AclOperationType'>>;
	const instance = withAcl(context.workingInstance());
	if (context.state.rules.aclsNeedResource)
		checkResource(instance, asked.AclResourceType, asked.AclResourceName);
	const KafkaAclVO = listed(instance.acls, instance.lingering.acls, context.now)
		.filter(
			(acl) =>
				acl.Username === asked.Username ||
				(asked.Username === EVERYBODY && !context.state.rules.everybodyIsOne),
		)
		.filter((acl) => bare(acl.AclResourceType) === bare(asked.AclResourceType))
		.filter((acl) => acl.AclResourceName === asked.AclResourceName)
		.filter(
			(acl) =>
				(asked.AclResourcePatternType ?? acl.AclResourcePatternType) === acl.AclResourcePatternType,
		)
		.filter(({ AclOperationType: own }) => bare(asked.AclOperationType ?? own) === bare(own))
		.filter(({ AclPermissionType = '', Host = '' }) => {
			if (!isServerless(instance)) return true;
			const { AclPermissionType: permission = AclPermissionType, Host: host = Host } = asked;
			return permission === AclPermissionType && host === Host;
		})
		.map((acl) => shown(instance, acl));
	return context.success({ KafkaAclList: { KafkaAclVO } });
};

/** Names of resources that have entries, in a list of small letters. */
export const DescribeAclResourceName: Handler = (request, context) => {
	const asked = request.parameters as { AclResourceType: string; AclResourcePatternType: string };
	const instance = withAcl(context.workingInstance());
	const names = listed(instance.acls, instance.lingering.acls, context.now)
		.filter((acl) => bare(acl.AclResourceType) === bare(asked.AclResourceType))
		.filter((acl) => acl.AclResourcePatternType === asked.AclResourcePatternType)
		.map((acl) => acl.AclResourceName);
	return context.success({ Data: { data: [...new Set(names)].sort() } });
};

/** Deletes an access control entry, which stays listed for a moment. */
export const DeleteAcl: Handler = (request, context) => {
	const instance = withAcl(context.workingInstance());
	const entries = entriesOf(request, instance);
	const gone = instance.acls.filter((acl) => entries.some((entry) => isSame(acl, entry)));
	if (gone.length === 0) refuse('InvalidParameter.DataNotFound');
	instance.acls = instance.acls.filter((acl) => !gone.includes(acl));
	linger(instance.lingering.acls, gone, context.now + instance.durations.partDelete);
	return context.success();
};
