import type { Operation } from '../../../shared/contract/operation';
import { instanceRestarted } from '../../completions/instance';
import { api, instances, outcomes, request } from './batch';
import { simple } from './simple';

/** Restarts instances. DMS for Kafka API Reference 5.1.7; 200 with a result for each instance. */
export const restart: Operation = {
	value: 'restart',
	name: 'Restart',
	action: 'Restart instances',
	description:
		'Restart one or more instances; clients cannot produce or consume during the restart',
	api,
	request,
	kind: 'change',
	constant: { body: { action: 'restart' } },
	fields: [instances(true)],
	outcome: outcomes({ restarting: true }),
	subject: ({ instance_id: id }) => `instance ${String(id)} restarting`,
	simple,
	completion: instanceRestarted,
};
