import { flag, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import {
	instanceDeleted,
	instanceReleased,
	instanceReopened,
	instanceStopped,
} from '../../completions/instance';
import { NAME_RULES, instance } from '../../fields';
import { acknowledged } from '../../api/outcomes';
import { writes } from '../../api/requests';
import { simple } from './simple';

/** Renames an instance. AliKafka API Reference, ModifyInstanceName. */
export const rename: Operation = {
	value: 'rename',
	name: 'Rename',
	action: 'Rename instance',
	description: 'Change the name of an instance',
	...writes('ModifyInstanceName'),
	fields: [
		instance(),
		text('InstanceName', 'New Name', {
			name: 'newName',
			required: true,
			...NAME_RULES,
			placeholder: 'e.g. orders-dev',
		}),
	],
	outcome: acknowledged({ updated: true }, 'InstanceName'),
	subject: ({ InstanceId: id, InstanceName: name }) =>
		`instance ${String(id)} renamed to ${String(name)}`,
};

/** Stops a pay-as-you-go instance. StopInstance of the official SDK. */
export const stop: Operation = {
	value: 'stop',
	name: 'Stop',
	action: 'Stop instance',
	description: 'Stop a pay-as-you-go instance until it is reopened',
	...writes('StopInstance'),
	fields: [instance()],
	outcome: acknowledged({ stopped: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} stopped`,
	simple,
	completion: instanceStopped,
};

/** Starts a stopped instance again. ReopenInstance of the official SDK. */
export const reopen: Operation = {
	value: 'reopen',
	name: 'Reopen',
	action: 'Reopen instance',
	description: 'Start a stopped instance again',
	...writes('ReopenInstance'),
	fields: [instance()],
	outcome: acknowledged({ reopened: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} reopened`,
	simple,
	completion: instanceReopened,
};

/** What a release does with the machines below the instance. */
export const forced = (otherwise: boolean) =>
	flag(
		'ForceDeleteInstance',
		'Release Resources Immediately',
		'Whether to release the physical resources immediately instead of keeping them for a while',
		{ default: otherwise },
	);

/** Releases a pay-as-you-go instance. AliKafka API Reference, ReleaseInstance. */
export const release: Operation = {
	value: 'release',
	name: 'Release',
	action: 'Release instance',
	description:
		'Permanently take a pay-as-you-go instance out of service; it stays in the list until it is deleted',
	...writes('ReleaseInstance'),
	fields: [instance()],
	options: [forced(true)],
	outcome: acknowledged({ released: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} released`,
	simple,
	completion: instanceReleased,
};

/** Deletes an instance that is released or has expired. AliKafka API Reference, DeleteInstance. */
export const deleteOne: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete instance',
	description:
		"Delete an instance that has been released or has expired; see also 'Delete Completely'",
	...writes('DeleteInstance'),
	fields: [instance()],
	outcome: acknowledged({ deleted: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} deleted`,
	simple,
	completion: instanceDeleted,
};
