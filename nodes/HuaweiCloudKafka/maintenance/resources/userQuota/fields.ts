import type { Field } from '../../../../shared/contract/field';
import { flag, locator, text } from '../../../../shared/form/fields';
import { instance } from '../../../fields';

/** Whom a quota applies to: a user, a client, or both. */
export const target = (): Field[] => [
	instance(),
	locator('user', 'User', {
		search: 'searchUsers',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'SASL user that the quota applies to; leave empty for a client-only quota',
	}),
	text('client', 'Client ID', {
		placeholder: 'e.g. orders-producer',
		description: 'Client ID that the quota applies to; leave empty for a user-only quota',
	}),
];

/** Whom a quota applies to instead: every user or client without a quota of its own. */
export const everyone = (): Field[] => [
	flag(
		'user-default',
		'All Users',
		'Whether the quota applies to all users without a quota of their own',
		{ default: true },
	),
	flag(
		'client-default',
		'All Clients',
		'Whether the quota applies to all clients without a quota of their own',
		{ default: true },
	),
];
