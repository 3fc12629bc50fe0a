import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';
import { deprecated } from './deprecated';

/** Lists zones with V1. DMS for Kafka API Reference 7.1.2.1. */
export const getZones: Operation = {
	value: 'v1GetZones',
	name: 'Get Availability Zones (V1)',
	action: 'Get availability zones with V1',
	description: deprecated(
		'get the availability zones of the region',
		'Lookup: Get Availability Zones',
	),
	api: 'V1ListAvailableZones',
	request: get('/v1.0/availableZones'),
	outcome: entries('available_zones'),
};

/** Lists products with V1. DMS for Kafka API Reference 7.1.2.2; an item for each Kafka version. */
export const getProducts: Operation = {
	value: 'v1GetProducts',
	name: 'Get Products (V1)',
	action: 'Get products with V1',
	description: deprecated('get the available products', 'Lookup: Get Products'),
	api: 'V1ListProducts',
	request: get('/v1.0/products'),
	constant: { query: { engine: 'kafka' } },
	outcome: entries('Hourly'),
};

/** Lists maintenance windows with V1. DMS for Kafka API Reference 7.1.2.3. */
export const getMaintenanceWindows: Operation = {
	value: 'v1GetMaintenanceWindows',
	name: 'Get Maintenance Windows (V1)',
	action: 'Get maintenance windows with V1',
	description: deprecated(
		'get the available maintenance windows',
		'Lookup: Get Maintenance Windows',
	),
	api: 'V1ListMaintainWindows',
	request: get('/v1.0/instances/maintain-windows'),
	outcome: entries('maintain_windows'),
};
