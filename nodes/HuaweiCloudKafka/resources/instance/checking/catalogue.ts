import type { IDataObject } from 'n8n-workflow';

import { countIn, listIn } from '../../../../shared/contract/pages';
import { isObject } from '../../../../shared/request/serviceFailure';
import { listProducts, listZones, showQuotas } from '../../../api/requests';
import type { Check } from '../../../../shared/request/checking';
import { ok, problem, warning } from '../../../../shared/request/checking';

/** What the project may have, and what is on sale. */

const LIST = 'dms:instance:list';

/** Whether the project may have one more instance. */
export const quota: Check = {
	name: 'Quota',
	permission: LIST,
	async look(read) {
		const { quotas } = await read.answer(showQuotas());
		const rows = listIn(isObject(quotas) ? quotas : {}, 'resources');
		const row = rows.find(({ type }) => type === 'kafkaInstance');
		const [most, used] = [countIn(row?.quota), countIn(row?.used)];
		if (most === undefined || used === undefined) {
			return warning('the service names no quota of Kafka instances', 'Check it in the console.');
		}
		const found = `${used} of ${most} instances`;
		if (used < most) return ok(found);
		const advice = 'Delete instances that you no longer need, or request a higher quota.';
		return problem(found, advice);
	},
};

/** Whether the Kafka version is on offer. */
export const version: Check = {
	name: 'Kafka Version',
	permission: LIST,
	async look(read, { engine_version: wanted }) {
		const versions = (listIn(await read.answer(listProducts()), 'versions') as unknown[]).map(
			String,
		);
		if (versions.includes(String(wanted))) return ok(String(wanted));
		return problem(
			`${String(wanted)} is not on offer`,
			`Use one of: ${versions.join(', ')}, or another version that your account may use.`,
		);
	},
};

/** Zones whose codes, names or IDs are wanted. */
async function zonesIn(answer: IDataObject, { available_zones: wanted }: IDataObject) {
	const zones = listIn(answer, 'available_zones');
	return (wanted as string[]).map((one) => ({
		one,
		zone: zones.find(({ id, code, name }) => [id, code, name].includes(one)),
	}));
}

const soldOutAdvice = 'Select another zone.';

/** Whether the zones exist and have resources left. */
export const zones: Check = {
	name: 'Availability Zones',
	permission: LIST,
	async look(read, body) {
		const wanted = await zonesIn(await read.answer(listZones()), body);
		const unknown = wanted.filter(({ zone }) => !zone).map(({ one }) => one);
		if (unknown.length > 0) {
			return problem(`not in this region: ${unknown.join(', ')}`, soldOutAdvice);
		}
		const soldOut = wanted.filter(({ zone }) => zone?.soldOut === true).map(({ one }) => one);
		if (soldOut.length > 0) return problem(`sold out: ${soldOut.join(', ')}`, soldOutAdvice);
		const isOne = body.ipv6_enable !== true;
		const lacking = isOne ? [] : wanted.filter(({ zone }) => zone?.ipv6_enable === false);
		if (lacking.length > 0) {
			const names = lacking.map(({ one }) => one).join(', ');
			return problem(`without IPv6: ${names}`, "Select another zone, or turn 'IPv6' off.");
		}
		return ok(wanted.map(({ one }) => one).join(', '));
	},
};

const productIn = (answer: IDataObject, { product_id: wanted }: IDataObject) =>
	listIn(answer, 'products').find(({ product_id: id, properties }) =>
		[id, (properties as IDataObject | undefined)?.product_alias].includes(wanted as string),
	);

/** Whether the flavor is on sale, with this disk type, in all of the zones. */
export const flavor: Check = {
	name: 'Flavor',
	permission: LIST,
	async look(read, body) {
		const product = productIn(await read.answer(listProducts()), body);
		const id = String(body.product_id);
		if (!product) return problem(`${id} is not on sale in this region`, 'Select another flavor.');
		const disks = (product.ios ?? []) as IDataObject[];
		const disk = disks.find(({ io_spec: spec }) => spec === body.storage_spec_code);
		if (!disk) {
			return problem(
				`${id} is not sold with the disk type ${String(body.storage_spec_code)}`,
				'Select another disk type or flavor.',
			);
		}
		const wanted = await zonesIn(await read.answer(listZones()), body);
		const without = (disk.unavailable_zones ?? []) as unknown[];
		const soldOut = wanted.filter(({ zone }) => without.includes(zone?.id));
		if (soldOut.length === 0) return ok(id);
		const names = soldOut.map(({ one }) => one).join(', ');
		return problem(`${id} is sold out in ${names}`, 'Select another zone or flavor.');
	},
};

/** Whether so many brokers with so much storage fit the flavor. */
export const size: Check = {
	name: 'Size',
	permission: LIST,
	async look(read, body) {
		const product = productIn(await read.answer(listProducts()), body);
		if (!product) return undefined;
		const limits = (product.properties ?? {}) as IDataObject;
		const [brokers, storage] = [Number(body.broker_num), Number(body.storage_space)];
		const each = Math.floor(storage / brokers);
		const of = (name: string) => countIn(limits[name]);
		const [fewest = 1, most = Infinity] = [of('min_broker'), of('max_broker')];
		const [least = 0, largest = Infinity] = [
			of('min_storage_per_node'),
			of('max_storage_per_node'),
		];
		const found = `${brokers} broker${brokers === 1 ? '' : 's'} with ${each} GB each`;
		if (brokers < fewest || brokers > most) {
			return problem(found, `The flavor takes ${fewest} to ${most} brokers: change 'Brokers'.`);
		}
		if (each > largest) {
			return problem(found, `A broker has at most ${largest} GB: change 'Storage (GB)'.`);
		}
		if (each >= least) return ok(found);
		return warning(
			found,
			`The list of flavors says at least ${least} GB per broker: raise 'Storage (GB)' to ${least * brokers} if the create is rejected.`,
		);
	},
};
