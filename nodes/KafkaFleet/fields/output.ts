import type { INodeProperties } from 'n8n-workflow';

import { FIELDS } from '../report/shapes';
import { LISTING, shownFor, type Where } from './showing';
import { wordChoices } from './words';

/** Operations whose items have the form of a record. */
const SHAPED: Where = {
	instance: ['getAll', 'get'],
	cleanUp: ['find', 'remind', 'deleteMarked', 'delete'],
};

/** In which form instances come out. */
export const outputFields: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		default: 'simplified',
		description: 'Form in which instances are returned',
		options: [
			{ name: 'All Fields', value: 'all', description: 'Every field of the record' },
			{
				name: 'Flat Rows',
				value: 'flat',
				description: 'Only texts, numbers, and booleans, for Data Tables and sheets',
			},
			{
				name: 'Report',
				value: 'report',
				description: 'One item with a report as text, Markdown, HTML, Slack blocks, and CSV',
			},
			{
				name: 'Selected Fields',
				value: 'selected',
				description: 'The key and the fields that you select',
			},
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'The key and the ten most important fields',
			},
		],
		displayOptions: shownFor(SHAPED),
	},
	{
		displayName: 'Fields',
		name: 'selectedFields',
		type: 'multiOptions',
		default: [],
		description: 'Fields to return in addition to the key',
		options: wordChoices(FIELDS.filter((field) => field !== 'key')),
		displayOptions: shownFor(SHAPED, { output: ['selected'] }),
	},
	{
		displayName: 'Add Summary',
		name: 'summary',
		type: 'boolean',
		default: false,
		description:
			'Whether to add a last item with counts, price sums, and the number of regions that were read',
		displayOptions: shownFor(LISTING, { output: ['simplified', 'all', 'selected', 'flat'] }),
	},
];
