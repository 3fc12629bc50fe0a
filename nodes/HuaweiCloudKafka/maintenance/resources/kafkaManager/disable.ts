import type { Operation } from '../../../../shared/contract/operation';
import { del, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { instance } from '../../../fields';

/** Turns Kafka Manager off permanently. DMS for Kafka API Reference 5.2.8; 200 without a body. */
export const disable: Operation = {
	value: 'disable',
	name: 'Disable',
	action: 'Disable kafka manager',
	description: 'Permanently disable Kafka Manager',
	api: 'CloseKafkaManager',
	request: del('/v2/{project_id}/kafka/instances/{instance_id}/management'),
	kind: 'change',
	fields: [instance()],
	outcome: (answer, _request, item) =>
		singleItem(withInstance({ ...answer, disabled: true }, item)),
	subject: ({ instance_id: id }) => `Kafka Manager of instance ${String(id)} disabled`,
};
