import type { INodeProperties } from 'n8n-workflow';

import { BILLINGS, STATES } from '../../shared/fleet/words';
import { shownFor, tagRows } from './showing';
import { wordChoices } from './words';

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
	description: 'Return only some instances; regions that could not be read are always returned',
	displayOptions: shownFor({ instance: ['getAll'], cleanUp: ['find'] }),
	options: [
		{
			displayName: 'Billing',
			name: 'billing',
			type: 'options',
			default: 'payAsYouGo',
			options: wordChoices(BILLINGS),
		},
		{
			displayName: 'Created After',
			name: 'createdAfter',
			type: 'dateTime',
			default: '',
			description: 'Return only instances created at this time or later',
		},
		{
			displayName: 'Created Before',
			name: 'createdBefore',
			type: 'dateTime',
			default: '',
			description: 'Return only instances created before this time',
		},
		text('Edition', 'edition', 'Return only instances of exactly this edition', 'e.g. serverless'),
		{
			displayName: 'Expires Within (Days)',
			name: 'expiresWithinDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 30,
			description: 'Return only subscriptions that end within this time',
		},
		text(
			'Name Contains',
			'name',
			'Return only instances whose name contains this text, ignoring case',
			'e.g. orders',
		),
		text(
			'Name Pattern',
			'namePattern',
			'Return only instances whose name matches this; the * matches any text',
			'e.g. dev-*',
		),
		text('Owner', 'owner', 'Return only instances of exactly this owner'),
		{
			displayName: 'States',
			name: 'states',
			type: 'multiOptions',
			default: [],
			options: wordChoices(STATES),
			description: 'Return only instances in one of these states',
		},
		tagRows('Tags', 'tags', 'Return only instances with all of these tags'),
		text('VPC ID', 'vpcId', 'Return only instances in this VPC'),
		text('Without Tag', 'withoutTag', 'Return only instances without this tag key', 'e.g. owner'),
	],
};
