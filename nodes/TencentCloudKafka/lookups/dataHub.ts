import { isBlank } from '../../shared/contract/field';
import type { Lookup } from '../../shared/contract/lookup';
import { connectorTaskPages, listConnectorTasks } from '../api/connectors';

/** Access IDs of DataHub. Only its tasks tell them: CKafka DescribeDatahubTasks; the list of its topics has none. */
export const dataHubs: Lookup = {
	what: 'DataHub access',
	plural: 'DataHub access IDs',
	permission: 'ckafka:DescribeDatahubTasks',
	isSubject: true,
	isId: /^datahub-[\w-]+$/,
	request: () => listConnectorTasks(),
	pages: connectorTaskPages,
	keep: ({ DatahubId }) => !isBlank(DatahubId),
	entry: ({ DatahubId, TaskName, TaskId }) => ({
		id: String(DatahubId),
		...(!isBlank(TaskName) && { name: String(TaskName) }),
		details: [`task ${String(TaskId)}`],
	}),
};
