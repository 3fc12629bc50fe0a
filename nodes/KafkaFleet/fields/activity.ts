import type { INodeProperties } from 'n8n-workflow';

import { WINDOW_DAYS } from '../run/wanted';
import type { FleetVendor } from '../../shared/fleet/vendor';
import { shownFor } from './showing';
import { listed } from './wording';

const MANY = shownFor({ instance: ['getAll'] });
const ONE = { instance: ['getActivity'] };

const labelsOf = (vendors: readonly FleetVendor[], has: (one: FleetVendor) => boolean): string =>
	listed(vendors.filter(has).map(({ label }) => label));

/** Of which clouds one more request is sent for each instance. */
function costOfDetails(vendors: readonly FleetVendor[]): string {
	const clouds = labelsOf(vendors, ({ detailRequests }) => detailRequests > 0);
	return clouds && `; one more request for each instance of ${clouds}`;
}

function monitoringNotice(vendors: readonly FleetVendor[]): INodeProperties[] {
	const clouds = labelsOf(vendors, ({ form }) => form.countsMonitoring);
	return clouds === ''
		? []
		: [
				{
					displayName: `Monitoring calls are counted by ${clouds}: 1 million a month are free.`,
					name: 'monitoringNotice',
					type: 'notice',
					default: '',
					displayOptions: shownFor(ONE),
				},
			];
}

/** Whether and how activity is read. */
export const activityFields = (vendors: readonly FleetVendor[]): INodeProperties[] => [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: MANY,
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: shownFor({ instance: ['getAll'] }, { returnAll: [false] }),
	},
	{
		displayName: 'Read Details',
		name: 'readDetails',
		type: 'boolean',
		default: false,
		description: `Whether to read what lists leave out, such as deletion protection and limits${costOfDetails(vendors)}`,
		displayOptions: MANY,
	},
	{
		displayName: 'Include Activity',
		name: 'withActivity',
		type: 'boolean',
		default: false,
		description: 'Whether to read from monitoring whether instances are used',
		displayOptions: MANY,
	},
	...monitoringNotice(vendors),
	{
		displayName: 'Window',
		name: 'window',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 720 },
		default: WINDOW_DAYS,
		description: 'Period that is checked; at most 30 days',
		displayOptions: {
			show: { resource: ['instance'], operation: ['getAll', 'getActivity'] },
			hide: { withActivity: [false] },
		},
	},
	{
		displayName: 'Window Unit',
		name: 'windowUnit',
		type: 'options',
		default: 'days',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
		],
		displayOptions: {
			show: { resource: ['instance'], operation: ['getAll', 'getActivity'] },
			hide: { withActivity: [false] },
		},
	},
	{
		displayName: 'Detail',
		name: 'detail',
		type: 'options',
		default: 'instance',
		description: 'What to return the activity of, with one item for each',
		options: [
			{ name: 'Consumer Groups', value: 'groups' },
			{ name: 'Instance', value: 'instance' },
			{ name: 'Topics', value: 'topics' },
		],
		displayOptions: shownFor(ONE),
	},
];

/** How activity is judged: what few people change, so that it comes last. */
export const activityTuning: INodeProperties[] = [
	{
		displayName: 'When Metrics Are Missing',
		name: 'whenMissing',
		type: 'options',
		default: 'unknown',
		description: 'What to do if monitoring has no data',
		options: [
			{
				name: 'Ask Kafka Service',
				value: 'service',
				description: 'Use consumer groups and topics; the confidence is low at most',
			},
			{ name: 'Unknown', value: 'unknown', description: 'Return that the activity is not known' },
		],
		displayOptions: shownFor({ instance: ['getActivity'], cleanUp: ['find'] }),
	},
	{
		displayName: 'Noise Floor',
		name: 'noiseFloor',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Highest value that counts as no traffic, in bytes per second or messages',
		displayOptions: shownFor({ instance: ['getActivity'], cleanUp: ['find'] }),
	},
];
