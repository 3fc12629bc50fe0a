import type { Failure } from '../../shared/contract/failure';
import type { UnknownReason } from '../../shared/fleet/activity';
import type { NotReadReason } from '../../shared/fleet/vendor';

/** What codes of Tencent Cloud say of why something was not read. */

/** Codes, or families of codes, by what they mean for a region. */
const OF_REGIONS: Readonly<Record<string, NotReadReason>> = {
	AuthFailure: 'noPermission',
	UnauthorizedOperation: 'noPermission',
	RegionError: 'notOpened',
	UnsupportedRegion: 'notOpened',
};

/** The same for values of Monitor; its error list has no own code for used up requests, only the general one. */
const OF_METRICS: Readonly<Record<string, UnknownReason>> = {
	AuthFailure: 'noPermission',
	UnauthorizedOperation: 'noPermission',
	LimitExceeded: 'quotaUsedUp',
	InvalidParameterValue: 'noMetric',
	ResourceNotFound: 'noMetric',
};

function reasonIn<T>(table: Readonly<Record<string, T>>, { details }: Failure): T | undefined {
	const [family] = (details.code ?? '').split('.');
	return Object.hasOwn(table, family) ? table[family] : undefined;
}

/** Why a list was refused; `undefined` where the kind of the failure says all there is. */
export const notReadReason = (failure: Failure): NotReadReason | undefined =>
	reasonIn(OF_REGIONS, failure);

/** Why values of metrics were refused; a custom 'Endpoint' can be one of Kafka alone. */
export function metricsReason(failure: Failure): UnknownReason | undefined {
	if (failure.kind === 'notSent' && failure.message.startsWith("'Endpoint'")) return 'noEndpoint';
	return reasonIn(OF_METRICS, failure);
}
