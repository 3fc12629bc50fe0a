import type { Completion } from '../../shared/contract/completion';
import { isReady } from '../../shared/contract/completion';
import { showInstance } from '../api/requests';
import { unnamedTask } from './task';

const task = unnamedTask(/dns|domain_?name/i);

/** Access by domain name: the instance itself shows it, and only its background task that it failed. */
export const domainNameEnabled: Completion = {
	first: 5,
	every: 10,
	mark: task.mark,
	observe: async (item, { instance_id: id }, mark) => {
		const { dns_enable } = await item.call(showInstance(id));
		return String(dns_enable) === 'true'
			? { status: 'enabled', kind: 'ready', record: { dns_enable: true } }
			: ((await task.failed(item, mark)) ?? { status: 'not enabled yet', kind: 'pending' });
	},
	isReached: isReady,
	subject: ({ instance_id: id }) => `domain name access of instance ${String(id)}`,
};
