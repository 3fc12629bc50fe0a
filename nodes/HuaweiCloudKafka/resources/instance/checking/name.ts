import { listMatching } from '../../../../shared/request/readList';
import { instancePages } from '../../../api/pages';
import { listInstances } from '../../../api/requests';
import type { Check } from '../../../../shared/request/checking';
import { ok, warning } from '../../../../shared/request/checking';

/** Whether another instance has the name: the service lets two have the same one. */
export const name: Check = {
	name: 'Name',
	permission: 'dms:instance:list',
	async look({ item }, { name: wanted }) {
		const filter = { name: wanted, exact_match_name: 'true', include_failure: 'true' };
		const found = await listMatching(
			item,
			listInstances(filter as never),
			instancePages,
			(row) => row.name === wanted,
		);
		if (found.length === 0) return ok(`no other instance is named ${String(wanted)}`);
		const ids = found.map(({ instance_id: id, status }) => `${String(id)} (${String(status)})`);
		return warning(
			`already the name of ${ids.join(', ')}`,
			"Use another name, or turn on 'Create If Absent' to get the existing instance.",
		);
	},
};
