import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { choice, looked } from '../../../shared/form/fields';
import { regionPages } from '../../api/pages';
import { dedicatedClusters } from '../../lookups/dedicatedClusters';

/** Lists regions. CKafka DescribeRegion; the result is a list without a total. */
export const getRegions: Operation = {
	value: 'getRegions',
	name: 'Get Regions',
	action: 'Get regions',
	description: 'Get the regions where CKafka is available',
	api: 'DescribeRegion',
	request: post('/'),
	kind: 'read',
	options: [
		choice('Business', 'Business', { values: { ckafka: 'CKafka', cmq: 'CMQ' } }),
		looked('CdcId', 'Dedicated Cluster', {
			placeholder: 'e.g. cluster-262n63e8',
			description: 'Return only regions of this cluster (CDC)',
			search: 'searchDedicatedClusters',
			lookup: dedicatedClusters,
		}),
	],
	pages: regionPages,
};
