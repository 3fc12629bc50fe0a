import type { INodeProperties } from 'n8n-workflow';

import { REMIND_DAYS } from '../operations/remind';
import { MARK_DAYS } from '../run/markDay';
import { shownFor } from './showing';

const MARK = { cleanUp: ['mark'] };

/** Fields of "Mark", "Unmark", and "Remind". */
export const markFields: INodeProperties[] = [
	{
		displayName: 'Delete After',
		name: 'deleteAfter',
		type: 'options',
		default: 'days',
		description: 'When the instance can be deleted',
		options: [
			{ name: 'Date', value: 'date' },
			{ name: 'Number of Days', value: 'days' },
		],
		displayOptions: shownFor(MARK),
	},
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: MARK_DAYS,
		description: 'Days that pass at least',
		displayOptions: shownFor(MARK, { deleteAfter: ['days'] }),
	},
	{
		displayName: 'Date',
		name: 'date',
		type: 'dateTime',
		default: '',
		description: 'Day in UTC; the instance can be deleted from 00:00 UTC on',
		displayOptions: shownFor(MARK, { deleteAfter: ['date'] }),
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		// Of items of 'Find Candidates', also of its flat rows: an instance marked as idle has to be idle still.
		default:
			'={{ $json.judgement?.rules?.[0]?.rule ?? $json.judgementRules?.split(":")[0] ?? "" }}',
		description: 'Why to delete it; the first 60 characters are stored in a tag',
		displayOptions: shownFor(MARK),
	},
	{
		displayName: 'Overwrite',
		name: 'overwrite',
		type: 'boolean',
		default: false,
		description: 'Whether to replace a mark that has another date',
		displayOptions: shownFor(MARK),
	},
	{
		displayName: 'Dry Run',
		name: 'dryRunMark',
		type: 'boolean',
		default: false,
		description: 'Whether to only return what would be marked',
		displayOptions: shownFor(MARK),
	},
	{
		displayName: 'Reason',
		name: 'why',
		type: 'string',
		default: '',
		description: 'Why the instance is kept; returned in the item',
		displayOptions: shownFor({ cleanUp: ['unmark'] }),
	},
	{
		displayName: 'Within (Days)',
		name: 'withinDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: REMIND_DAYS,
		description: 'Return instances whose mark is due within this time',
		displayOptions: shownFor({ cleanUp: ['remind'] }),
	},
	{
		displayName: 'Once',
		name: 'once',
		type: 'boolean',
		default: true,
		description:
			'Whether to return each instance once for its date, which the tag fleet-reminded stores',
		displayOptions: shownFor({ cleanUp: ['remind'] }),
	},
];
