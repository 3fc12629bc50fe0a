import type { Operation } from '../../../shared/contract/operation';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { instanceStopped } from '../../completions/instance';
import { instance } from '../../fields';
import { simple } from './simple';

/**
 * Stops a pay-as-you-go instance. StopInstance of the official SDK; what becomes of one that stays stopped is on
 * the vendor's page on the lifecycle of an instance (2026-03).
 */
export const stop: Operation = {
	value: 'stop',
	name: 'Stop',
	action: 'Stop instance',
	description: 'Stop a pay-as-you-go instance until it is reopened',
	...operation('change', 'StopInstance'),
	warning:
		'Clients are disconnected. Alibaba Cloud releases an instance that is still stopped at 8:00 two days later, with all its data. Until then, it is billed.',
	fields: [instance()],
	outcome: acknowledged({ stopped: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} stopped`,
	simple,
	completion: instanceStopped,
};
