import type { Field } from '../../../shared/contract/field';
import { choice, text } from '../../../shared/form/fields';
import { instance, user } from '../../fields';

/** How the name of an entry is meant. */
export const PATTERN_TYPES = {
	LITERAL: 'Literal (Exact Name)',
	PREFIXED: 'Prefixed (Names Starting With This)',
};

/**
 * Whose entry for what. The reference has fewer types and operations for reading and deleting than for
 * creating; the newer SDK has all of them everywhere.
 */
export const target = (): Field[] => [
	instance(),
	user('SASL user that the ACL entry applies to; * for all users'),
	choice('AclResourceType', 'Resource Type', {
		required: true,
		values: {
			Topic: 'Topic',
			Group: 'Consumer Group',
			Cluster: 'Cluster',
			TransactionalId: 'Transactional ID',
		},
	}),
	text('AclResourceName', 'Resource Name', {
		required: true,
		placeholder: 'e.g. orders_created',
		hint: 'Name of the topic, consumer group, cluster, or transactional ID; * for all',
	}),
];

/** The whole entry. */
export const entry = (): Field[] => [
	...target(),
	choice('AclResourcePatternType', 'Pattern Type', { required: true, values: PATTERN_TYPES }),
	choice('AclOperationType', 'Allowed Operation', {
		required: true,
		values: {
			Read: 'Read',
			Write: 'Write',
			Describe: 'Describe (Transactional ID)',
			IdempotentWrite: 'Idempotent Write (Cluster)',
		},
	}),
];
