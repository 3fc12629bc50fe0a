import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { rows, text } from '../../../../shared/form/fields';
import { taskDone } from '../../../completions/task';
import { instance } from '../../../fields';
import { logType, ofLog, settledIf, subjectOfLog } from './fields';

/** Name of the file that each log is written to. Source: Terraform provider. */
const FILES: Readonly<Record<string, string>> = {
	REBALANCE: 'coordinator.log',
	topic_log: 'topic.log',
};

/**
 * Turns a log on. DMS for Kafka API Reference, StartKafkaLogTask; an empty entry lets the service choose
 * group and stream. Two requests for one instance at a time are turned away, and repeated.
 */
export const enable: Operation = {
	value: 'enable',
	name: 'Enable',
	action: 'Enable log',
	description: 'Write rebalances or topic changes to Log Tank Service (LTS), which bills them',
	api: 'StartKafkaLogTask',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/logs/{log_type}'),
	kind: 'change',
	warning: 'Log Tank Service bills the log group and stream, which stay after the log is disabled.',
	fields: [instance(), logType()],
	options: [
		rows('log_task_list', 'Destination', {
			entry: 'Log Group and Stream',
			count: [1, 1],
			description: 'Where the log is written; by default, the service creates a group and a stream',
			fields: [
				text('log_group_name', 'Log Group', {
					required: true,
					placeholder: 'e.g. kafka-logs',
				}),
				text('log_stream_name', 'Log Stream', {
					required: true,
					placeholder: 'e.g. orders-topics',
				}),
			],
		}),
	],
	before: async (item, request) => {
		const settled = await settledIf(item, 'OPEN', { enabled: true });
		if (settled) return settled;
		const { log_task_list: given } = request.body ?? {};
		const file = FILES[item.nodeParameter<string>('logType')];
		const named = ((given ?? []) as IDataObject[]).map((one) => ({ log_file_name: file, ...one }));
		request.body = { log_task_list: named.length > 0 ? named : [{}] };
		return;
	},
	outcome: (answer, _request, item) =>
		singleItem(ofLog({ enabled: true, changed: true, ...answer }, item)),
	subject: subjectOfLog('enabled'),
	completion: { ...taskDone, needed: ({ changed }) => changed !== false },
};
