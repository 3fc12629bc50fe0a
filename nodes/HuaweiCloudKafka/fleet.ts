import { HUAWEI_REGIONS } from '../../credentials/regions/huawei';
import type { Failure } from '../shared/contract/failure';
import type { FleetVendor, NotReadReason } from '../shared/fleet/vendor';
import { CHANGED_WHILE_READ } from './api/readInstances';
import { account } from './fleet/account';
import { lookAtDeletion, refusesDeletion, startDeletion } from './fleet/deletion';
import { list, read } from './fleet/list';
import { normalise } from './fleet/normalise';
import { parts, services } from './fleet/parts';
import { scopes } from './fleet/scopes';
import { replaceTags, setTags, tagsOf } from './fleet/tags';
import { metrics, metricsReason, period } from './fleet/traffic';
import { huawei } from './vendor';

/** Why a list was refused, where a code says more than the kind: a key of another project gets 401. */
function notReadReason({ kind, details }: Failure): NotReadReason | undefined {
	if (details.code === CHANGED_WHILE_READ) return 'changedWhileRead';
	if (kind === 'throttled') return 'throttled';
	return kind === 'refused' && [401, 403].includes(Number(details.httpStatus))
		? 'noPermission'
		: undefined;
}

/** Huawei Cloud, as Kafka Fleet needs it. A scope is a project of a region. */
export const huaweiFleet: FleetVendor = {
	cloud: 'huawei',
	vendor: huawei,
	label: 'Huawei Cloud',
	regions: HUAWEI_REGIONS,
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
	refusesDeletion,
	startDeletion,
	lookAtDeletion,
	account,
};
