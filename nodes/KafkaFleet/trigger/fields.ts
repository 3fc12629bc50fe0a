import type { INodeProperties } from 'n8n-workflow';

import type { FleetVendor } from '../../shared/fleet/vendor';
import { STATES } from '../../shared/fleet/words';
import { cloudsField, regionFields } from '../fields/clouds';
import { wordChoices } from '../fields/words';
import { TIME_LIMIT } from '../run/settings';
import { EVENTS, EXPIRY_DAYS, LIMIT_PERCENT, MARK_DUE_DAYS } from './settings';

/** What each event says. */
const ABOUT: Readonly<Record<keyof typeof EVENTS, string>> = {
	expiring: 'A subscription ends soon; emitted once',
	instanceAppeared: 'A new instance was found',
	instanceDisappeared: 'An instance no longer exists',
	instanceFailed: 'An instance has failed',
	limitNear: 'Most of the partitions or topics of an instance are used; emitted once',
	markDue: 'The mark of an instance is due; emitted once',
	markDueSoon: 'The mark of an instance is due soon; emitted once',
	regionNotReadable: 'A region could not be read three times in a row; emitted once',
	regionReadableAgain: 'A region that could not be read was read again',
	stateChanged: 'The state of an instance has changed',
};

const number = (displayName: string, name: string, value: number, description: string) =>
	({
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0 },
		default: value,
		description,
	}) satisfies INodeProperties;

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'All Fields',
			name: 'allFields',
			type: 'boolean',
			default: false,
			description: 'Whether to return every field of the record instead of the most important ones',
		},
		number(
			'Days Before a Mark Is Due',
			'markDays',
			MARK_DUE_DAYS,
			"Days before the due date on which 'Mark Due Soon' is emitted",
		),
		number(
			'Days Before Expiry',
			'expiryDays',
			EXPIRY_DAYS,
			"Days before the expiry on which 'Expiring' is emitted",
		),
		{
			displayName: 'Emit Current State',
			name: 'emitCurrent',
			type: 'boolean',
			default: false,
			description:
				'Whether the first poll emits everything that already exists instead of only recording it',
		},
		{
			displayName: 'Exclude Regions',
			name: 'excludeRegions',
			type: 'string',
			default: '',
			placeholder: 'e.g. cn-north-11, ap-bangkok',
			description: 'Comma-separated IDs of regions that are never read',
		},
		{
			displayName: 'Instance Name Contains',
			name: 'nameFilter',
			type: 'string',
			default: '',
			placeholder: 'e.g. orders-',
			description: 'Watch only instances whose name contains this text',
		},
		number(
			'Limit Near (%)',
			'limitPercent',
			LIMIT_PERCENT,
			"Share of the limit from which on 'Limit Near' is emitted",
		),
		number(
			'Time Limit per Region (Seconds)',
			'timeLimit',
			TIME_LIMIT,
			'Maximum time for one region, retries included',
		),
	],
};

/** The form of the trigger. */
export const triggerProperties = (vendors: readonly FleetVendor[]): INodeProperties[] => [
	...cloudsField(vendors),
	...regionFields(vendors),
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: ['stateChanged'],
		description:
			"Events that start the workflow; for idle instances, run 'Find Candidates' of Kafka Fleet on a schedule",
		hint: 'With all regions, poll at most every 5 minutes',
		options: (Object.keys(EVENTS) as Array<keyof typeof EVENTS>).map((value) => ({
			name: EVENTS[value],
			value,
			description: ABOUT[value],
		})),
	},
	{
		displayName: 'States',
		name: 'states',
		type: 'multiOptions',
		default: [],
		description: 'Emit only changes to one of these states; leave empty for all',
		options: wordChoices(STATES),
		displayOptions: { show: { events: ['stateChanged'] } },
	},
	options,
];
