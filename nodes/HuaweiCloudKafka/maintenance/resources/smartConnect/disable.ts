import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { connectorDisabled } from '../../../completions/connector';
import { instance } from '../../../fields';
import { settledIf } from './connector';

/**
 * Switches Smart Connect off. DMS for Kafka API Reference, DeleteConnector: a POST that deletes, without
 * a body. That the tasks end with it is not documented, but follows.
 */
export const disable: Operation = {
	value: 'disable',
	name: 'Disable',
	action: 'Disable smart connect',
	description: 'Disable Smart Connect on a pay-as-you-go instance and stop paying for its nodes',
	api: 'DeleteConnector',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/delete-connector'),
	kind: 'delete',
	warning: 'All Smart Connect tasks of the instance end; data that they have copied stays.',
	fields: [instance()],
	before: async (item) => await settledIf(item, false, { disabled: true }),
	outcome: (answer, _request, item) =>
		singleItem(withInstance({ disabled: true, changed: true, ...answer }, item)),
	subject: ({ instance_id: id }) => `Smart Connect of instance ${String(id)} disabled`,
	completion: { ...connectorDisabled, needed: ({ changed }) => changed !== false },
};
