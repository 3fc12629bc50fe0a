import type { Field } from '../../../shared/contract/field';
import { choice, choices, text } from '../../../shared/form/fields';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { ACL_WORDS, aclOperations } from '../../api/records';
import { instance, user, word } from '../../fields';

/** How the name of an entry is meant. */
const PATTERN_TYPES = ACL_WORDS.AclResourcePatternType;

/**
 * Whose entry for what. The reference has fewer types and operations for reading and deleting than for
 * creating; the newer SDK has all of them everywhere.
 */
const target = (): Field[] => [
	instance(),
	user('SASL user that the ACL entry applies to; * for all users'),
	word(
		choice('AclResourceType', 'Resource Type', {
			required: true,
			values: ACL_WORDS.AclResourceType,
			open: true,
		}),
	),
	text('AclResourceName', 'Resource Name', {
		required: true,
		placeholder: 'e.g. orders_created',
		hint: 'Topic, consumer group, cluster, or transactional ID; * for all',
	}),
];

/** The whole entry. */
export const entry = (): Field[] => [
	...target(),
	word(
		choice('AclResourcePatternType', 'Pattern Type', {
			required: true,
			values: PATTERN_TYPES,
			open: true,
		}),
	),
	word(
		choice('AclOperationType', 'Allowed Operation', {
			required: true,
			values: ACL_WORDS.AclOperationType,
			default: 'Read',
			open: true,
		}),
	),
];

/** Several operations travel as one text. */
function operations(): Field {
	const field = choices('AclOperationTypes', 'Multiple Operations', {
		values: ACL_WORDS.AclOperationType,
		open: true,
		description: "Instead of 'Allowed Operation'; serverless instances only",
	});
	return {
		...field,
		serialize: (value) => (field.serialize(value) as string[] | undefined)?.join(','),
	};
}

/** The service wants one operation beside several. */
export function withSeveral({ body = {} }: ApiRequest): void {
	if (body.AclOperationTypes !== undefined)
		[body.AclOperationType] = aclOperations(body) as string[];
}

/** What else tells entries of serverless instances apart. */
export const distinctions = (): Field[] => [
	operations(),
	word(
		choice('AclPermissionType', 'Permission', {
			name: 'permission',
			values: ACL_WORDS.AclPermissionType,
			open: true,
			description: 'Serverless instances only',
		}),
	),
	text('Host', 'Host', {
		placeholder: 'e.g. 192.168.0.10',
		description: 'Client IP address, or * for all; serverless instances only',
	}),
];
