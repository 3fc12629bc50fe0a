import { ALIBABA_REGIONS } from '../../credentials/regions/alibaba';
import { Failure, NOT_FROM_API } from '../shared/contract/failure';
import { textIn } from '../shared/fleet/times';
import type { FleetVendor, Open } from '../shared/fleet/vendor';
import { call } from '../shared/request/call';
import { readRequest } from './api/requests';
import { metrics, metricsReason } from './fleet/activity';
import { lookAtDeletion, refusesDeletion, startDeletion } from './fleet/deletion';
import { list, read, withDetails } from './fleet/list';
import { normalise } from './fleet/normalise';
import { crossCheck, notReadReason, regionsInUse, scopes } from './fleet/scopes';
import { parts, services } from './fleet/signs';
import { isTagFull, newestTags, setTags, tagsOf } from './fleet/tags';
import { PERIOD } from './metrics';
import { alibaba } from './vendor';

/** ID of the account of the credential (STS, GetCallerIdentity), for which no permission is needed. */
async function account(open: Open): Promise<string> {
	const { AccountId } = await call(await open(), readRequest('GetCallerIdentity'));
	const id = textIn(AccountId);
	if (id !== null) return id;
	throw new Failure('broken', 'the response does not contain the account ID', {
		readOnly: true,
		advice: NOT_FROM_API,
	});
}

/** Alibaba Cloud's part of Kafka Fleet. */
export const alibabaFleet: FleetVendor = {
	cloud: 'alibaba',
	vendor: alibaba,
	regions: ALIBABA_REGIONS,
	label: 'Alibaba Cloud',
	form: {
		exampleKey: 'alibaba:cn-hangzhou::alikafka_post-cn-v0h18sav0001',
		allRegions: 'about 35 more requests for Alibaba Cloud',
		countsMonitoring: true,
		own: {
			alsoUnclear:
				"Whether 'Stopped or Expired' also applies if Alibaba Cloud reports only 'out of service'",
			finishReleased: 'Whether to remove released instances from the list of Alibaba Cloud',
			neverDeployedDays:
				'Instances of Alibaba Cloud that were bought longer ago, but never deployed',
			releasedButListed: 'Whether to include released instances that Alibaba Cloud still lists',
		},
	},
	scopes,
	list,
	crossCheck,
	regionsInUse,
	normalise,
	detailRequests: 1,
	withDetails,
	read,
	period: () => PERIOD,
	metrics,
	metricsReason,
	services,
	parts,
	notReadReason,
	setTags,
	isTagFull,
	tagsOf,
	newestTags,
	refusesDeletion,
	startDeletion,
	lookAtDeletion,
	account,
};
