import type { INodeProperties } from 'n8n-workflow';

import type { FleetVendor } from '../../shared/fleet/vendor';
import { chosenRegionsLabel, chosenRegionsOf } from '../run/settings';
import { capital, listed } from './wording';

/** Name of the method that lists the regions of a cloud. */
export const regionsMethodOf = ({ cloud }: FleetVendor): string =>
	`get${cloud[0].toUpperCase()}${cloud.slice(1)}Regions`;

/** Which clouds; a node made for one has no such field. */
export const cloudsField = (vendors: readonly FleetVendor[]): INodeProperties[] =>
	vendors.length === 1
		? []
		: [
				{
					displayName: 'Clouds',
					name: 'clouds',
					type: 'multiOptions',
					required: true,
					default: [],
					description: 'Clouds to read; a credential is required for each',
					hint: 'Select a credential for each cloud, above',
					options: vendors.map(({ cloud, label }) => ({ name: label, value: cloud })),
				},
			];

/** Which regions of them. */
export const regionFields = (vendors: readonly FleetVendor[]): INodeProperties[] => [
	{
		displayName: 'Regions',
		name: 'regions',
		type: 'options',
		default: 'own',
		description: 'Regions to read; one that cannot be read is returned as an item of its own',
		options: [
			{
				name: 'All',
				value: 'all',
				description: capital(listed(vendors.map(({ form }) => form.allRegions))),
			},
			{
				name: 'Chosen',
				value: 'chosen',
				description: 'The regions that you select for each cloud',
			},
			{
				name: "Credential's Region",
				value: 'own',
				description: 'The region that is set in each credential',
			},
		],
	},
	...vendors.map(
		(vendor): INodeProperties => ({
			displayName: chosenRegionsLabel(vendor),
			name: chosenRegionsOf(vendor.cloud),
			type: 'multiOptions',
			default: [],
			typeOptions: { loadOptionsMethod: regionsMethodOf(vendor) },
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			displayOptions: {
				show: {
					regions: ['chosen'],
					...(vendors.length > 1 && { clouds: [vendor.cloud] }),
				},
			},
		}),
	),
];
