import { text } from '../../../shared/fields';
import type { Operation, Resource } from '../../../shared/operation';
import { entries, get } from '../../../shared/operation';

/** Lists availability zones with codes and IDs. DMS for Kafka API Reference 5.10.2. */
const getZones: Operation = {
	value: 'getZones',
	name: 'Get Availability Zones',
	action: 'Get availability zones',
	description: 'Get the availability zones of the region with their codes and IDs',
	api: 'ListAvailableZones',
	request: get('/v2/available-zones'),
	outcome: entries('available_zones'),
	simple: ['id', 'code', 'name', 'soldOut', 'resource_availability', 'default_az', 'ipv6_enable'],
};

/** Lists flavors. DMS for Kafka API Reference 5.10.3; limits inside `properties` are text. */
const getProducts: Operation = {
	value: 'getProducts',
	name: 'Get Products',
	action: 'Get products',
	description: 'Get the flavors on sale with their limits',
	api: 'ListEngineProducts',
	request: get('/v2/kafka/products'),
	options: [text('product_id', 'Product ID', { place: 'query', description: 'Only this product' })],
	outcome: entries('products'),
};

export const lookup: Resource = {
	value: 'lookup',
	name: 'Lookup',
	operations: [getProducts, getZones],
};
