import type { Field } from '../../../shared/contract/field';
import { locator } from '../../../shared/form/fields';

/** An existing SASL user, in the path. */
export const userInPath = (): Field =>
	locator('user_name', 'User', {
		name: 'user',
		sentIn: 'path',
		required: true,
		search: 'searchUsers',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'SASL user to operate on',
	});
