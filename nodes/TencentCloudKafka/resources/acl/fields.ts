import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { choice, locator, rows, text } from '../../../shared/form/fields';
import { instance, onInstance } from '../../fields';
import { OPERATIONS, PERMISSIONS, RESOURCE_TYPES } from './codes';

/** Fields of ACLs and ACL rules. */

/** `orders` -> `User:orders`: the API wants the prefix, people leave it out. */
const principal = (value: unknown) =>
	typeof value === 'string' ? `User:${value.replace(/^user:/i, '')}` : value;

function checkedPrincipal(field: Field): Field {
	return {
		...field,
		serialize: (value) => {
			const given = principal(field.serialize(value));
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
const principalLocator = (): Field =>
	checkedPrincipal(
		locator('Principal', 'User', {
			required: true,
			search: 'searchPrincipals',
			by: 'Name',
			...onInstance,
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
		open: true,
		values: RESOURCE_TYPES,
	});

const aclOperation = (): Field =>
	choice('Operation', 'Allowed Operation', {
		name: 'aclOperation',
		required: true,
		asNumber: true,
		open: true,
		values: OPERATIONS as Record<string, string>,
		default: '3',
		description: 'Not all operations are available for topics and consumer groups',
	});

const permission = (): Field =>
	choice('PermissionType', 'Permission', {
		required: true,
		asNumber: true,
		open: true,
		values: PERMISSIONS,
		default: '3',
		description: 'CKafka currently supports only Allow',
	});

/** The topic or group that an ACL is for; blank for the cluster. */
const resourceName = (): Field => ({
	...locator('ResourceName', 'Topic or Consumer Group', {
		search: 'searchAclResources',
		by: 'Name',
		dependsOn: ['instanceId.value', 'resourceType'],
		placeholder: 'e.g. orders.created',
		hint: "The list depends on 'Resource Type'; not required for the cluster",
	}),
	mayBeBlank: true,
});

/** What an ACL consists of, apart from where its clients are. */
export const aclFields = (): Field[] => [
	instance(),
	principalLocator(),
	resourceName(),
	resourceType(),
	aclOperation(),
	permission(),
];

/** What an ACL does to everybody else (page 597/39084, "Configuring an ACL Policy"). */
export const CUTS_OFF =
	'A topic with an ACL is closed to everyone whom no ACL names: to other users, to clients of PLAINTEXT routes, and to services such as log shipping. To keep PLAINTEXT routes open, add an ACL for all users (*).';

/** What is so without any ACL (page 597/31588, "Broker Configuration Parameter Description"). */
export const OPENS =
	'A topic without any ACL is open to everyone: deleting its last one gives access to all users and to clients of PLAINTEXT routes.';

export const host = (description: string): Field =>
	text('Host', 'Host', { default: '*', placeholder: 'e.g. 10.0.0.7', description });

/** n8n's linter takes every property of this name for the choice of a node's operation. */
function wordedOperation(): Field {
	const field = choice('Operation', 'Allowed Operation', {
		required: true,
		open: true,
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
				open: true,
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
