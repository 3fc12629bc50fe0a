import type { Field } from '../../../shared/contract/field';
import { locator } from '../../../shared/form/fields';

/** An existing consumer group, in the path. */
export const groupInPath = (): Field =>
	locator('group', 'Consumer Group', {
		sentIn: 'path',
		required: true,
		search: 'searchGroups',
		dependsOn: ['instanceId.value'],
		by: 'Name',
		placeholder: 'e.g. orders-service',
		description: 'Consumer group to operate on',
	});
