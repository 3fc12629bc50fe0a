import type { Resource } from '../../../shared/contract/operation';
import { deleteMany, restart } from './batch';
import { create } from './create';
import { deleteOne } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getConnection } from './getConnection';
import { resetPassword } from './resetPassword';
import { getResizeOptions, resize } from './resize';
import { setAutoTopic } from './setAutoTopic';
import { update } from './update';
import { updateCrossVpc } from './updateCrossVpc';

export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [
		getAll,
		create,
		deleteOne,
		deleteMany,
		get,
		getConnection,
		restart,
		update,
		getResizeOptions,
		resetPassword,
		resize,
		setAutoTopic,
		updateCrossVpc,
	],
};
