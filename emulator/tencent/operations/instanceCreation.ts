import type { Answer } from '../../http/answer';
import { decline, refuse, refuseMissing, refuseValue, success } from '../answers/errors';
import { VERSIONS, zonesOf } from '../model/catalogue';
import type { Tag } from '../model/contents';
import type { InstanceSettings } from '../model/instance';
import type { Context, Handler } from '../requests/context';
import { checkNetwork } from '../requests/networks';
import { checkSize } from '../requests/sizes';

interface CreateBody {
	InstanceName?: string;
	VpcId: string;
	SubnetId: string;
	MsgRetentionTime?: number;
	KafkaVersion?: string;
	SpecificationsType?: InstanceSettings['specification'];
	DiskType?: string;
	BandWidth?: number;
	DiskSize?: number;
	Partition?: number;
	TopicNum?: number;
	ZoneId?: number;
	MultiZoneFlag?: boolean;
	ZoneIds?: number[];
	InstanceNum?: number;
	PublicNetworkMonthly?: number;
	Tags?: Tag[];
	ElasticBandwidthSwitch?: number;
	CustomSSLCertId?: string;
	StoreQuantityType?: number;
	/** CreateInstancePre only. */
	Period?: string;
	RenewFlag?: number;
}

const FREE_PUBLIC_MBPS = 3;

/** Orders one or several pay-as-you-go instances; a FlowId 0 comes back. */
export const CreatePostPaidInstance: Handler = (request, context) =>
	order(request.body as CreateBody, context, { specification: 'profession' });

/** Orders one or several instances for months. */
export const CreateInstancePre: Handler = (request, context) => {
	const body = request.body as CreateBody;
	const months = Number.parseInt(body.Period ?? '1', 10);
	const renewFlag = body.RenewFlag ?? 0;
	return order(body, context, { specification: 'standard', prePaid: true, months, renewFlag });
};

type Terms = Pick<InstanceSettings, 'specification'> &
	Partial<Pick<InstanceSettings, 'prePaid' | 'months' | 'renewFlag'>>;

/**
 * Carries out the order. What is bought together has one deal; an order that fails has a deal of its
 * own without instances. When nothing at all is bought, the ReturnCode says so.
 */
function order(body: CreateBody, context: Context, terms: Terms): Answer {
	const { state, region } = context;
	const settings = settingsOf(body, context, terms);
	const { InstanceNum: count = 1 } = body;
	if (count < 1) refuseValue('InstanceNum', 'it must be at least 1');
	const existing = state.instances.filter((instance) => instance.region === region);
	if (existing.length + count > state.rules.instanceQuota) {
		refuse('LimitExceeded', `A region may have ${state.rules.instanceQuota} instances.`);
	}
	const bought: string[] = [];
	const failedDeals: string[] = [];
	for (let i = 1; i <= count; i++) {
		const name = nameOf(settings.name, i, count);
		const plan = state.planFor(name, settings.name);
		if (plan.dealFails) failedDeals.push(state.newDeal());
		else bought.push(state.create(region, { ...settings, name }, plan).id);
	}
	if (!bought.length) decline('The order failed.');
	const deals = [
		{ DealName: state.newDeal(), InstanceIdList: bought },
		...failedDeals.map((DealName) => ({ DealName, InstanceIdList: [] })),
	];
	const Data = {
		FlowId: 0,
		DealNames: deals.map(({ DealName }) => DealName),
		InstanceId: bought[0],
		DealNameInstanceIdMapping: deals,
	};
	return success({ Result: { ReturnCode: '0', ReturnMessage: 'ok[apply ok]', Data } });
}

/** {R:x} is a number from x on; without it, those of a batch are numbered from 1 on (document 597/41581). */
function nameOf(name: string, i: number, count: number): string {
	const numbered = name.replace(/\{R:(\d+)\}/g, (_, first: string) =>
		String(Number(first) + i - 1),
	);
	return numbered === name && count > 1 ? `${name}${i}` : numbered;
}

function settingsOf(body: CreateBody, context: Context, terms: Terms): InstanceSettings {
	const zoneIds = checkZones(body, context.region);
	checkNetwork(context, { ...body, zones: zoneIds });
	const specification = body.SpecificationsType ?? terms.specification;
	const { KafkaVersion: version = '2.4.1' } = body;
	if (!VERSIONS.includes(version)) refuseValue('KafkaVersion', `${version} is not for sale`);
	const { BandWidth: bandwidth = 40, DiskSize: diskSize = 500 } = body;
	const { Partition: partitionQuota = 800, TopicNum: topicQuota = 800 } = body;
	checkSize({ bandwidth, diskSize, partitionQuota, topicQuota }, specification);
	if (body.CustomSSLCertId && specification !== 'profession') {
		refuseValue('CustomSSLCertId', 'only the profession edition takes a certificate');
	}
	return {
		name: body.InstanceName ?? '',
		prePaid: terms.prePaid ?? false,
		months: terms.months ?? 1,
		renewFlag: terms.renewFlag ?? 0,
		version,
		elasticStorage: body.StoreQuantityType === 1,
		specification,
		bandwidth,
		diskSize,
		diskType: body.DiskType ?? 'CLOUD_BASIC',
		partitionQuota,
		topicQuota,
		zoneId: body.ZoneId ?? zoneIds[0],
		zoneIds,
		vpcId: body.VpcId,
		subnetId: body.SubnetId,
		publicNetwork: FREE_PUBLIC_MBPS + (body.PublicNetworkMonthly ?? 0),
		retentionMinutes: body.MsgRetentionTime ?? 1440,
		elasticBandwidth: body.ElasticBandwidthSwitch === 1,
		certificateId: body.CustomSSLCertId ?? '',
		tags: body.Tags ?? [],
	};
}

function checkZones(body: CreateBody, region: string): number[] {
	const { ZoneId, ZoneIds = [] } = body;
	if (body.MultiZoneFlag && !ZoneIds.length) refuseMissing('ZoneIds');
	if (ZoneId === undefined && !ZoneIds.length) refuseMissing('ZoneId');
	if (ZoneId !== undefined && ZoneIds.length && !ZoneIds.includes(ZoneId)) {
		refuseValue('ZoneIds', `it must contain ZoneId ${ZoneId}`);
	}
	const chosen = ZoneIds.length ? ZoneIds : [ZoneId as number];
	const zones = zonesOf(region);
	for (const id of chosen) {
		const zone = zones.find((candidate) => candidate.id === id);
		const text = `The zone ${id} is not supported in ${region}.`;
		if (!zone) refuse('InvalidParameterValue.ZoneNotSupport', text);
		if (zone.soldOut) refuse('ResourceInsufficient', `The zone ${id} is sold out.`);
	}
	return chosen;
}
