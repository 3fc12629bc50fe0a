import type { Completion } from '../../shared/contract/completion';
import { isReady } from '../../shared/contract/completion';
import { showInstance } from '../api/requests';

/** Access by domain name, which no task tells of: the instance itself shows it. */
export const domainNameEnabled: Completion = {
	first: 5,
	every: 10,
	observe: async (item, { instance_id: id }) => {
		const { dns_enable } = await item.call(showInstance(id));
		return String(dns_enable) === 'true'
			? { status: 'enabled', kind: 'ready', record: { dns_enable: true } }
			: { status: 'not enabled yet', kind: 'pending' };
	},
	isReached: isReady,
	subject: ({ instance_id: id }) => `domain name access of instance ${String(id)}`,
};
