import type { Field } from '../../../shared/contract/field';
import { text } from '../../../shared/form/fields';
import { nameFilter } from '../../fields';

/** What both lists of topics can be narrowed down by. */
export const topicFilters = (): Field[] => [
	nameFilter('topics'),
	text('AclRuleName', 'ACL Rule Name', {
		placeholder: 'e.g. orders-readers',
		description: 'Return only topics to which this preset ACL rule applies',
	}),
];
