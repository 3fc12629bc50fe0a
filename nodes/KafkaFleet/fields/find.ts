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
	description: 'What makes an instance a candidate; at least one rule is needed',
	displayOptions: FIND,
	options: [
		...ofOneCloud(vendors, 'alsoUnclear', (name, description) => ({
			displayName: 'Also When Unclear',
			name,
			type: 'boolean',
			default: false,
			description,
		})),
		tagKeys(
			'Date in Tag',
			'dateTags',
			DATE_TAGS,
			'Tag keys whose date has passed, separated by commas',
		),
		{
			displayName: 'Failed For (Hours)',
			name: 'failedForHours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 24,
			description:
				'Failed instances of at least this age; 0 also takes those whose age the cloud does not tell',
		},
		tagKeys('Has No Tag', 'lacksTags', 'owner', 'Tag keys of which one is missing'),
		{
			displayName: 'Idle For (Days)',
			name: 'idleFor',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 30 },
			default: 14,
			description: 'Nothing was produced or consumed, as monitoring tells',
		},
		{
			displayName: 'Idle: At Least',
			name: 'idleAtLeast',
			type: 'options',
			default: 'high',
			description: "How certain 'Idle For' has to be",
			options: [
				{ name: 'High', value: 'high', description: 'At least 95% of the data is there' },
				{ name: 'Low', value: 'low', description: 'At least half of the data is there' },
			],
		},
		tagKeys(
			'Lifetime in Tag',
			'lifetimeTags',
			LIFETIME_TAGS,
			'Tag keys with a lifetime since the creation, such as 72h, 14d, or 2w',
		),
		{
			displayName: 'Name Pattern',
			name: 'namePattern',
			type: 'string',
			default: '',
			placeholder: 'e.g. tmp-*',
			description: 'The * stands for any text',
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
			description: 'Whether to take instances that are stopped or have expired',
		},
		tagRows('Tag Equals', 'tagEquals', 'Tags of which an instance has one'),
	],
});

/** What keeps instances, whatever rule applies. */
const keep: INodeProperties = {
	displayName: 'Keep',
	name: 'keep',
	type: 'collection',
	placeholder: 'Add Protection',
	default: {},
	description: 'What is never marked or deleted, beside instances with the tag fleet-keep',
	displayOptions: shownFor({
		cleanUp: ['find', 'mark', 'remind', ...DELETING.cleanUp],
	}),
	options: [
		{
			displayName: 'Keep IDs',
			name: 'keepIds',
			type: 'string',
			default: '',
			description:
				'IDs or keys of instances, separated by commas, or a list by an expression, such as from a Data Table',
		},
		tagRows('Keep Tags', 'keepTags', 'An instance with one of these tags is kept'),
		{
			displayName: 'Minimum Age (Hours)',
			name: 'minimumAgeHours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: MINIMUM_AGE,
			description: 'Instances that are younger are kept',
		},
		{
			displayName: 'Protected Words',
			name: 'protectedWords',
			type: 'string',
			default: PROTECTED_WORDS,
			description:
				'An instance with one of these words in its name is kept; whole words, separated by commas',
		},
	],
};

/** Fields of "Find Candidates", and the guards that it shares with marking and deleting. */
export const findFields = (vendors: readonly FleetVendor[]): INodeProperties[] => [
	{
		displayName: 'Reads only: nothing is marked or deleted.',
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
			{ name: 'All', value: 'all', description: 'Every rule has to apply' },
			{ name: 'Any', value: 'any', description: 'One rule is enough' },
		],
		displayOptions: FIND,
	},
	{
		displayName: 'Show',
		name: 'show',
		type: 'options',
		default: 'candidates',
		options: [
			{ name: 'All', value: 'all', description: 'All instances, each with why it is none' },
			{ name: 'Candidates', value: 'candidates' },
		],
		displayOptions: FIND,
	},
	keep,
];
