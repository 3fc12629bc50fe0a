import type { Operation } from '../../../../shared/contract/operation';
import { put } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { instance } from '../../../fields';

/** Restarts Kafka Manager. DMS for Kafka API Reference 5.2.3; the answer says whether it worked. */
export const restart: Operation = {
	value: 'restart',
	name: 'Restart',
	action: 'Restart kafka manager',
	description: 'Restart Kafka Manager; the instance keeps running',
	api: 'RestartManager',
	request: put('/v2/{project_id}/instances/{instance_id}/restart-kafka-manager'),
	kind: 'change',
	fields: [instance()],
	outcome: (answer, _request, item) => [
		{
			json: withInstance(answer, item),
			...(answer.result !== 'success' && {
				failed: `the result is ${String(answer.result)}`,
			}),
		},
	],
	subject: ({ instance_id: id }) => `Kafka Manager of instance ${String(id)} restarted`,
};
