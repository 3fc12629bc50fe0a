import type { Field } from '../../../shared/contract/field';
import { choice, text } from '../../../shared/form/fields';
import { ACL_WORDS } from '../../api/records';
import { instance, user, word } from '../../fields';

/** How the name of an entry is meant. */
export const PATTERN_TYPES = ACL_WORDS.AclResourcePatternType;

/**
 * Whose entry for what. The reference has fewer types and operations for reading and deleting than for
 * creating; the newer SDK has all of them everywhere.
 */
export const target = (): Field[] => [
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
		hint: 'Name of the topic, consumer group, cluster, or transactional ID; * for all',
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

/** What else tells entries of serverless instances apart. */
export const distinctions = (): Field[] => [
	word(
		choice('AclPermissionType', 'Permission', {
			name: 'permission',
			values: ACL_WORDS.AclPermissionType,
			open: true,
			description: 'Whether the entry allows or denies the operation; serverless instances only',
		}),
	),
	text('Host', 'Host', {
		placeholder: 'e.g. 192.168.0.10',
		description:
			'Client IP address that the entry applies to; * for all. Serverless instances only.',
	}),
];
