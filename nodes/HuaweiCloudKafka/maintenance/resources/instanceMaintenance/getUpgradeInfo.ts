import type { Operation } from '../../../../shared/contract/operation';
import { get, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { instance } from '../../../fields';

/**
 * Gets the kernel version of an instance and the latest one. Official SDK 3.1.215; the two are compared
 * as text, equal means that there is nothing to upgrade.
 */
export const getUpgradeInfo: Operation = {
	value: 'getUpgradeInfo',
	name: 'Get Upgrade Info',
	action: 'Get upgrade info of instance',
	description:
		'Get the current and the latest kernel version of an instance; if they are equal, there is nothing to upgrade',
	api: 'ShowUpgradeInstanceVersion',
	request: get('/v2/{project_id}/kafka/instances/{instance_id}/upgrade'),
	kind: 'read',
	fields: [instance()],
	outcome: (answer, _request, item) => singleItem(withInstance(answer, item)),
};
