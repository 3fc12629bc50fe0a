import type { Operation } from '../../../../shared/contract/operation';
import { get } from '../../../../shared/contract/operation';
import { reportPages } from '../../../api/pages';
import { instance } from '../../../fields';

/** Lists reports. DMS for Kafka API Reference, ListMessageDiagnosisReports. */
export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many diagnoses',
	description: 'Get many diagnoses of an instance and their statuses',
	api: 'ListMessageDiagnosisReports',
	request: get('/v2/{project_id}/kafka/instances/{instance_id}/message-diagnosis-tasks'),
	kind: 'read',
	fields: [instance()],
	pages: reportPages,
};
