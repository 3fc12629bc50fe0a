import { json } from '../../../http/answer';
import { MAINTAIN_WINDOWS, zonesOf } from '../../model/catalogue';
import { v1ProductList } from '../../model/legacyCatalogue';
import type { Handler } from '../../requests/context';

/** Zones of the caller's region (7.1.2.1). */
export const V1ListAvailableZones: Handler = (_request, context) => {
	const { region } = context.project;
	const available_zones = zonesOf(region).map((zone) => ({
		soldOut: zone.soldOut,
		id: zone.id,
		code: zone.code,
		name: zone.name,
		port: '443',
		resource_availability: String(!zone.soldOut),
	}));
	return json(200, { region_id: region, available_zones });
};

/** Products of V1 (7.1.2.2). */
export const V1ListProducts: Handler = (_request, context) =>
	json(200, v1ProductList(context.project.region));

/** Maintenance windows on offer (7.1.2.3), with seconds. */
export const V1ListMaintainWindows: Handler = () => {
	const maintain_windows = MAINTAIN_WINDOWS.map((window) => ({
		...window,
		begin: `${window.begin}:00:00`,
		end: `${window.end}:00:00`,
	}));
	return json(200, { maintain_windows });
};
