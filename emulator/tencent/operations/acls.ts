import { refuse, refuseMissing, refuseValue, success } from '../answers/errors';
import { done } from '../answers/outcome';
import type { Acl, AclRuleEntry } from '../model/contents';
import type { Instance } from '../model/instance';
import { arrives, leaves, listed } from '../model/listing';
import { checkHost, checkUser, matches, page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';
import { topicOf } from '../requests/find';

interface AclBody {
	InstanceId: string;
	ResourceType: number;
	Operation: number;
	PermissionType: number;
	ResourceName?: string;
	Host?: string;
	Principal?: string;
	ResourceNameList?: string;
}

const TOPIC = 2;
const CLUSTER = 4;
const CLUSTER_NAME = 'kafka-cluster';
const ALLOW = 3;

/** Operations by kind of resource (table of DeleteAcl). */
const OPERATIONS: Record<number, number[]> = {
	2: [2, 3, 4, 5, 6, 7, 8, 10, 11],
	3: [2, 3, 6, 8],
	4: [2, 5, 7, 8, 9, 10, 11, 12],
};
const WORDS = { All: 2, Read: 3, Write: 4, Deny: 2, Allow: 3 } as const;

/** Adds one ACL to one or several resources; one that is there already stays as it is. */
export const CreateAcl: Handler = (request, context) => {
	const body = request.body as AclBody;
	const instance = context.runningInstance(body.InstanceId);
	const names = resourceNames(body);
	checkOperation(body);
	if (body.PermissionType !== ALLOW) {
		refuseValue('PermissionType', 'only 3 (ALLOW) is supported at present');
	}
	const { Host = '*', Principal = 'User:*', ResourceType, Operation, PermissionType } = body;
	checkHost('Host', Host);
	checkUser(instance, Principal);
	if (ResourceType === TOPIC) names.forEach((name) => topicOf(instance, name));
	for (const ResourceName of names) {
		const acl = { ResourceType, ResourceName, Principal, Host, Operation, PermissionType };
		add(instance, acl, context.now);
	}
	return done(context.state, instance, request.operation);
};

function resourceNames({ ResourceType, ResourceName, ResourceNameList }: AclBody): string[] {
	if (ResourceName && ResourceNameList) {
		refuseValue('ResourceNameList', 'ResourceName is given already');
	}
	if (ResourceNameList) return readNames(ResourceNameList);
	if (ResourceName) return [ResourceName];
	return ResourceType === CLUSTER ? [CLUSTER_NAME] : refuseMissing('ResourceName');
}

function readNames(text: string): string[] {
	let names: unknown;
	try {
		names = JSON.parse(text);
	} catch {
		names = null;
	}
	if (!Array.isArray(names) || names.some((name) => typeof name !== 'string')) {
		refuseValue('ResourceNameList', 'it must be a JSON list of names');
	}
	return names as string[];
}

function checkOperation({ ResourceType, Operation }: AclBody): void {
	const allowed = OPERATIONS[ResourceType];
	if (!allowed.includes(Operation)) {
		refuseValue('Operation', `resource type ${ResourceType} has ${allowed.join(', ')}`);
	}
}

const same = (a: Acl, b: Acl) =>
	a.ResourceType === b.ResourceType &&
	a.ResourceName === b.ResourceName &&
	a.Principal === b.Principal &&
	a.Host === b.Host &&
	a.Operation === b.Operation &&
	a.PermissionType === b.PermissionType;

function add(instance: Instance, acl: Acl, now: number): void {
	if (instance.acls.some((present) => same(present, acl))) return;
	instance.acls.push(acl);
	arrives(instance, 'acls', acl, now);
}

interface BatchBody {
	InstanceId: string;
	ResourceNames: string[];
	RuleList: AclRuleEntry[];
}

/** Adds a list of ACLs to several topics; with an unknown topic the Result is 1 and nothing is set. */
export const BatchCreateAcl: Handler = (request, context) => {
	const { InstanceId, ResourceNames, RuleList } = request.body as BatchBody;
	const instance = context.runningInstance(InstanceId);
	for (const { Host, Principal } of RuleList) {
		checkHost('RuleList.Host', Host);
		checkUser(instance, Principal);
	}
	const known = instance.topics.map((topic) => topic.name);
	if (ResourceNames.some((name) => !known.includes(name))) return success({ Result: 1 });
	for (const ResourceName of ResourceNames) {
		for (const { Operation, PermissionType, Host, Principal } of RuleList) {
			const acl = {
				ResourceType: TOPIC,
				ResourceName,
				Principal,
				Host,
				Operation: WORDS[Operation],
				PermissionType: WORDS[PermissionType],
			};
			add(instance, acl, context.now);
		}
	}
	return success({ Result: 0 });
};

interface ListBody extends Paging {
	InstanceId: string;
	ResourceType: number;
	ResourceName?: string;
	SearchWord?: string;
}

/** ACLs of a kind of resource. */
export const DescribeACL: Handler = (request, context) => {
	const body = request.body as ListBody;
	const instance = context.workingInstance(body.InstanceId);
	const found = listed(instance, 'acls', context.now)
		.filter((acl) => acl.ResourceType === body.ResourceType)
		.filter((acl) => !body.ResourceName || acl.ResourceName === body.ResourceName)
		.filter((acl) => matches(acl.ResourceName, body.SearchWord));
	return success({ Result: { TotalCount: found.length, AclList: page(found, body, 50) } });
};

/** Deletes the ACL that is the same in every value; the user need not exist any more. */
export const DeleteAcl: Handler = (request, context) => {
	const body = request.body as AclBody;
	const instance = context.runningInstance(body.InstanceId);
	checkOperation(body);
	const { ResourceType, Operation, PermissionType } = body;
	const [ResourceName] = resourceNames(body);
	const { Host = '*', Principal = 'User:*' } = body;
	const wanted = { ResourceType, ResourceName, Principal, Host, Operation, PermissionType };
	const rest = instance.acls.filter((acl) => !same(acl, wanted));
	if (rest.length === instance.acls.length) {
		refuse('ResourceNotFound', 'There is no ACL with these values.');
	}
	for (const gone of instance.acls.filter((acl) => same(acl, wanted))) {
		leaves(instance, 'acls', gone, context.now);
	}
	instance.acls = rest;
	return done(context.state, instance, request.operation);
};
