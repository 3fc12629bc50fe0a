import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { TencentHandler } from '../context';
import { success } from '../errors';

interface Endpoints {
	regions: Array<{ code: string; name: string; area: string }>;
}

const file = join(__dirname, '..', '..', 'api', 'tencent', '_endpoints.json');
const { regions } = JSON.parse(readFileSync(file, 'utf8')) as Endpoints;

/** Regions of the service. */
export const DescribeRegion: TencentHandler = (request) => {
	const { Offset = 0, Limit = regions.length } = request.body as {
		Offset?: number;
		Limit?: number;
	};
	const Result = regions.slice(Offset, Offset + Limit).map((region, i) => ({
		RegionId: Offset + i + 1,
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
