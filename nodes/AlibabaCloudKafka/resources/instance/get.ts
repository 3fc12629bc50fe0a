import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { one } from '../../../shared/contract/operation';
import { noList } from '../../../shared/contract/pages';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { noSuchInstance } from '../../api/decode';
import { instance, instanceInList } from '../../fields';
import { described } from '../../api/records';
import { instancesOf, reads } from '../../api/requests';
import { simple } from './simple';

/**
 * The one instance that a list was asked for.
 *
 * @throws {Failure} It is not there
 */
export function onlyInstance(answer: IDataObject, { body = {} }: ApiRequest): IDataObject {
	const [id] = body.InstanceId as string[];
	const found = instancesOf(answer).find(({ InstanceId }) => InstanceId === id);
	if (found) return found;
	throw noSuchInstance(id);
}

/** Gets one instance, by the list, which is the only place that shows its status. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get instance',
	description: 'Get a Kafka instance and its status',
	...reads('GetInstanceList'),
	fields: [instanceInList()],
	outcome: (answer, request) => one(described(onlyInstance(answer, request))),
	simple,
};

/** Lists the IDs of all regions. AliKafka API Reference, GetAllInstanceIdList. */
export const getAllIds: Operation = {
	value: 'getAllIds',
	name: 'Get All IDs',
	action: 'Get all instance ids',
	description:
		'Get the IDs of the instances in all regions, for example to find forgotten instances',
	...reads('GetAllInstanceIdList'),
	outcome: ({ InstanceIds }) => {
		if (typeof InstanceIds !== 'object' || InstanceIds === null) throw noList('InstanceIds');
		return Object.entries(InstanceIds as Record<string, string[]>).flatMap(([RegionId, ids]) =>
			ids.map((InstanceId) => ({ json: { RegionId, InstanceId } })),
		);
	},
};

/** Gets what of the quotas is used. GetQuotaTip of the official SDK. */
export const getQuota: Operation = {
	value: 'getQuota',
	name: 'Get Quota',
	action: 'Get quota of instance',
	description: 'Get the quota and usage of topics, partitions, and consumer groups of an instance',
	...reads('GetQuotaTip'),
	fields: [instance()],
	outcome: ({ QuotaData }, { body = {} }) =>
		one({ InstanceId: body.InstanceId, ...(QuotaData as IDataObject) }),
};
