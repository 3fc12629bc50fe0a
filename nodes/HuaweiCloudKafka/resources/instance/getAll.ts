import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { choice, flag, rows, text } from '../../../shared/form/fields';
import { instancePages } from '../../api/pages';
import { INSTANCE_STATUSES, namedStatuses } from '../../api/status';
import { existingTagKey, instanceFilter } from '../../fields';
import { enterpriseProject } from '../../networkFields';
import { simple } from './simple';
import { recordsOf } from '../../api/records';

interface Tag {
	key: string;
	value?: string;
}

/** Whether an instance has all these tags; a tag without value stands for any value. */
function hasTags(json: IDataObject, wanted: Tag[]): boolean {
	const tags = recordsOf(json.tags);
	return wanted.every(({ key, value }) =>
		tags.some((tag) => tag.key === key && (value === undefined || tag.value === value)),
	);
}

/** The API does not search for RECYCLE. */
const SEARCHED = Object.keys(INSTANCE_STATUSES).filter((status) => status !== 'RECYCLE');

/** Lists instances. DMS for Kafka API Reference 5.1.2. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many instances',
	description: 'Get many Kafka instances, for example those with a certain tag',
	api: 'ListInstances',
	request: get('/v2/{project_id}/instances'),
	kind: 'read',
	constant: { query: { engine: 'kafka' } },
	options: [
		text('name', 'Name', { sentIn: 'query', description: 'Full or partial name' }),
		flag('exact_match_name', 'Exact Name', 'Whether the name must match exactly', {
			sentIn: 'query',
			asText: true,
			default: true,
		}),
		instanceFilter('instance_id', 'Return only this instance'),
		choice('status', 'Status', {
			sentIn: 'query',
			values: namedStatuses(SEARCHED),
			default: 'RUNNING',
		}),
		flag(
			'include_failure',
			'Count Failed Creations',
			'Whether to also count instances whose creation failed',
			{
				sentIn: 'query',
				asText: true,
				default: true,
			},
		),
		enterpriseProject('Return only instances of this enterprise project', 'query'),
		rows('tagFilter', 'Tags', {
			sentIn: 'none',
			required: true,
			entry: 'Tag',
			description: 'Return only instances that have all of these tags',
			fields: [
				existingTagKey('getProjectTagKeys'),
				text('value', 'Value', { description: 'Leave empty to match any value' }),
			],
		}),
	],
	pages: instancePages,
	keep: ({ tagFilter }) => {
		const wanted = tagFilter as Tag[] | undefined;
		return wanted && ((json) => hasTags(json, wanted));
	},
	simple,
};
