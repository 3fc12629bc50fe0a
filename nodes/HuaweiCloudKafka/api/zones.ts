import { Failure } from '../../shared/contract/failure';
import { listIn } from '../../shared/contract/pages';
import type { OperationContext } from '../../shared/contract/context';
import { listZones } from './requests';

/** What the API takes: 32 hexadecimal digits. */
const ZONE_ID = /^[0-9a-f]{32}$/i;

/**
 * Zone codes and names to the zone IDs that creating an instance needs. People know
 * `cn-north-4a`, the API only `9f1c5806706d4c1fb0eb72f0a9b18c77`.
 *
 * @throws {Failure} `notSent` for a zone that the region does not have
 */
export async function toZoneIds(item: OperationContext, zones: string[]): Promise<string[]> {
	if (zones.every((zone) => ZONE_ID.test(zone))) return zones;
	const known = listIn(await item.call(listZones()), 'available_zones');
	return zones.map((wanted) => {
		const zone = known.find(({ id, code, name }) => [id, code, name].includes(wanted));
		if (zone) return String(zone.id);
		const codes = known.map(({ code }) => String(code)).join(', ');
		throw new Failure(
			'notSent',
			`'Availability Zone Names or IDs' contains '${wanted}', which does not exist in this region`,
			{
				advice: `Use one of: ${codes}.`,
			},
		);
	});
}
