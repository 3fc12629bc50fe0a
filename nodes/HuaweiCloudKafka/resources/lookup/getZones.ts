import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';

/** Lists availability zones with codes and IDs. DMS for Kafka API Reference 5.10.2. */
export const getZones: Operation = {
	value: 'getZones',
	name: 'Get Availability Zones',
	action: 'Get availability zones',
	description: 'Get the availability zones of the region, with their codes and IDs',
	api: 'ListAvailableZones',
	request: get('/v2/available-zones'),
	kind: 'read',
	outcome: entries('available_zones'),
	simple: ['id', 'code', 'name', 'soldOut', 'resource_availability', 'default_az', 'ipv6_enable'],
};
