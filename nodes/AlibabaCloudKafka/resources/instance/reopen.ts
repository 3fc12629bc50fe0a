import type { Operation } from '../../../shared/contract/operation';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { instanceReopened } from '../../completions/instance';
import { instance } from '../../fields';
import { simple } from './simple';

/** Starts a stopped instance again. ReopenInstance of the official SDK. */
export const reopen: Operation = {
	value: 'reopen',
	name: 'Reopen',
	action: 'Reopen instance',
	description: 'Start a stopped instance again',
	...operation('change', 'ReopenInstance'),
	fields: [instance()],
	outcome: acknowledged({ reopened: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} reopened`,
	simple,
	completion: instanceReopened,
};
