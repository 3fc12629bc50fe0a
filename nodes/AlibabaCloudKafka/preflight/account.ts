import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { instancesOf } from '../api/pages';
import { instanceNameOf } from '../api/records';
import { listInstances } from '../api/requests';
import { ok, problem, warning, type Finding } from './findings';

/**
 * The instances that there are: whether one has the name, and how many count against the quota, which no API
 * of the service tells.
 *
 * @throws {Failure} The list cannot be read: the order would not succeed either
 */
export async function checkAccount(item: OperationContext, name: unknown): Promise<Finding[]> {
	const instances = instancesOf(await item.call(listInstances()));
	const { length: count } = instances;
	const quota = warning(
		'Quota',
		`${count} ${count === 1 ? 'instance exists' : 'instances exist'} in this region; the API does not say how many are allowed`,
		'Check in the console that another instance can be ordered.',
	);
	return [quota, ...nameFinding(instances, name)];
}

function nameFinding(instances: IDataObject[], name: unknown): Finding[] {
	if (name === undefined) return [];
	const taken = instances.find((record) => instanceNameOf(record) === name);
	return [
		taken
			? problem(
					'Name',
					`Instance ${String(taken.InstanceId)} already has this name`,
					"Enter another 'Name'.",
				)
			: ok('Name', 'No instance in this region has this name'),
	];
}
