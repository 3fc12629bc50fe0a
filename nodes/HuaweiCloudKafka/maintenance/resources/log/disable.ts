import type { Operation } from '../../../../shared/contract/operation';
import { del, singleItem } from '../../../../shared/contract/operation';
import { taskDone } from '../../../completions/task';
import { instance } from '../../../fields';
import { logType, ofLog, settledIf, subjectOfLog } from './fields';

/** Turns a log off. DMS for Kafka API Reference, StopKafkaLogTask; one that is off already is done. */
export const disable: Operation = {
	value: 'disable',
	name: 'Disable',
	action: 'Disable log',
	description: 'Stop a log; its log group and stream stay, and Log Tank Service bills them',
	api: 'StopKafkaLogTask',
	request: del('/v2/{project_id}/kafka/instances/{instance_id}/logs/{log_type}'),
	kind: 'change',
	fields: [instance(), logType()],
	before: async (item) => await settledIf(item, 'CLOSE', { disabled: true }),
	outcome: (answer, _request, item) =>
		singleItem(ofLog({ disabled: true, changed: true, ...answer }, item)),
	subject: subjectOfLog('disabled'),
	completion: { ...taskDone, needed: ({ changed }) => changed !== false },
};
