import type { INodeProperties } from 'n8n-workflow';

import { MAXIMUM_WAIT, MOST_DELETIONS, MOST_PERCENT } from '../deletion/settings';
import { WINDOW_DAYS } from '../run/wanted';
import type { FleetVendor } from '../../shared/fleet/vendor';
import { DELETING, shownFor } from './showing';
import { ofOneCloud } from './wording';

const off = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description,
});

const on = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description,
});

const accounts = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
});

const number = (
	displayName: string,
	name: string,
	value: number,
	[minValue, maxValue]: [number, number],
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue, maxValue },
	default: value,
	description,
});

const optionsOf = (vendors: readonly FleetVendor[]): INodeProperties[] => [
	number(
		'Activity Window (Days)',
		'activityDays',
		WINDOW_DAYS,
		[1, 30],
		"Period that 'Check Activity Again' checks",
	),
	off(
		'Allow Deletion by an AI Agent',
		'allowAgent',
		'Whether an agent that has this node as its tool can delete; dry runs are always allowed',
	),
	off(
		'Also Expired Subscriptions',
		'expiredSubscriptions',
		'Whether to delete subscriptions that have expired; others are never deleted',
	),
	on(
		'Check Activity Again',
		'checkActivity',
		'Whether an instance that was marked as idle must still be idle',
	),
	...ofOneCloud(vendors, 'finishReleased', (name, description) =>
		on('Finish Released Instances', name, description),
	),
	number(
		'Maximum Share (%)',
		'mostPercent',
		MOST_PERCENT,
		[1, 100],
		'Share of the instances of a cloud that one run can delete, from 4 instances on',
	),
	number(
		'Maximum Wait (Minutes)',
		'maximumWait',
		MAXIMUM_WAIT,
		[1, 1440],
		"Maximum time that 'Wait Until Gone' waits",
	),
	accounts(
		'Never in Accounts',
		'neverAccounts',
		'Comma-separated IDs of accounts in which nothing is deleted',
	),
	accounts(
		'Only in Accounts',
		'onlyAccounts',
		'Comma-separated IDs of the accounts in which this node can delete',
	),
	off(
		'Require All Regions',
		'needAllRegions',
		'Whether to delete nothing if a region could not be read',
	),
	...ofOneCloud(vendors, 'skipRecycleBin', (name, description) =>
		off('Skip Recycle Bin', name, description),
	),
	off('Wait Until Gone', 'waitUntilGone', 'Whether to wait until the instances no longer exist'),
	{
		displayName: 'When Too Many',
		name: 'whenTooMany',
		type: 'options',
		default: 'none',
		description: 'What to do if more instances are due than can be deleted',
		options: [
			{ name: 'Delete None', value: 'none', description: 'Stop and list what is due' },
			{
				name: 'Oldest Due First',
				value: 'oldestFirst',
				description: 'Delete as many as allowed, and leave the rest for the next run',
			},
		],
	},
];

/** Fields of "Delete Marked" and "Delete". */
export const deletionFields = (vendors: readonly FleetVendor[]): INodeProperties[] => [
	{
		displayName:
			"With 'Dry Run' off, instances and all their messages are deleted. Deletions cannot be undone.",
		name: 'deletionNotice',
		type: 'notice',
		default: '',
		displayOptions: shownFor(DELETING),
	},
	{
		displayName: 'Dry Run',
		name: 'dryRun',
		type: 'boolean',
		default: true,
		description: 'Whether to only return what would be deleted, after the same checks',
		displayOptions: shownFor(DELETING),
	},
	{
		displayName: 'Delete Only If',
		name: 'scope',
		type: 'options',
		default: '',
		description: "What an instance must have to be deleted; required when 'Dry Run' is off",
		options: [
			{ name: 'Must Have Tag', value: 'mustHaveTag' },
			{ name: 'Name Must Match', value: 'nameMatches' },
			{ name: 'Not Set', value: '' },
		],
		displayOptions: shownFor(DELETING),
	},
	{
		displayName: 'Tag',
		name: 'scopeTag',
		type: 'string',
		default: '',
		placeholder: 'e.g. env=dev',
		description: 'Key, or key=value',
		displayOptions: shownFor(DELETING, { scope: ['mustHaveTag'] }),
	},
	{
		displayName: 'Name Pattern',
		name: 'scopeName',
		type: 'string',
		default: '',
		placeholder: 'e.g. dev-*',
		description: 'The * matches any text; it cannot be the whole pattern',
		displayOptions: shownFor(DELETING, { scope: ['nameMatches'] }),
	},
	{
		displayName: 'Require a Mark',
		name: 'needMark',
		type: 'boolean',
		default: true,
		description:
			'Whether to delete only what is marked and due; turn it off after an approval in chat',
		displayOptions: shownFor({ cleanUp: ['delete'] }),
	},
	{
		displayName: 'Maximum Deletions',
		name: 'mostDeletions',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: MOST_DELETIONS,
		description: 'Maximum number of instances that one run deletes',
		displayOptions: shownFor(DELETING),
	},
	{
		displayName: 'Deletion Options',
		name: 'deleteOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: optionsOf(vendors),
		displayOptions: shownFor(DELETING),
	},
];
