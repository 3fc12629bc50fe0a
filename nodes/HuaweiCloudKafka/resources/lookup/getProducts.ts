import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';

/** Lists flavors. DMS for Kafka API Reference 5.10.3; limits inside `properties` are text. */
export const getProducts: Operation = {
	value: 'getProducts',
	name: 'Get Products',
	action: 'Get products',
	description: 'Get the available flavors with their limits',
	api: 'ListEngineProducts',
	request: get('/v2/kafka/products'),
	kind: 'read',
	options: [
		choice('product_id', 'Flavor Name or ID', {
			sentIn: 'query',
			load: { method: 'getProducts' },
		}),
	],
	outcome: entries('products'),
};
