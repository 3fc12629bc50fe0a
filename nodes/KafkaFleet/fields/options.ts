import type { INodeProperties } from 'n8n-workflow';

import type { FleetVendor } from '../../shared/fleet/vendor';
import { MOST_ROWS } from '../report/report';
import { MOST_INSTANCES, TIME_LIMIT } from '../run/settings';
import { OWNER_TAGS } from '../../shared/fleet/complete';

const cloudChoices = (vendors: readonly FleetVendor[]) => [
	{ name: 'Any', value: '' },
	...vendors.map(({ cloud, label }) => ({ name: label, value: cloud })),
];

const priceRows = (vendors: readonly FleetVendor[]): INodeProperties => ({
	displayName: 'Price Rows',
	name: 'priceRows',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Price',
	default: {},
	description: 'Prices of instances, which the clouds do not list; the first matching row applies',
	options: [
		{
			displayName: 'Price',
			name: 'entry',
			values: [
				{
					displayName: 'Cloud',
					name: 'cloud',
					type: 'options',
					default: '',
					options: cloudChoices(vendors),
				},
				{
					displayName: 'Currency',
					name: 'currency',
					type: 'string',
					default: 'USD',
					placeholder: 'e.g. USD',
				},
				{
					displayName: 'Price per GB and Month',
					name: 'perGb',
					type: 'number',
					default: 0,
					description: 'Price of a GB of storage',
				},
				{
					displayName: 'Price per Month',
					name: 'perMonth',
					type: 'number',
					default: 0,
					description: 'Price of one instance and month, without its storage',
				},
				{
					displayName: 'Spec or Edition Contains',
					name: 'contains',
					type: 'string',
					default: '',
					placeholder: 'e.g. kafka.2u4g.cluster',
					description: 'Text that the spec or edition must contain; leave empty for all',
				},
			],
		},
	],
});

/** Options of the operations that read the fleet. */
export const optionsField = (vendors: readonly FleetVendor[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Exclude Regions',
			name: 'excludeRegions',
			type: 'string',
			default: '',
			placeholder: 'e.g. cn-north-11, ap-bangkok',
			description: 'Comma-separated IDs of regions that are never read',
		},
		{
			displayName: 'Include Raw Record',
			name: 'raw',
			type: 'boolean',
			default: false,
			description: "Whether to add the cloud's own record to each instance as 'raw'",
		},
		{
			displayName: 'Maximum Instances',
			name: 'mostInstances',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: MOST_INSTANCES,
			description: 'Number of instances above which the operation fails',
		},
		{
			displayName: 'Maximum Rows',
			name: 'mostRows',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1000 },
			default: MOST_ROWS,
			description: 'Maximum number of instances that a report shows',
		},
		{
			displayName: 'Owner Tags',
			name: 'ownerTags',
			type: 'string',
			default: OWNER_TAGS.join(', '),
			description: 'Comma-separated tag keys that name the owner; the first one found applies',
		},
		priceRows(vendors),
		{
			displayName: 'Regions Not Read',
			name: 'regionsNotRead',
			type: 'options',
			default: 'row',
			description: 'What to do if a region could not be read',
			options: [
				{ name: 'Add a Row', value: 'row', description: 'Return an item with the reason' },
				{ name: 'Fail', value: 'fail', description: 'Stop with an error that lists the regions' },
			],
		},
		{
			displayName: 'Report Title',
			name: 'reportTitle',
			type: 'string',
			default: '',
			placeholder: 'e.g. Kafka instances to clean up',
		},
		{
			displayName: 'Time Limit per Region (Seconds)',
			name: 'timeLimit',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 3600 },
			default: TIME_LIMIT,
			description: 'Maximum time for one region, retries included',
		},
	],
});
