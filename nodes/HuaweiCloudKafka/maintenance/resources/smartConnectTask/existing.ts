import type { FindExisting } from '../../../../shared/contract/operation';
import { listMatching } from '../../../../shared/request/readList';
import { connectorTaskPages } from '../../../api/pages';
import { withInstance } from '../../../api/records';
import { listConnectorTasks } from '../../../api/requests';

/** Tasks with the name of the one to create; whether two may have the same is not documented. */
export const existingTasks: FindExisting = {
	matches: async (item, { body }) => {
		const found = await listMatching(
			item,
			listConnectorTasks(item.nodeParameter('instanceId')),
			connectorTaskPages,
			({ task_name: name }) => name === body?.task_name,
		);
		return found.map((task) => withInstance(task, item));
	},
	key: 'id',
	nameField: 'task_name',
	named: 'task_name',
};
