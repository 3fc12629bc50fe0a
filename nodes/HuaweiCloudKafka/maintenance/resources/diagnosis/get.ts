import type { Operation } from '../../../../shared/contract/operation';
import { get as GET } from '../../../../shared/contract/operation';
import { instance } from '../../../fields';
import { report } from './fields';

/**
 * Gets a report. DMS for Kafka API Reference, ShowMessageDiagnosisReport; under another path than the list.
 * What the numbers of causes and advice stand for is documented nowhere.
 */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get diagnosis report',
	description:
		'Get the report of a diagnosis; causes and advice are numbers that only the console explains',
	api: 'ShowMessageDiagnosisReport',
	request: GET('/v2/{project_id}/kafka/instances/{instance_id}/message-diagnosis/{report_id}'),
	kind: 'read',
	fields: [instance(), report()],
};
