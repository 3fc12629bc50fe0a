import { BadInput } from '../../../shared/badInput';
import { integer } from '../../../shared/fields';
import type { Operation, Resource } from '../../../shared/operation';
import { one, post } from '../../../shared/operation';
import { taskStatus } from '../../status';

/** Tells whether a task succeeded (0), failed (1) or is still running (2). CKafka DescribeTaskStatus. */
const get: Operation = {
	value: 'get',
	name: 'Get Status',
	action: 'Get status of task',
	description: 'Get whether what an operation started has succeeded, failed or is still running',
	api: 'DescribeTaskStatus',
	request: post('/'),
	effect: 'read',
	fields: [
		integer('FlowId', 'Task ID', {
			name: 'flowId',
			required: true,
			description: 'The FlowId in the output of the operation that started it',
			hint: 'Creating and resizing an instance gives none: wait there, or look at the instance',
		}),
	],
	check: ({ body }) => {
		if (Number(body?.FlowId) > 0) return;
		throw new BadInput(
			'Task ID',
			`is ${String(body?.FlowId)}`,
			'Give the FlowId of an operation; 0 stands for none.',
		);
	},
	outcome: (answer, { body }) =>
		one({
			FlowId: body?.FlowId,
			...answer,
			status: taskStatus(answer.Status).name,
			statusKind: taskStatus(answer.Status).kind,
		}),
};

export const task: Resource = { value: 'task', name: 'Task', operations: [get] };
