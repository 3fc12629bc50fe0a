import type { Operation } from '../../../shared/contract/operation';
import { list, text } from '../../../shared/form/fields';
import { instancePages, instancesOf } from '../../api/pages';
import { described } from '../../api/records';
import { readOperation } from '../../api/requests';
import { tagFilter } from '../../fields';
import { simple } from './simple';

/** Lists instances. AliKafka API Reference, GetInstanceList: every match comes in one answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many instances',
	description: 'Get many Kafka instances, for example those with a certain tag',
	...readOperation('GetInstanceList'),
	options: [
		text('OrderId', 'Order ID', { description: 'Return only the instances of this order' }),
		list('InstanceId', 'Instance IDs', {
			name: 'instanceIds',
			placeholder: 'e.g. alikafka_post-cn-mp91gnw0p001',
			description: 'Return only these instances, as a comma-separated list',
		}),
		tagFilter('Return only instances that have these tags'),
	],
	pages: { ...instancePages, rows: (body) => instancesOf(body).map(described) },
	simple,
};
