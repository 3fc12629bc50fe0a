import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { instanceInQuery } from '../../fields';

/** Gets the vCPUs of a flavor. DMS for Kafka API Reference 5.10.5. */
export const getFlavorCores: Operation = {
	value: 'getFlavorCores',
	name: 'Get Flavor Cores',
	action: 'Get cores of flavor',
	description: 'Get the number of vCPUs of a flavor',
	api: 'ShowKafkaProductCores',
	request: get('/v2/kafka/products/cores'),
	kind: 'read',
	fields: [
		instanceInQuery(),
		choice('product_id', 'Flavor Name or ID', {
			sentIn: 'query',
			required: true,
			load: { method: 'getProducts' },
		}),
	],
};
