import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { choice, flag, text } from '../../../../shared/form/fields';
import { wholeList } from '../../../api/pages';
import { namedStatuses } from '../../../api/status';
import { instanceFilter } from '../../../fields';
import { enterpriseProject } from '../../../networkFields';
import { deprecated } from './deprecated';
import { simple } from './simple';

const STATUSES = namedStatuses([
	...['CREATING', 'CREATEFAILED', 'RUNNING', 'ERROR', 'RESTARTING'],
	...['EXTENDING', 'EXTENDEDFAILED', 'DELETING', 'DELETED'],
]);

/** Lists instances with V1. DMS for Kafka API Reference 7.1.1.6; all come in one answer. */
export const v1GetInstances: Operation = {
	value: 'v1GetInstances',
	name: 'Get Many Instances (V1)',
	action: 'Get many instances with V1',
	description: deprecated('get many instances', 'Instance: Get Many'),
	api: 'V1ListInstances',
	request: get('/v1.0/{project_id}/instances'),
	kind: 'read',
	constant: { query: { engine: 'kafka' } },
	options: [
		text('name', 'Name', { sentIn: 'query', description: 'Full or partial name' }),
		instanceFilter('id', 'Return only this instance'),
		choice('status', 'Status', { sentIn: 'query', values: STATUSES, default: 'RUNNING' }),
		flag(
			'includeFailure',
			'Count Failed Creations',
			'Whether to also count instances whose creation failed',
			{ sentIn: 'query', asText: true, default: true },
		),
		flag('exactMatchName', 'Exact Name', 'Whether the name must match exactly', {
			sentIn: 'query',
			asText: true,
			default: true,
		}),
		enterpriseProject('Return only instances of this enterprise project', 'query'),
	],
	pages: wholeList('instances', 'instance_id'),
	simple,
};
