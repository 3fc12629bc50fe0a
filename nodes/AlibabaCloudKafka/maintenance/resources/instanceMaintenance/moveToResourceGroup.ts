import type { Operation } from '../../../../shared/contract/operation';
import { singleItem } from '../../../../shared/contract/operation';
import { operation } from '../../../api/requests';
import { instanceShows } from '../../../completions/instanceChange';
import { instance } from '../../../fields';
import { resourceGroup } from '../../../lookedUp';
import { simple } from '../../../resources/instance/simple';

/**
 * Moves an instance to another resource group. ChangeResourceGroup of the official SDK 2.14.0, whose answer
 * has a `Success` that is a number, and 0 in the vendor's sample of a success.
 */
export const moveToResourceGroup: Operation = {
	value: 'moveToResourceGroup',
	name: 'Move to Resource Group',
	action: 'Move instance to resource group',
	description: 'Move an instance to another resource group',
	...operation('change', 'ChangeResourceGroup'),
	warning:
		'Permissions that are granted by resource group follow the instance, so users can lose or gain access.',
	fields: [
		instance(undefined, 'ResourceId'),
		resourceGroup('Resource group to move the instance to', {
			wireName: 'NewResourceGroupId',
			required: true,
		}),
	],
	outcome: (_answer, { body = {} }) =>
		singleItem({
			InstanceId: body.ResourceId,
			ResourceGroupId: body.NewResourceGroupId,
			updated: true,
		}),
	subject: ({ InstanceId: id, ResourceGroupId: group }) =>
		`instance ${String(id)} moved to resource group ${String(group)}`,
	simple,
	completion: instanceShows('ResourceGroupId'),
};
