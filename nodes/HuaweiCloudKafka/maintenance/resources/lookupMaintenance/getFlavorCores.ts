import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { choice, integer } from '../../../../shared/form/fields';
import { instanceFilter } from '../../../fields';

/**
 * Gets the vCPUs of a flavor. DMS for Kafka API Reference 5.10.5; the number of brokers is required by
 * SDK 3.1.215, for which the instance no longer is.
 */
export const getFlavorCores: Operation = {
	value: 'getFlavorCores',
	name: 'Get Flavor Cores',
	action: 'Get cores of flavor',
	description:
		'Get the number of vCPUs that brokers of a flavor have together, and for an instance also its new storage',
	api: 'ShowKafkaProductCores',
	request: get('/v2/kafka/products/cores'),
	kind: 'read',
	fields: [
		choice('product_id', 'Flavor Name or ID', {
			sentIn: 'query',
			required: true,
			load: { method: 'getProducts' },
		}),
		integer('broker_num', 'Brokers', {
			sentIn: 'query',
			required: true,
			asText: true,
			range: [1, 50],
			default: 3,
			description: 'Number of brokers; 1 for single-node flavors, otherwise at least 3',
		}),
	],
	options: [
		instanceFilter(
			'instance_id',
			'Instance for which to also return the storage after a resize to these brokers',
		),
	],
};
