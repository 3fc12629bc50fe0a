import type { INodeProperties } from 'n8n-workflow';

import { BILLINGS, STATES } from '../../shared/fleet/words';
import { shownFor, tagRows } from './showing';

/** "payAsYouGo" -> "Pay As You Go" */
const title = (word: string) =>
	word.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase());

const choices = (words: readonly string[]) =>
	words
		.map((word) => ({ name: title(word), value: word }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));

const text = (
	displayName: string,
	name: string,
	description: string,
	placeholder = '',
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	description,
	...(placeholder && { placeholder }),
});

/** Which instances are wanted. */
export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Which instances to return; regions that could not be read are returned in any case',
	displayOptions: shownFor({ instance: ['getAll'], cleanUp: ['find'] }),
	options: [
		{
			displayName: 'Billing',
			name: 'billing',
			type: 'options',
			default: 'payAsYouGo',
			options: choices(BILLINGS),
		},
		{
			displayName: 'Created After',
			name: 'createdAfter',
			type: 'dateTime',
			default: '',
			description: 'Only instances that were created at this time or later',
		},
		{
			displayName: 'Created Before',
			name: 'createdBefore',
			type: 'dateTime',
			default: '',
			description: 'Only instances that were created before this time',
		},
		text('Edition', 'edition', 'Edition as the record has it', 'e.g. serverless'),
		{
			displayName: 'Expires Within (Days)',
			name: 'expiresWithinDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 30,
			description: 'Only subscriptions that end within this many days',
		},
		text('Name Contains', 'name', 'Text that the name contains, in any case', 'e.g. orders'),
		text('Name Pattern', 'namePattern', 'The * stands for any text', 'e.g. dev-*'),
		text('Owner', 'owner', 'Owner as the record has it'),
		{
			displayName: 'States',
			name: 'states',
			type: 'multiOptions',
			default: [],
			options: choices(STATES),
			description: 'Only instances in one of these states',
		},
		tagRows('Tags', 'tags', 'Tags that an instance must have'),
		text('VPC ID', 'vpcId', 'ID of the VPC'),
		text('Without Tag', 'withoutTag', 'Tag key that an instance must not have', 'e.g. owner'),
	],
};
