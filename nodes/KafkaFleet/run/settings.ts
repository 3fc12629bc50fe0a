import { BadInput } from '../../shared/contract/badInput';
import { OWNER_TAGS, type Completing } from '../../shared/fleet/complete';
import type { PriceRow } from '../../shared/fleet/prices';
import type { FleetVendor, RegionChoice } from '../../shared/fleet/vendor';
import type { Cloud } from '../../shared/fleet/words';
import { isRegion } from '../../../credentials/fields/checks';
import type { Parameters } from './parameters';

/** What all operations that read the fleet have in common. */
export interface FleetSettings {
	vendors: readonly FleetVendor[];
	regionsOf: (vendor: FleetVendor) => RegionChoice;
	regionsNotRead: 'row' | 'fail';
	/** Milliseconds. */
	timeLimit: number;
	raw: boolean;
	completing: Omit<Completing, 'now'>;
	mostInstances: number;
}

/** Name of the node parameter with the chosen regions of a cloud. */
export const chosenRegionsOf = (cloud: Cloud): string => `${cloud}Regions`;

/** Label of the same, which begins with the cloud's name. */
export const chosenRegionsLabel = ({ label }: FleetVendor): string =>
	`${label} Region Names or IDs`;

/** Most instances that one reading takes, unless the user says otherwise. */
export const MOST_INSTANCES = 10_000;

/** Seconds that one region may take, unless the user says otherwise. */
export const TIME_LIMIT = 60;

/**
 * The chosen clouds; all that the node has, where it is made for one.
 *
 * @throws {BadInput}
 */
export function chosenVendors(
	parameters: Parameters,
	vendors: readonly FleetVendor[],
): readonly FleetVendor[] {
	if (vendors.length === 1) return vendors;
	const chosen = parameters.list('clouds', 'Clouds');
	if (chosen.length === 0) {
		throw new BadInput('Clouds', 'is empty', 'Choose at least one cloud.');
	}
	const unknown = chosen.find((cloud) => !vendors.some((vendor) => vendor.cloud === cloud));
	if (unknown !== undefined) {
		throw new BadInput(
			'Clouds',
			`contains '${unknown}', which is not a cloud`,
			`Use ${vendors.map(({ cloud }) => cloud).join(', ')}.`,
		);
	}
	return vendors.filter(({ cloud }) => chosen.includes(cloud));
}

/** A list of region IDs. */
function regionList(parameters: Parameters, name: string, label: string): string[] {
	const regions = parameters.list(name, label);
	const wrong = regions.find((region) => !isRegion(region));
	if (wrong === undefined) return regions;
	throw new BadInput(label, `contains '${wrong}', which is not a region ID`, 'Enter region IDs.');
}

/**
 * Which regions of a cloud to read.
 *
 * @throws {BadInput}
 */
export function regionChoice(
	parameters: Parameters,
	vendors: readonly FleetVendor[],
): (vendor: FleetVendor) => RegionChoice {
	const mode = parameters.word('regions', 'Regions', ['own', 'all', 'chosen'] as const, 'own');
	const exclude = regionList(parameters, 'options.excludeRegions', 'Exclude Regions');
	const chosen = new Map(
		vendors.map((vendor) => {
			const label = chosenRegionsLabel(vendor);
			const regions =
				mode === 'chosen' ? regionList(parameters, chosenRegionsOf(vendor.cloud), label) : [];
			if (mode === 'chosen' && regions.length === 0) {
				throw new BadInput(
					label,
					'is empty',
					"Select at least one region, or remove the cloud from 'Clouds'.",
				);
			}
			return [vendor.cloud, { mode, exclude, chosen: regions }];
		}),
	);
	return ({ cloud }) => chosen.get(cloud) ?? { mode, exclude, chosen: [] };
}

/**
 * The settings of an operation that reads the fleet.
 *
 * @param zone Time zone of the workflow
 * @throws {BadInput}
 */
export function settingsOf(
	parameters: Parameters,
	all: readonly FleetVendor[],
	zone: string,
): FleetSettings {
	const vendors = chosenVendors(parameters, all);
	return {
		vendors,
		regionsOf: regionChoice(parameters, vendors),
		regionsNotRead: parameters.word(
			'options.regionsNotRead',
			'Regions Not Read',
			['row', 'fail'],
			'row',
		),
		timeLimit:
			parameters.number(
				'options.timeLimit',
				'Time Limit per Region (Seconds)',
				TIME_LIMIT,
				[1, 3_600],
			) * 1_000,
		raw: parameters.isOn('options.raw', 'Include Raw Record', false),
		completing: completingOf(parameters, all, zone),
		mostInstances: parameters.number(
			'options.mostInstances',
			'Maximum Instances',
			MOST_INSTANCES,
			[1, 1_000_000],
		),
	};
}

/**
 * What the user's settings add to records.
 *
 * @throws {BadInput}
 */
export function completingOf(
	parameters: Parameters,
	all: readonly FleetVendor[],
	zone: string,
): FleetSettings['completing'] {
	const ownerTags = parameters.list('options.ownerTags', 'Owner Tags');
	return {
		zone,
		ownerTags: ownerTags.length > 0 ? ownerTags : OWNER_TAGS,
		priceRows: priceRowsOf(parameters, all),
		protectedWords: parameters.list('keep.protectedWords', 'Protected Words'),
	};
}

const unknownCloud = (cloud: unknown, all: readonly FleetVendor[]) =>
	new BadInput(
		'Price Rows',
		`has a row for '${String(cloud)}', which is not a cloud of this node`,
		`Use ${all.map((one) => one.cloud).join(', ')}, or leave 'Cloud' empty for all.`,
	);

function priceRowsOf(parameters: Parameters, all: readonly FleetVendor[]): PriceRow[] {
	return parameters.rows('options.priceRows', 'Price Rows').map((row) => {
		const cloud = all.find((one) => one.cloud === row.cloud)?.cloud;
		// A price of one cloud would count for all of them.
		if (!cloud && row.cloud) throw unknownCloud(row.cloud, all);
		const numberIn = (value: unknown, label: string) => {
			const number = value === undefined || value === '' ? 0 : Number(value);
			if (Number.isFinite(number) && number >= 0) return number;
			throw new BadInput(label, 'is not a number of at least 0', 'Correct the number.');
		};
		return {
			...(cloud && { cloud }),
			contains: String(row.contains ?? '').trim(),
			perMonth: numberIn(row.perMonth, 'Price per Month'),
			perGb: numberIn(row.perGb, 'Price per GB and Month'),
			currency: String(row.currency ?? '').trim() || 'USD',
		};
	});
}
