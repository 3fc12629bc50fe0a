import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { logImportSubject } from '../../../TencentCloudKafka/api/logImports';
import { fromRequest } from '../../../TencentCloudKafka/api/records';
import { clsOperation } from '../request';
import { logImport, receiver } from './fields';

/** Stops and deletes an import. CLS DeleteKafkaRecharge. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete log import',
	description: 'Stop and delete a log import',
	...clsOperation('delete', 'DeleteKafkaRecharge'),
	fields: [receiver(), logImport()],
	outcome: (_answer, request) =>
		singleItem({ deleted: true, ...fromRequest(request, 'Id', 'TopicId') }),
	subject: logImportSubject,
};
