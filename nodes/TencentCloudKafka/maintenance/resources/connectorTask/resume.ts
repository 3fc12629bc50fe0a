import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { connectorTaskSubject } from '../../../api/connectors';
import { fromRequest } from '../../../api/records';
import { connectorTaskRuns } from '../../../completions/connectorTask';
import { connectorTask } from './fields';

/** Resumes a paused task. CKafka ResumeDatahubTask; the result may be null. */
export const resume: Operation = {
	value: 'resume',
	name: 'Resume',
	action: 'Resume connector task',
	description: 'Resume a paused connector task, which continues where it stopped',
	api: 'ResumeDatahubTask',
	request: post('/'),
	kind: 'change',
	fields: [connectorTask()],
	outcome: (_answer, request) => singleItem({ resumed: true, ...fromRequest(request, 'TaskId') }),
	subject: connectorTaskSubject,
	completion: connectorTaskRuns,
};
