import { BadInput } from '../../../shared/contract/badInput';
import type { OperationContext } from '../../../shared/contract/context';
import type { Operation, Settled } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { singleItem, put } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { readOr } from '../../api/readOr';
import { withInstance } from '../../api/records';
import { showInstance } from '../../api/requests';
import { NAME_RULE, instance } from '../../fields';
import { enterpriseProject, securityGroup } from '../../networkFields';
import { retentionPolicy } from './fields';
import { checkMaintenanceWindow, maintenanceWindow } from './maintenanceWindow';

/** Leaves out a name that the instance has already, which the API has refused (terraform-provider-huaweicloud #1171). */
async function leaveOutName(item: OperationContext, request: ApiRequest): Promise<Settled> {
	const id = item.nodeParameter<string>('instanceId');
	const { name, ...others } = request.body ?? {};
	if (name === undefined || (await nameOf(item, id)) !== name)
		return { outcomes: [], isAll: false };
	request.body = others;
	if (Object.keys(others).length > 0) return { outcomes: [], isAll: false };
	const note = 'Nothing was sent: the instance already has this name.';
	return { outcomes: [{ json: withInstance({ updated: true, note }, item) }], isAll: true };
}

/** Where it cannot be read, the name is sent: reading needs another permission. */
const nameOf = async (item: OperationContext, id: string): Promise<unknown> =>
	await readOr(async () => (await item.call(showInstance(id))).name, undefined);

/** Changes basic settings. DMS for Kafka API Reference 5.1.5; 204 without a body. */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update instance',
	description:
		'Change the name, description, maintenance window, and other settings of an instance',
	api: 'UpdateInstance',
	request: put('/v2/{project_id}/instances/{instance_id}'),
	kind: 'change',
	fields: [instance()],
	options: [
		text('name', 'Name', { length: [4, 64], pattern: NAME_RULE, placeholder: 'e.g. orders-dev' }),
		text('description', 'Description', {
			length: [0, 1024],
			sendBlank: true,
			description: 'Leave empty to remove the description',
		}),
		maintenanceWindow('HH:mm:ss'),
		securityGroup(),
		retentionPolicy(),
		enterpriseProject('Enterprise project to move the instance to'),
	],
	check: (request) => {
		checkMaintenanceWindow(request);
		if (request.body) return;
		throw new BadInput('Options', 'has nothing to change', 'Add at least one setting to change.');
	},
	before: leaveOutName,
	outcome: (_body, _request, item) => singleItem(withInstance({ updated: true }, item)),
	subject: ({ instance_id: id }) => `instance ${String(id)} updated`,
};
