import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';

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
		text('product_id', 'Product ID', { sentIn: 'query', description: 'Return only this product' }),
	],
	outcome: entries('products'),
};
