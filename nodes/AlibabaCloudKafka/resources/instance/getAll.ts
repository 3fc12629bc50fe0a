import type { Operation } from '../../../shared/contract/operation';
import { choice, choices, text } from '../../../shared/form/fields';
import { instancePages, instancesOf } from '../../api/pages';
import { described } from '../../api/records';
import { readOperation } from '../../api/requests';
import { tagFilter } from '../../fields';
import { resourceGroup } from '../../lookedUp';
import { simple } from './simple';

/** Lists instances. AliKafka API Reference, GetInstanceList: every match comes in one answer. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many instances',
	description: 'Get many Kafka instances, for example those with a certain tag',
	...readOperation('GetInstanceList'),
	options: [
		text('OrderId', 'Order ID', {
			description:
				'Return only the instances of this order; serverless instances cannot be found by it',
		}),
		choices('InstanceId', 'Instance Names or IDs', {
			name: 'instanceIds',
			load: { method: 'getInstances' },
			hint: 'Return only these instances',
		}),
		resourceGroup('Return only the instances of this resource group'),
		choice('Series', 'Series', {
			values: { v2: 'Reserved', v3: 'Serverless', confluent: 'Confluent' },
			open: true,
			description: 'Return only instances of this series',
		}),
		tagFilter('Return only instances that have these tags'),
	],
	pages: { ...instancePages, rows: (body) => instancesOf(body).map(described) },
	simple,
};
