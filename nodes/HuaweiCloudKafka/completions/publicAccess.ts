import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../shared/contract/completion';
import { isReady } from '../../shared/contract/completion';
import { textIn } from '../api/failedParts';
import { showInstance } from '../api/requests';
import { unnamedTask } from './task';

/** How a record says that public access is on. Source: reference of ShowInstance. */
const ON = new Set(['true', 'actived']);
const OFF = new Set(['false', 'closed']);

/** Whether public access of an instance is on or off; `undefined` for what its record leaves open. */
export function publicAccessOf(record: IDataObject): 'on' | 'off' | undefined {
	const { public_access_enabled, kafka_public_status, enable_publicip } = record;
	const said = [public_access_enabled, kafka_public_status, enable_publicip]
		.filter((value) => typeof value === 'boolean' || textIn(value) !== undefined)
		.map((value) => String(value).toLowerCase())
		.find((value) => ON.has(value) || OFF.has(value));
	if (said === undefined) return undefined;
	return ON.has(said) ? 'on' : 'off';
}

/** Fields of the instance that the item gets in the end. */
const SHOWN = ['public_access_enabled', 'public_connect_address'];

/** Its background task: bindInstancePublicIp where somebody saw it; the other way is in no document. */
const task = unnamedTask(/public_?ip|public_?access/i);

/**
 * Public access, switched by a background task without an ID: the instance itself shows the end, and only
 * the task that it failed.
 */
export const publicAccessSet: Completion = {
	first: 10,
	every: 15,
	mark: task.mark,
	observe: async (item, { instance_id: id, public_access: wanted }, mark) => {
		const instance = await item.call(showInstance(id));
		const state = publicAccessOf(instance);
		const failed = state === wanted ? undefined : await task.failed(item, mark);
		if (failed) return failed;
		const shown = Object.entries(instance).filter(([name]) => SHOWN.includes(name));
		return {
			status: state ?? 'unknown',
			kind: state === wanted ? 'ready' : 'pending',
			record: Object.fromEntries(shown),
		};
	},
	isReached: isReady,
	subject: ({ instance_id: id }) => `public access of instance ${String(id)}`,
};
