import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { described } from '../../api/records';
import { readOperation } from '../../api/requests';
import { instanceInList } from '../../fields';
import { onlyInstance } from './existing';
import { simple } from './simple';

/**
 * Gets one instance. AliKafka API Reference, GetInstanceList: the list is the only place that shows an
 * instance's status.
 */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get instance',
	description: 'Get a Kafka instance and its status',
	...readOperation('GetInstanceList'),
	fields: [instanceInList()],
	outcome: (answer, request) => singleItem(described(onlyInstance(answer, request))),
	simple,
};
