import type { Resource } from '../../../shared/contract/operation';
import { checkCreate } from './checkCreate';
import { create } from './create';
import { remove } from './delete';
import { deleteMany } from './deleteMany';
import { get } from './get';
import { getAll } from './getAll';
import { getConnection } from './getConnection';
import { getResizeOptions } from './getResizeOptions';
import { resetPassword } from './resetPassword';
import { resize } from './resize';
import { restart } from './restart';
import { setAccessMode } from './setAccessMode';
import { setAutoTopic } from './setAutoTopic';
import { setPublicAccess } from './setPublicAccess';
import { update } from './update';
import { updateCrossVpc } from './updateCrossVpc';

export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [
		getAll,
		checkCreate,
		create,
		remove,
		deleteMany,
		get,
		getConnection,
		restart,
		update,
		getResizeOptions,
		resetPassword,
		resize,
		setAccessMode,
		setAutoTopic,
		setPublicAccess,
		updateCrossVpc,
	],
};
