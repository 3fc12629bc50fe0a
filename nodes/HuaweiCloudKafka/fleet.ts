import { HUAWEI_REGIONS } from '../../credentials/regions/huawei';
import type { FleetVendor } from '../shared/fleet/vendor';
import { account } from './fleet/account';
import { lookAtDeletion, refusesDeletion, startDeletion } from './fleet/deletion';
import { list, read } from './fleet/list';
import { normalise } from './fleet/normalise';
import { parts, services } from './fleet/parts';
import { scopes } from './fleet/scopes';
import { newestTags, replaceTags, setTags, tagsOf } from './fleet/tags';
import { metrics, metricsReason, period } from './fleet/traffic';
import { huawei } from './vendor';

/** A list that is refused for other reasons than a permission tells them by its status alone. */
const notReadReason = (): undefined => undefined;

/** Huawei Cloud, as Kafka Fleet needs it. A scope is a project of a region. */
export const huaweiFleet: FleetVendor = {
	cloud: 'huawei',
	vendor: huawei,
	label: 'Huawei Cloud',
	regions: HUAWEI_REGIONS,
	form: {
		exampleKey:
			'huawei:ap-southeast-3:0f1e2d3c4b5a69788796a5b4c3d2e1f0:c1d2e3f4-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
		allRegions: 'one more request for each project of Huawei Cloud',
		countsMonitoring: false,
		own: { skipRecycleBin: 'Whether to delete instances of Huawei Cloud permanently' },
	},
	scopes,
	list,
	read,
	normalise,
	// A list tells the same as the detail.
	detailRequests: 0,
	withDetails: async (_at, one) => await Promise.resolve(one),
	period,
	metrics,
	metricsReason,
	services,
	parts,
	notReadReason,
	setTags,
	replaceTags,
	tagsOf,
	newestTags,
	refusesDeletion,
	startDeletion,
	lookAtDeletion,
	account,
};
