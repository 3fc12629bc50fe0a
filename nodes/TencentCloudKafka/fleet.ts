import { TENCENT_REGIONS } from '../../credentials/regions/tencent';
import type { FleetVendor } from '../shared/fleet/vendor';
import { account } from './fleet/account';
import { lookAtDeletion, refusesDeletion, startDeletion } from './fleet/deletion';
import { normalise } from './fleet/normalise';
import { parts } from './fleet/parts';
import { list, read, withDetails } from './fleet/reading';
import { metricsReason, notReadReason } from './fleet/reasons';
import { scopes } from './fleet/scopes';
import { services } from './fleet/signs';
import { newestTags, setTags, tagsOf } from './fleet/tags';
import { metrics, periodOf } from './metrics';
import { tencent } from './vendor';

/** Tencent Cloud's part of Kafka Fleet. */
export const fleet: FleetVendor = {
	cloud: 'tencent',
	vendor: tencent,
	label: tencent.name,
	regions: TENCENT_REGIONS,
	form: {
		exampleKey: 'tencent:ap-guangzhou::ckafka-7vqkjomv',
		allRegions: 'one more request for each region of Tencent Cloud',
		countsMonitoring: true,
		own: {},
	},
	scopes,
	list,
	normalise,
	// DescribeInstanceAttributes.
	detailRequests: 1,
	withDetails,
	read,
	period: periodOf,
	metrics,
	metricsReason,
	services,
	parts,
	notReadReason,
	setTags,
	tagsOf,
	newestTags,
	refusesDeletion,
	startDeletion,
	lookAtDeletion,
	account,
};
