import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { logImportSubject } from '../../../TencentCloudKafka/api/logImports';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { importRuns } from './completion';
import { logImport, receiver } from './fields';

/** Lets a paused import go on. CLS ModifyKafkaRecharge; its `StatusControl` counts the other way round than `Status`. */
export const start: Operation = {
	value: 'start',
	name: 'Start',
	action: 'Start log import',
	description: 'Start a paused log import, which continues where it stopped',
	...clsOperation('change', 'ModifyKafkaRecharge'),
	constant: { body: { StatusControl: 2 } },
	fields: [receiver(), logImport()],
	outcome: (_answer, request) =>
		singleItem({ started: true, ...fromRequest(request, 'Id', 'TopicId') }),
	subject: logImportSubject,
	completion: importRuns,
};
