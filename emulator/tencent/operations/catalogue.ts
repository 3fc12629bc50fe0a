import { success } from '../answers/errors';
import { MAX_BANDWIDTH, regionId, REGIONS, zonesOf } from '../model/catalogue';
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

/** Zones of the region, with what can be bought. */
export const DescribeCkafkaZone: Handler = (_request, { state, region }) => {
	const ZoneList = zonesOf(region).map((zone) => ({
		ZoneId: String(zone.id),
		IsInternalApp: 0,
		AppId: 1_250_000_000,
		Flag: zone.soldOut,
		ZoneName: zone.name,
		ZoneStatus: 3,
		Exflag: '',
		SoldOut: String(zone.soldOut),
		SalesInfo: ['standard', 'profession'].map((Platform) => ({
			Flag: zone.soldOut,
			Version: '2.4.2',
			Platform,
			SoldOut: zone.soldOut,
		})),
		ExtraFlag: '',
	}));
	const Result = {
		ZoneList,
		MaxBuyInstanceNum: state.rules.instanceQuota,
		MaxBandwidth: MAX_BANDWIDTH,
		UnitPrice: { RealTotalCost: 1, TotalCost: 1 },
		MessagePrice: { RealTotalCost: 0, TotalCost: 0 },
		ClusterInfo: [],
		Standard: '{}',
		StandardS2: '{}',
		Profession: '{}',
		Physical: '{}',
		PublicNetwork: '',
		PublicNetworkLimit: '{}',
		Offset: 0,
		Limit: ZoneList.length,
		ForceCheckTag: false,
	};
	return success({ Result });
};
