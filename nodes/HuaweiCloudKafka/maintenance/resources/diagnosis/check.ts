import type { Operation, Outcome } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { checksIn } from '../../../api/checks';
import { withInstance } from '../../../api/records';
import { instance } from '../../../fields';
import { consumed, lagging } from './fields';

/**
 * Checks before a diagnosis. DMS for Kafka API Reference, ShowDiagnosisPreCheck; the answer is a bare list.
 * What a failed check means for the diagnosis is not documented.
 */
export const check: Operation = {
	value: 'check',
	name: 'Check',
	action: 'Check before diagnosis',
	description:
		'Check a consumer group and its topic before a diagnosis; returns one item per check',
	api: 'ShowDiagnosisPreCheck',
	request: get('/v2/{project_id}/kafka/instances/{instance_id}/diagnosis-check'),
	kind: 'read',
	fields: [instance(), lagging('group', 'query'), consumed('topic', 'query')],
	outcome: (body, _request, item): Outcome[] =>
		checksIn(body).map((one) => ({ json: withInstance(one, item) })),
};
