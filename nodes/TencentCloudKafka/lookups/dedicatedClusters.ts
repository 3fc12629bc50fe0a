import { isBlank } from '../../shared/contract/field';
import type { Lookup } from '../../shared/contract/lookup';
import { paged } from '../api/pages';
import { read } from '../api/requests';

/** Clusters in a data center of the customer. CDC 2020-12-14, DescribeDedicatedClusters. */
export const dedicatedClusters: Lookup = {
	what: 'dedicated cluster',
	plural: 'dedicated clusters',
	permission: 'cdc:DescribeDedicatedClusters',
	isId: /^cluster-\w+$/,
	request: () => read('DescribeDedicatedClusters'),
	pages: paged('DedicatedClusterSet', 'DedicatedClusterId', 100),
	entry: ({ DedicatedClusterId, Name, Zone }) => ({
		id: String(DedicatedClusterId),
		...(!isBlank(Name) && { name: String(Name) }),
		details: isBlank(Zone) ? [] : [String(Zone)],
	}),
};
