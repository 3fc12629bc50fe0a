import type { Check } from '../../../../shared/request/checking';
import { ok, warning } from '../../../../shared/request/checking';
import { findByName } from '../purchase';

/** Whether another instance has the name: the service lets two have the same one. */
export const name: Check = {
	name: 'Name',
	permission: 'ckafka:DescribeInstancesDetail',
	async look({ item }, body) {
		const request = { api: '', effect: 'read', method: 'POST', path: '/', body } as const;
		const found = (await findByName.matches(item, request)).filter((row) =>
			findByName.isMeant?.(row, request),
		);
		if (found.length === 0) return ok(`no other instance is named ${String(body.InstanceName)}`);
		return warning(
			`already the name of ${found.map(({ InstanceId }) => String(InstanceId)).join(', ')}`,
			"Use another name, or turn on 'Create If Absent' to get the existing instance.",
		);
	},
};
