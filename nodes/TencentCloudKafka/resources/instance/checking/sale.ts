import type { IDataObject } from 'n8n-workflow';

import { countIn, listIn } from '../../../../shared/contract/pages';
import type { Check, Verdict } from '../../../../shared/request/checking';
import { ok, problem, warning } from '../../../../shared/request/checking';
import { isSoldOut } from '../../../api/records';
import { listZones } from '../../../api/requests';
import { bandwidthsOf, isIn, rangeText, sizesFor } from './offer';
import { orderOf } from './order';

/** What CKafka has for sale: zones, versions, and sizes. One request tells all of it. */

const PERMISSION = 'ckafka:DescribeCkafkaZone';

const OTHER_ZONE = "Select another zone in 'Zone Name or ID'.";

/** Zones of an order as the service lists them; `undefined` for one that it does not. */
const zonesOf = (answer: IDataObject, body: IDataObject) =>
	orderOf(body).zones.map((id) => ({
		id,
		zone: listIn(answer, 'ZoneList').find(({ ZoneId }) => String(ZoneId) === String(id)),
	}));

/** Whether the zones exist and are not sold out. */
export const zone: Check = {
	name: 'Zone',
	permission: PERMISSION,
	async look(read, body) {
		const zones = zonesOf(await read.answer(listZones()), body);
		const strange = zones.filter((one) => !one.zone).map(({ id }) => id);
		if (strange.length > 0) return problem(`not in this region: ${strange.join(', ')}`, OTHER_ZONE);
		const names = zones.map(({ id, zone: one }) => `${String(one?.ZoneName)} (${String(id)})`);
		const gone = names.filter((_, index) => isSoldOut(zones[index].zone as IDataObject));
		return gone.length > 0
			? problem(`sold out: ${gone.join(', ')}`, OTHER_ZONE)
			: ok(names.join(', '));
	},
};

/** Whether the account can buy so many instances. */
export const quota: Check = {
	name: 'Number of Instances',
	permission: PERMISSION,
	async look(read, body) {
		const { count } = orderOf(body);
		const most = countIn((await read.answer(listZones())).MaxBuyInstanceNum);
		if (most === undefined) {
			return warning(
				'the service does not say how many instances can be bought',
				'Check the quota in the console.',
			);
		}
		const found = `${count} of at most ${most} that can be bought`;
		return count <= most
			? ok(found)
			: problem(found, "Reduce 'Number of Instances', or request a higher quota.");
	},
};

/** Sales of an edition in a zone: 0.10.2 is sold as 0.10.2.1, and 2.4.2 as 2.4.1. */
const isVersion = (sold: unknown, wanted: string): boolean =>
	String(sold) === wanted ||
	String(sold).startsWith(`${wanted}.`) ||
	(wanted === '2.4.2' && String(sold) === '2.4.1');

function versionIn(row: IDataObject | undefined, edition: string, wanted: string): Verdict {
	const all = Array.isArray(row?.SalesInfo) ? (row.SalesInfo as Array<IDataObject | null>) : [];
	const sales = all.filter((sale): sale is IDataObject => sale?.Platform === edition);
	if (sales.length === 0) {
		const text = `the zone does not say which versions of the edition '${edition}' it has`;
		return warning(text, 'Check it in the console.');
	}
	const onSale = sales.filter(({ SoldOut }) => String(SoldOut) !== 'true');
	if (onSale.some(({ Version }) => isVersion(Version, wanted))) return ok(`Kafka ${wanted}`);
	const isKnown = sales.some(({ Version }) => isVersion(Version, wanted));
	const rest = onSale.map(({ Version }) => String(Version)).join(', ');
	return problem(
		`Kafka ${wanted} is ${isKnown ? 'sold out' : 'not on offer'} in the zone`,
		rest ? `Use one of: ${rest}.` : OTHER_ZONE,
	);
}

/** Whether the Kafka version is on offer for the edition. */
export const version: Check = {
	name: 'Kafka Version',
	permission: PERMISSION,
	async look(read, body) {
		const { edition, kafkaVersion } = orderOf(body);
		const [first] = zonesOf(await read.answer(listZones()), body);
		return first.zone && versionIn(first.zone, edition, kafkaVersion);
	},
};

/** Whether disk, bandwidth, and partitions go together, by the configurations that the Pro Edition is sold in. */
export const size: Check = {
	name: 'Specification',
	permission: PERMISSION,
	async look(read, body) {
		const { edition, bandwidth, diskSize, partitions, hours } = orderOf(body);
		const { Profession: sold } = await read.answer(listZones());
		const offered = bandwidthsOf(sold);
		if (edition !== 'profession' || offered === '') {
			return warning(
				`the service does not say which sizes the edition '${edition}' has`,
				'Check disk size, bandwidth, and partitions in the price list.',
			);
		}
		const sizes = sizesFor(sold, bandwidth);
		if (!sizes) {
			return problem(
				`a bandwidth of ${bandwidth} MB/s is not for sale`,
				`Set 'Bandwidth (MB/s)' to ${offered}.`,
			);
		}
		const wrong = (
			[
				['Disk Size (GB)', diskSize, sizes.disk],
				['Partitions', partitions, sizes.partitions],
				['Retention (Minutes)', hours, sizes.retention],
			] as const
		).flatMap(([label, given, range]) =>
			range && given !== undefined && !isIn(range, given)
				? [`'${label}' must be ${rangeText(range)}${given === hours ? ' hours' : ''}`]
				: [],
		);
		const found = `${bandwidth} MB/s with ${diskSize} GB and ${partitions} partitions`;
		return wrong.length > 0
			? problem(`not for sale: ${found}`, `For ${bandwidth} MB/s, ${wrong.join('; ')}.`)
			: ok(found);
	},
};
