import { choice, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';
import { instanceInQuery } from '../../fields';

/** Lists availability zones with codes and IDs. DMS for Kafka API Reference 5.10.2. */
const getZones: Operation = {
	value: 'getZones',
	name: 'Get Availability Zones',
	action: 'Get availability zones',
	description: 'Get the availability zones of the region, with their codes and IDs',
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
	description: 'Get the available flavors with their limits',
	api: 'ListEngineProducts',
	request: get('/v2/kafka/products'),
	options: [
		text('product_id', 'Product ID', { place: 'query', description: 'Return only this product' }),
	],
	outcome: entries('products'),
};

/** Lists maintenance windows. DMS for Kafka API Reference 5.10.1; hours of two digits. */
const getMaintenanceWindows: Operation = {
	value: 'getMaintenanceWindows',
	name: 'Get Maintenance Windows',
	action: 'Get maintenance windows',
	description: 'Get the available maintenance windows and which one is the default',
	api: 'ShowMaintainWindows',
	request: get('/v2/instances/maintain-windows'),
	outcome: entries('maintain_windows'),
};

/** Gets the vCPUs of a flavor. DMS for Kafka API Reference 5.10.5. */
const getFlavorCores: Operation = {
	value: 'getFlavorCores',
	name: 'Get Flavor Cores',
	action: 'Get cores of flavor',
	description: 'Get the number of vCPUs of a flavor',
	api: 'ShowKafkaProductCores',
	request: get('/v2/kafka/products/cores'),
	fields: [
		instanceInQuery(),
		choice('product_id', 'Flavor Name or ID', {
			place: 'query',
			required: true,
			load: { method: 'getProducts' },
		}),
	],
};

export const lookup: Resource = {
	value: 'lookup',
	name: 'Lookup',
	operations: [getProducts, getZones, getFlavorCores, getMaintenanceWindows],
};
