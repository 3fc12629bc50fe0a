import type { Operation } from '../../../shared/contract/operation';
import { userPages } from '../../api/pages';
import { readOperation } from '../../api/requests';
import { instance } from '../../fields';

/**
 * Lists SASL users without the passwords that the service gives. AliKafka API Reference,
 * DescribeSaslUsers; all come in one answer.
 */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many SASL users',
	description: 'Get many SASL users of an instance',
	...readOperation('DescribeSaslUsers'),
	fields: [instance()],
	pages: userPages,
};
