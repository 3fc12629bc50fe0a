import { readFacts } from '../../core/facts';
import { success } from '../answers/errors';
import { MAX_BANDWIDTH, regionId, REGIONS, VERSIONS, zonesOf } from '../model/catalogue';
import { page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';

/** Regions of the service. */
export const DescribeRegion: Handler = (request) => {
	const listed = page(REGIONS, request.body as Paging, REGIONS.length);
	const Result = listed.map((region) => ({
		RegionId: regionId(region.code),
		RegionName: region.name,
		AreaName: region.area,
		RegionCode: region.code.split('-')[1],
		RegionCodeV3: region.code,
		Support: 'NONE',
		Ipv6: 0,
		MultiZone: 1,
	}));
	return success({ Result });
};

/** Purchase configurations, as the vendor's example prints them. */
const { operations: EXAMPLES } = readFacts<{
	operations: Record<'DescribeCkafkaZone', Array<{ response: { Response: { Result: object } } }>>;
}>('tencent', '_examples.json');
const PRINTED = EXAMPLES.DescribeCkafkaZone[0].response.Response.Result as Record<string, string>;

/** What is on sale: editions with their versions. */
const SALES = [
	...['0.10.2.1', '1.1.1'].map((version) => ['standard', version]),
	...VERSIONS.filter((version) => version !== '2.4.2').map((version) => ['profession', version]),
	...['2.4.1', '2.8.1', '3.2.3'].map((version) => ['premium', version]),
];

/** Zones of the region, with what can be bought. */
export const DescribeCkafkaZone: Handler = (_request, { state, region }) => {
	const ZoneList = zonesOf(region).map((zone) => ({
		ZoneId: String(zone.id),
		IsInternalApp: 0,
		AppId: 1_250_000_000,
		Flag: zone.soldOut,
		ZoneName: zone.name,
		ZoneStatus: 3,
		SoldOut: String(zone.soldOut),
		SalesInfo: SALES.map(([Platform, Version]) => ({
			Flag: zone.soldOut,
			Version,
			Platform,
			SoldOut: zone.soldOut,
		})),
		ExtraFlag: '0',
	}));
	const Result = {
		ZoneList,
		MaxBuyInstanceNum: state.rules.instanceQuota,
		MaxBandwidth: MAX_BANDWIDTH,
		UnitPrice: { RealTotalCost: 1, TotalCost: 1 },
		MessagePrice: { RealTotalCost: 0, TotalCost: 0 },
		ClusterInfo: [],
		Standard: '',
		StandardS2: PRINTED.StandardS2,
		Profession: PRINTED.Profession,
		Physical: '',
		PublicNetwork: '[{"Maximum":198,"Minimal":3,"step":3}]',
		PublicNetworkLimit: '{"Maximum":999,"Minimal":198,"step":3}',
	};
	return success({ Result });
};
