import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { logImportSubject } from '../../../TencentCloudKafka/api/logImports';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { importPaused } from './completion';
import { logImport, receiver } from './fields';

/** Pauses an import. CLS ModifyKafkaRecharge; its `StatusControl` counts the other way round than `Status`. */
export const pause: Operation = {
	value: 'pause',
	name: 'Pause',
	action: 'Pause log import',
	description: 'Pause a log import',
	...clsOperation('change', 'ModifyKafkaRecharge'),
	constant: { body: { StatusControl: 1 } },
	fields: [receiver(), logImport()],
	outcome: (_answer, request) =>
		singleItem({ paused: true, ...fromRequest(request, 'Id', 'TopicId') }),
	subject: logImportSubject,
	completion: importPaused,
};
