import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { choice, locator, rows, text } from '../../../shared/form/fields';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { CLUSTER, OPERATIONS, OPERATIONS_OF, PERMISSIONS, RESOURCE_TYPES } from './codes';

/** Fields of ACLs and ACL rules. */

/** `orders` -> `User:orders`: the API wants the prefix, people leave it out. */
const principal = (value: unknown) =>
	typeof value === 'string' ? `User:${value.replace(/^user:/i, '')}` : value;

function checkedPrincipal(field: Field): Field {
	return {
		...field,
		toWire: (value) => {
			const given = principal(field.toWire(value));
			if (given !== 'User:') return given;
			throw new BadInput(
				field.property.displayName,
				'does not name a user',
				'Enter a user, or * for all users.',
			);
		},
	};
}

/** Whom an ACL is for; never filled in, because the API takes everyone where it is missing. */
export const principalLocator = (): Field =>
	checkedPrincipal(
		locator('Principal', 'User', {
			required: true,
			search: 'searchPrincipals',
			by: 'Name',
			dependsOn: ['instanceId.value'],
			placeholder: 'e.g. orders-service',
			hint: 'With or without the prefix User:, or * for all users',
		}),
	);

/** The same in a row of a form, where there is no room for a search. */
const principalInRow = (): Field =>
	checkedPrincipal(
		text('Principal', 'User', {
			required: true,
			placeholder: 'e.g. orders-service',
			description: 'With or without the prefix User:, or * for all users',
		}),
	);

export const resourceType = (): Field =>
	choice('ResourceType', 'Resource Type', {
		required: true,
		asNumber: true,
		values: RESOURCE_TYPES,
	});

export const aclOperation = (): Field =>
	choice('Operation', 'Allowed Operation', {
		name: 'aclOperation',
		required: true,
		asNumber: true,
		values: OPERATIONS,
		default: '3',
		description: 'Not all operations are available for topics and consumer groups',
	});

export const permission = (): Field =>
	choice('PermissionType', 'Permission', {
		required: true,
		asNumber: true,
		values: PERMISSIONS,
		default: '3',
		description: 'CKafka currently supports only Allow',
	});

/** The topic or group that an ACL is for; blank for the cluster. */
export const resourceName = (): Field => ({
	...locator('ResourceName', 'Topic or Consumer Group', {
		search: 'searchAclResources',
		by: 'Name',
		dependsOn: ['instanceId.value', 'resourceType'],
		placeholder: 'e.g. orders.created',
		hint: "The list depends on 'Resource Type'; not required for the cluster",
	}),
	mayBeBlank: true,
});

export const host = (description: string): Field =>
	text('Host', 'Host', { default: '*', placeholder: 'e.g. 10.0.0.7', description });

/** n8n's linter takes every property of this name for the choice of a node's operation. */
function wordedOperation(): Field {
	const field = choice('Operation', 'Allowed Operation', {
		required: true,
		values: { All: 'All', Read: 'Read', Write: 'Write' },
		default: 'Read',
	});
	return { ...field, property: { ...field.property, noDataExpression: true } };
}

/** ACLs in words, for several topics or for a rule. */
export const ruleList = (description: string): Field =>
	rows('RuleList', 'ACLs', {
		required: true,
		entry: 'ACL',
		description,
		fields: [
			wordedOperation(),
			choice('PermissionType', 'Permission', {
				required: true,
				values: { Allow: 'Allow', Deny: 'Deny' },
			}),
			text('Host', 'Host', {
				required: true,
				default: '*',
				placeholder: 'e.g. 10.0.0.7',
				description: 'Client address that the ACL applies to; * for any address',
			}),
			principalInRow(),
		],
	});

/**
 * Holds an operation against the kinds of resources that have it.
 *
 * @throws {BadInput}
 */
export function checkOperation({ body = {} }: ApiRequest): void {
	const [type, operation] = [Number(body.ResourceType), Number(body.Operation)];
	const possible = OPERATIONS_OF[type];
	if (possible.includes(operation)) return;
	throw new BadInput(
		'Allowed Operation',
		`cannot be '${OPERATIONS[operation]}' for the resource type '${RESOURCE_TYPES[type as 2]}'`,
		`Use one of: ${possible.map((code) => OPERATIONS[code]).join(', ')}.`,
	);
}

/**
 * Holds an ACL against the rule that topics and groups are named.
 *
 * @throws {BadInput}
 */
export function checkName({ body = {} }: ApiRequest, alsoIn?: string): void {
	if (body.ResourceType === CLUSTER || body.ResourceName !== undefined) return;
	if (alsoIn !== undefined && body[alsoIn] !== undefined) return;
	throw new BadInput(
		'Topic or Consumer Group',
		'is empty',
		"Select the topic or consumer group that the ACL is for, or set 'Resource Type' to 'Cluster'.",
	);
}
