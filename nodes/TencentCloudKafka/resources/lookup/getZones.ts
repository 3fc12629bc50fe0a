import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { listIn } from '../../../shared/contract/pages';
import { looked } from '../../../shared/form/fields';
import { isSoldOut } from '../../api/records';
import { dedicatedClusters } from '../../lookups/dedicatedClusters';

/** Lists zones. CKafka DescribeCkafkaZone; IDs and `SoldOut` are text in the answer. */
export const getZones: Operation = {
	value: 'getZones',
	name: 'Get Zones',
	action: 'Get zones',
	description: 'Get the zones of the region and whether instances can be bought there',
	api: 'DescribeCkafkaZone',
	request: post('/'),
	kind: 'read',
	options: [
		looked('CdcId', 'Dedicated Cluster', {
			placeholder: 'e.g. cluster-262n63e8',
			description: 'Return only zones of this cluster (CDC)',
			search: 'searchDedicatedClusters',
			lookup: dedicatedClusters,
		}),
	],
	// What is not about a single zone, such as prices and limits, comes out without "Simplify".
	outcome: (body, _request, item) =>
		item.isOn('simplify', true)
			? listIn(body, 'ZoneList').map((zone) => ({
					json: { ...zone, soldOut: isSoldOut(zone) },
				}))
			: singleItem(body),
	simple: ['ZoneId', 'ZoneName', 'ZoneStatus', 'soldOut', 'SalesInfo'],
};
