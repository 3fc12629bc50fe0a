import type { Operation } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { aclPages } from '../../api/pages';
import { readOperation } from '../../api/requests';
import { word } from '../../fields';
import { PATTERN_TYPES, target } from './fields';

/** Lists what a user may do with a resource. AliKafka API Reference, DescribeAcls; all in one answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many ACL entries',
	description: 'Get the permissions of a SASL user on a topic or consumer group',
	...readOperation('DescribeAcls'),
	fields: target(),
	options: [
		word(
			choice('AclResourcePatternType', 'Pattern Type', {
				values: PATTERN_TYPES,
				open: true,
				description:
					'Return only ACL entries of this type: for exactly this name, or for names that start with it',
			}),
		),
	],
	pages: aclPages,
};
