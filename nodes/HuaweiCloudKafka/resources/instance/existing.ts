import type { FindExisting } from '../../../shared/contract/operation';
import { listMatching } from '../../../shared/request/readList';
import { instancePages } from '../../api/pages';
import { listInstances } from '../../api/requests';

/** Statuses in which an instance cannot serve as the existing one. */
const NO_LONGER = new Set(['CREATEFAILED', 'DELETING', 'RECYCLE']);

/** Instances with the name of the one to create, of which there can be several. */
export const existingInstances: FindExisting = {
	matches: async (item, { body }) => {
		const request = listInstances({
			name: body?.name,
			exact_match_name: 'true',
			include_failure: 'true',
		});
		return await listMatching(item, request, instancePages, ({ name }) => name === body?.name);
	},
	isOver: ({ status }) => NO_LONGER.has(String(status).toUpperCase()),
	key: 'instance_id',
	named: 'name',
};
