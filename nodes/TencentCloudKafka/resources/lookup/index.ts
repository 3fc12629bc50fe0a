import { choice, text } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { one, post } from '../../../shared/contract/operation';
import { listIn } from '../../../shared/contract/pages';
import { instanceFilters, tagKeyFilter } from '../../fields';
import { instancePages, regionPages } from '../../api/requests';

/** Lists regions. CKafka DescribeRegion; the result is a list without a total. */
const getRegions: Operation = {
	value: 'getRegions',
	name: 'Get Regions',
	action: 'Get regions',
	description: 'Get the regions where CKafka is available',
	api: 'DescribeRegion',
	request: post('/'),
	effect: 'read',
	options: [
		choice('Business', 'Business', { values: { ckafka: 'CKafka', cmq: 'CMQ' } }),
		text('CdcId', 'CDC ID', { description: 'Return only regions of this dedicated cluster' }),
	],
	pages: regionPages,
};

/** Lists zones. CKafka DescribeCkafkaZone; IDs and `SoldOut` are text in the answer. */
const getZones: Operation = {
	value: 'getZones',
	name: 'Get Zones',
	action: 'Get zones',
	description: 'Get the zones of the region and whether instances can be bought there',
	api: 'DescribeCkafkaZone',
	request: post('/'),
	effect: 'read',
	options: [
		text('CdcId', 'CDC ID', { description: 'Return only zones of this dedicated cluster' }),
	],
	// What is not about a single zone, such as prices and limits, comes out without "Simplify".
	outcome: (body, _request, item) =>
		item.isOn('simplify', true)
			? listIn(body, 'ZoneList').map((zone) => ({
					json: { ...zone, soldOut: String(zone.SoldOut) === 'true' },
				}))
			: one(body),
	simple: ['ZoneId', 'ZoneName', 'ZoneStatus', 'soldOut', 'SalesInfo'],
};

/** Lists instances "of a given type". CKafka DescribeTypeInstances, which takes no type to ask for. */
const getTypeInstances: Operation = {
	value: 'getTypeInstances',
	name: 'Get Type Instances',
	action: 'Get type instances',
	description: "Get instances from the API's separate list for instance types",
	api: 'DescribeTypeInstances',
	request: post('/'),
	effect: 'read',
	options: [...instanceFilters(), tagKeyFilter('Tag Key')],
	pages: instancePages,
};

export const lookup: Resource = {
	value: 'lookup',
	name: 'Lookup',
	operations: [getZones, getRegions, getTypeInstances],
};
