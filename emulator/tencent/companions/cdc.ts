import { success } from '../answers/errors';
import { matches, page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';

/** Dedicated clusters, which stand in a data center of the customer. Cloud Dedicated Cluster (2020-12-14). */

interface ListBody extends Paging {
	DedicatedClusterIds?: string[];
	Zones?: string[];
	Name?: string;
}

const USUAL_SIZE = 20;

/** One in each region. */
const inRegion = (region: string) => [
	{
		DedicatedClusterId: `cluster-${region.replace(/\W/g, '')}`,
		Zone: `${region}-1`,
		Description: '',
		Name: 'orders-cdc',
		LifecycleStatus: 'RUNNING',
		CreateTime: '2024-03-10T12:00:00Z',
		SiteId: 'site-emulator',
	},
];

/** Dedicated clusters of the region. */
export const DescribeDedicatedClusters: Handler = (request, { region }) => {
	const body = request.body as ListBody;
	const found = inRegion(region).filter(
		({ DedicatedClusterId: id, Zone, Name }) =>
			(body.DedicatedClusterIds?.includes(id) ?? true) &&
			(body.Zones?.includes(Zone) ?? true) &&
			matches(Name, body.Name),
	);
	return success({
		TotalCount: found.length,
		DedicatedClusterSet: page(found, body, USUAL_SIZE),
	});
};
