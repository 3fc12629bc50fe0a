import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { diagnosisFinished } from '../../../completions/diagnosis';
import { instance } from '../../../fields';
import { existingReports } from './existing';
import { consumed, lagging } from './fields';

/**
 * Diagnoses why a consumer group lags. DMS for Kafka API Reference, CreateMessageDiagnosisTask; the answer
 * has the ID of the report, which can be read when the list shows that the diagnosis has ended.
 */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create diagnosis',
	description: 'Diagnose why a consumer group lags behind a topic; the instance is only read',
	api: 'CreateMessageDiagnosisTask',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/message-diagnosis-tasks'),
	kind: 'create',
	fields: [instance(), lagging('group_name', 'body'), consumed('topic_name', 'body')],
	outcome: (answer, { body }, item) => singleItem(withInstance({ ...body, ...answer }, item)),
	subject: ({ report_id: id, group_name: group }) =>
		`diagnosis of consumer group ${String(group)} (report ${String(id)})`,
	find: existingReports,
	completion: diagnosisFinished,
};
