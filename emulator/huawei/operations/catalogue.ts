import { json } from '../../http/answer';
import { MAINTAIN_WINDOWS, productOf, PRODUCTS, VERSIONS, zonesOf } from '../catalogue';
import type { Handler } from '../context';

/** A far future the real service sends for "no limit"; more than a 64-bit integer holds. */
const NO_LIMIT = 9223372036854776000;

/** Products on sale in the caller's region (5.10.3). */
export const ListEngineProducts: Handler = (request, context) => {
	const wanted = request.query.product_id as string | undefined;
	const zones = zonesOf(context.project.region);
	const available = zones.filter((zone) => !zone.soldOut).map((zone) => zone.id);
	const unavailable = zones.filter((zone) => zone.soldOut).map((zone) => zone.id);
	const products = PRODUCTS.filter((p) => !wanted || productOf(wanted) === p).map((p) => ({
		...p.record,
		ios: p.record.ios.map((io) => ({
			...io,
			available_zones: available,
			unavailable_zones: unavailable,
		})),
	}));
	return json(200, { engine: 'kafka', versions: VERSIONS, products });
};

/** Zones of the caller's region (5.10.2). */
export const ListAvailableZones: Handler = (_request, context) => {
	const { region } = context.project;
	const available_zones = zonesOf(region).map((zone, i) => ({
		soldOut: zone.soldOut,
		id: zone.id,
		code: zone.code,
		name: zone.name,
		port: '443',
		resource_availability: String(!zone.soldOut),
		default_az: i === 0,
		remain_time: NO_LIMIT,
		ipv6_enable: false,
	}));
	return json(200, { region_id: region, available_zones });
};

/** Maintenance windows on offer (5.10.1). */
export const ShowMaintainWindows: Handler = () => json(200, { maintain_windows: MAINTAIN_WINDOWS });
