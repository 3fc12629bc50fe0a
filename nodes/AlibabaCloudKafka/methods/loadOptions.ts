import type { INodePropertyOptions } from 'n8n-workflow';

import { ALIBABA_REGIONS } from '../../../credentials/regions/alibaba';
import type { OptionLoader } from '../../shared/form/listSearch';
import { regionLoader } from '../../shared/form/listSearch';
import { optionsOf } from '../../shared/form/lookups';
import { vSwitches, zones } from '../api/lookups';
import { held, SPECIFICATIONS, SPECIFICATIONS_AS_OF } from '../api/specifications';
import { instances } from './lists';

/** Zones, each once however many vSwitches are in it. */
const getZones: OptionLoader = async (source) => {
	const all: INodePropertyOptions[] = await optionsOf(zones)(source);
	return [...new Map(all.map((one) => [one.value, one])).values()];
};

/** Editions by `SpecType`, for texts. */
const EDITIONS: Readonly<Record<string, string>> = {
	normal: 'Standard',
	professional: 'Professional',
	professionalForHighRead: 'Professional (High Read)',
};

/** Specifications by size; those that no page of the vendor confirms come last. */
const getSpecifications: OptionLoader = async () =>
	await Promise.resolve(
		[...SPECIFICATIONS]
			.sort((a, b) => Number(a.isUnconfirmed) - Number(b.isUnconfirmed))
			.map((one) => ({
				name: `${one.code} (${one.write} MB/s Write, ${one.read} MB/s Read)`,
				value: one.code,
				description: [
					held(one),
					`${one.editions.map((edition) => EDITIONS[edition]).join(' or ')} Edition`,
					`as of ${SPECIFICATIONS_AS_OF}${one.isUnconfirmed ? ', not confirmed by Alibaba Cloud' : ''}`,
				].join('; '),
			})),
	);

/** The option loaders of the node's drop-downs. */
export const loadOptions: Record<string, OptionLoader> = {
	getRegions: regionLoader(ALIBABA_REGIONS),
	getInstances: instances,
	getSpecifications,
	getVSwitches: optionsOf(vSwitches),
	getZones,
};
