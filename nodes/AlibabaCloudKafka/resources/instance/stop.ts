import type { Operation } from '../../../shared/contract/operation';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { instanceStopped } from '../../completions/instance';
import { instance } from '../../fields';
import { simple } from './simple';

/** Stops a pay-as-you-go instance. StopInstance of the official SDK. */
export const stop: Operation = {
	value: 'stop',
	name: 'Stop',
	action: 'Stop instance',
	description: 'Stop a pay-as-you-go instance until it is reopened',
	...operation('change', 'StopInstance'),
	warning:
		'Clients are disconnected. A stopped instance is still billed until it is released and deleted.',
	fields: [instance()],
	outcome: acknowledged({ stopped: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} stopped`,
	simple,
	completion: instanceStopped,
};
