import type { Operation } from '../../../shared/contract/operation';
import { choice, text } from '../../../shared/form/fields';
import { ACL_WORDS } from '../../api/records';
import { aclPages } from '../../api/pages';
import { readOperation } from '../../api/requests';
import { word } from '../../fields';
import { PATTERN_TYPES, target } from './fields';
import { readAcls } from './readAll';

const [instance, ...ofOne] = target({ aclScope: ['one'] });

/** Filters of the request; for all resources, also what the resource and the user are narrowed down to. */
const filter = (
	wireName: string,
	displayName: string,
	values: Record<string, string>,
	what: string,
) =>
	word(
		choice(wireName, displayName, {
			values,
			open: true,
			description: `Return only ACL entries ${what}`,
		}),
	);

/**
 * Lists who may do what. AliKafka API Reference, DescribeAcls, which wants a user and the name of a resource:
 * all entries of an instance take DescribeAclResourceName for each kind of resource before it.
 */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many ACL entries',
	description: 'Get the ACL entries of an instance, or those of a SASL user for one resource',
	...readOperation('DescribeAcls'),
	fields: [
		instance,
		choice('Scope', 'ACL Entries Of', {
			name: 'aclScope',
			sentIn: 'none',
			required: true,
			values: { all: 'All Resources', one: 'One User and Resource' },
		}),
		...ofOne,
	],
	options: [
		filter(
			'AclResourcePatternType',
			'Pattern Type',
			PATTERN_TYPES,
			'of this type: for exactly this name, or for names that start with it',
		),
		filter('AclOperationType', 'Operation', ACL_WORDS.AclOperationType, 'for this operation'),
		filter(
			'AclPermissionType',
			'Permission',
			ACL_WORDS.AclPermissionType,
			'that allow or that deny; serverless instances only',
		),
		text('Host', 'Host', {
			placeholder: 'e.g. 192.168.0.10',
			description: 'Return only ACL entries for this client; serverless instances only',
		}),
	],
	pages: aclPages,
	runSteps: readAcls,
};
