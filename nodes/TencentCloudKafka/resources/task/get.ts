import { BadInput } from '../../../shared/contract/badInput';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { integer } from '../../../shared/form/fields';
import { recordOf } from '../../api/records';
import { taskStatus } from '../../api/status';

/** Tells whether a task succeeded (0), failed (1) or is still running (2). CKafka DescribeTaskStatus. */
export const get: Operation = {
	value: 'get',
	name: 'Get Status',
	action: 'Get status of task',
	description: 'Get whether a task has succeeded, has failed, or is still running',
	api: 'DescribeTaskStatus',
	request: post('/'),
	kind: 'read',
	fields: [
		integer('FlowId', 'Task ID', {
			name: 'flowId',
			required: true,
			description: 'FlowId from the output of the operation that started the task',
			hint: "Creating or resizing an instance returns no task: use 'Wait for Completion' there, or check the instance status",
		}),
	],
	check: ({ body }) => {
		if (Number(body?.FlowId) > 0) return;
		throw new BadInput(
			'Task ID',
			`is ${String(body?.FlowId)}`,
			'Enter the FlowId of an operation; 0 means that there is no task.',
		);
	},
	outcome: (answer, { body }) =>
		singleItem({
			FlowId: body?.FlowId,
			...recordOf(answer),
			status: taskStatus(answer.Status).name,
			statusKind: taskStatus(answer.Status).kind,
		}),
};
