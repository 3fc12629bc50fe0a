import type { Operation } from '../../../shared/contract/operation';
import { idsByRegion } from '../../api/pages';
import { readOperation } from '../../api/requests';

/** Lists the IDs of all regions. AliKafka API Reference, GetAllInstanceIdList. */
export const getAllIds: Operation = {
	value: 'getAllIds',
	name: 'Get All IDs',
	action: 'Get all instance ids',
	description:
		'Get the IDs of the instances in all regions, for example to find forgotten instances',
	...readOperation('GetAllInstanceIdList'),
	outcome: (answer) =>
		[...idsByRegion(answer)].flatMap(([RegionId, ids]) =>
			ids.map((InstanceId) => ({ json: { RegionId, InstanceId } })),
		),
};
