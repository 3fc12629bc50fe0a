import type { Operation } from '../../../shared/contract/operation';
import { choice, list, text } from '../../../shared/form/fields';
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
		text('OrderId', 'Order ID', {
			description:
				'Return only the instances of this order; serverless instances cannot be found by it',
		}),
		list('InstanceId', 'Instance IDs', {
			name: 'instanceIds',
			placeholder: 'e.g. alikafka_post-cn-mp91gnw0p001',
			description: 'Return only these instances, as a comma-separated list',
		}),
		text('ResourceGroupId', 'Resource Group ID', {
			placeholder: 'e.g. rg-acfmxazb4ph6aiy',
			description: 'Return only the instances of this resource group',
		}),
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
