import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../shared/contract/completion';
import { taskNamed } from './task';

/** The group that a task's parameters name, if they name one. */
const groupOf = ({ params }: IDataObject) =>
	/"group\w*"\s*:\s*"([^"]*)"/i.exec(String(params))?.[1];

/** A reset of offsets: at once for one topic, by a background task for all topics of the group. */
export const offsetsReset: Completion = {
	...taskNamed('kafkaResetConsumerOffset', (task, { group_id: group }) => {
		const named = groupOf(task);
		return named !== undefined && named !== group;
	}),
	needed: ({ topic }) => topic === undefined,
};
