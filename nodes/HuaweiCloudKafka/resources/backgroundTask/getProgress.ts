import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { get, singleItem } from '../../../shared/contract/operation';
import { isObject } from '../../../shared/request/serviceFailure';
import { withInstance } from '../../api/records';
import { instance } from '../../fields';
import { taskInPath } from './fields';

/** A step with its status under a name that is spelled right, too: the API has it as `statue`. */
const step = ({ statue, ...rest }: IDataObject): IDataObject => ({
	...rest,
	...(statue !== undefined && { statue, status: statue }),
});

/**
 * Gets percent and steps of a resize. DMS for Kafka API Reference, page ShowBackgroundTaskProgress of
 * 2026-01; only here the API names the step that failed.
 */
export const getProgress: Operation = {
	value: 'getProgress',
	name: 'Get Progress',
	action: 'Get progress of background task',
	description: 'Get the progress and the steps of a resize; other tasks have no progress',
	api: 'ShowBackgroundTaskProgress',
	request: get('/v2/{project_id}/instances/{instance_id}/tasks/{task_id}/progress'),
	kind: 'read',
	fields: [instance(), taskInPath()],
	outcome: (answer, _request, item) => {
		const { step_list: steps } = answer;
		const shown = Array.isArray(steps) ? { step_list: steps.filter(isObject).map(step) } : {};
		const task_id = item.nodeParameter<string>('taskId');
		return singleItem(withInstance({ ...answer, ...shown, task_id }, item));
	},
};
