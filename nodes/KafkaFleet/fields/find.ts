import type { INodeProperties } from 'n8n-workflow';

import { DATE_TAGS, LIFETIME_TAGS, MINIMUM_AGE, PROTECTED_WORDS } from '../run/judging';
import type { FleetVendor } from '../../shared/fleet/vendor';
import { DELETING, shownFor, tagRows } from './showing';
import { ofOneCloud } from './wording';

const FIND = shownFor({ cleanUp: ['find'] });

const days = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 14,
	description,
});

const tagKeys = (
	displayName: string,
	name: string,
	value: string,
	description: string,
): INodeProperties => ({ displayName, name, type: 'string', default: value, description });

/** The rules by which instances become candidates. */
const rulesOf = (vendors: readonly FleetVendor[]): INodeProperties => ({
	displayName: 'Rules',
	name: 'rules',
	type: 'collection',
	placeholder: 'Add Rule',
	default: {},
	description: 'What makes an instance a candidate; at least one rule is required',
	displayOptions: FIND,
	options: [
		...ofOneCloud(vendors, 'alsoUnclear', (name, description) => ({
			displayName: 'Also When Unclear',
			name,
			type: 'boolean',
			default: false,
			description,
		})),
		tagKeys('Date in Tag', 'dateTags', DATE_TAGS, 'Comma-separated tag keys whose date has passed'),
		{
			displayName: 'Failed For (Hours)',
			name: 'failedForHours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 24,
			description: 'Failed instances of at least this age; 0 includes those whose age is not known',
		},
		tagKeys('Has No Tag', 'lacksTags', 'owner', 'Comma-separated tag keys of which one is missing'),
		{
			displayName: 'Idle Confidence',
			name: 'idleAtLeast',
			type: 'options',
			default: 'high',
			description: "Minimum confidence that 'Idle For (Days)' requires",
			options: [
				{ name: 'High', value: 'high', description: 'At least 95% of the data is available' },
				{ name: 'Low', value: 'low', description: 'At least half of the data is available' },
			],
		},
		{
			displayName: 'Idle For (Days)',
			name: 'idleFor',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 30 },
			default: 14,
			description: 'Nothing was produced or consumed, according to monitoring',
		},
		tagKeys(
			'Lifetime in Tag',
			'lifetimeTags',
			LIFETIME_TAGS,
			'Comma-separated tag keys with a lifetime since the creation, such as 72h, 14d, or 2w',
		),
		{
			displayName: 'Name Pattern',
			name: 'namePattern',
			type: 'string',
			default: '',
			placeholder: 'e.g. tmp-*',
			description: 'Instances whose name matches this; the * matches any text',
		},
		...ofOneCloud(vendors, 'neverDeployedDays', (name, description) =>
			days('Never Deployed For (Days)', name, description),
		),
		days('Older Than (Days)', 'olderThanDays', 'Instances that were created longer ago'),
		...ofOneCloud(vendors, 'releasedButListed', (name, description) => ({
			displayName: 'Released but Still Listed',
			name,
			type: 'boolean',
			default: true,
			description,
		})),
		{
			displayName: 'Stopped or Expired',
			name: 'stoppedOrExpired',
			type: 'boolean',
			default: true,
			description: 'Whether to include stopped and expired instances',
		},
		tagRows('Tag Equals', 'tagEquals', 'Instances that have one of these tags'),
	],
});

/** What keeps instances, whatever rule applies. */
export const keepField: INodeProperties = {
	displayName: 'Keep',
	name: 'keep',
	type: 'collection',
	placeholder: 'Add Protection',
	default: {},
	description: 'What is never marked or deleted, besides instances with the tag fleet-keep',
	displayOptions: shownFor({
		cleanUp: ['find', 'mark', 'remind', ...DELETING.cleanUp],
	}),
	options: [
		{
			displayName: 'Keep IDs',
			name: 'keepIds',
			type: 'string',
			default: '',
			description: 'Comma-separated IDs or keys, or an expression that returns a list',
		},
		tagRows('Keep Tags', 'keepTags', 'Instances with one of these tags are kept'),
		{
			displayName: 'Minimum Age (Hours)',
			name: 'minimumAgeHours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: MINIMUM_AGE,
			description: 'Younger instances are kept',
		},
		{
			displayName: 'Protected Words',
			name: 'protectedWords',
			type: 'string',
			default: PROTECTED_WORDS,
			description: 'Comma-separated whole words; instances with one of them in the name are kept',
		},
	],
};

/** Fields of "Find Candidates" alone. */
export const findFields = (vendors: readonly FleetVendor[]): INodeProperties[] => [
	{
		displayName: 'Nothing is marked or deleted.',
		name: 'findNotice',
		type: 'notice',
		default: '',
		displayOptions: FIND,
	},
	rulesOf(vendors),
	{
		displayName: 'Combine Rules',
		name: 'combine',
		type: 'options',
		default: 'any',
		options: [
			{ name: 'All', value: 'all', description: 'Every rule must apply' },
			{ name: 'Any', value: 'any', description: 'At least one rule must apply' },
		],
		displayOptions: FIND,
	},
	{
		displayName: 'Show',
		name: 'show',
		type: 'options',
		default: 'candidates',
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'All instances, each with its reason',
			},
			{ name: 'Candidates', value: 'candidates' },
		],
		displayOptions: FIND,
	},
];
