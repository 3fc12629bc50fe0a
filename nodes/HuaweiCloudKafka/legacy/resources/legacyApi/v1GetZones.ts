import type { Operation } from '../../../../shared/contract/operation';
import { entries, get } from '../../../../shared/contract/operation';
import { deprecated } from './deprecated';

/** Lists zones with V1. DMS for Kafka API Reference 7.1.2.1. */
export const v1GetZones: Operation = {
	value: 'v1GetZones',
	name: 'Get Availability Zones (V1)',
	action: 'Get availability zones with V1',
	description: deprecated(
		'get the availability zones of the region',
		'Lookup: Get Availability Zones',
	),
	api: 'V1ListAvailableZones',
	request: get('/v1.0/availableZones'),
	kind: 'read',
	outcome: entries('available_zones'),
};
