import type { Operation } from '../../../shared/contract/operation';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { instanceReleased } from '../../completions/instanceDeletion';
import { instance } from '../../fields';
import { releaseImmediately } from './fields';
import { simple } from './simple';

/**
 * Releases a pay-as-you-go instance. AliKafka API Reference, ReleaseInstance. Nothing brings it or its data
 * back, although it stays listed: a deletion.
 */
export const release: Operation = {
	value: 'release',
	name: 'Release',
	action: 'Release instance',
	description:
		'Permanently take a pay-as-you-go instance out of service; it stays in the list until it is deleted',
	...operation('delete', 'ReleaseInstance'),
	fields: [instance()],
	options: [releaseImmediately()],
	outcome: acknowledged({ released: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} released`,
	simple,
	completion: instanceReleased,
};
