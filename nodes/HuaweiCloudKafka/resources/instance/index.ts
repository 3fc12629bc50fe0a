import type { Resource } from '../../../shared/contract/operation';
import { checkBeforeCreate } from './checkBeforeCreate';
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

export const instance: Resource = {
	value: 'instance',
	name: 'Instance',
	operations: [
		getAll,
		checkBeforeCreate,
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
	],
};
