import type { IDataObject } from 'n8n-workflow';

import type { Lookup } from '../../shared/contract/lookup';
import { listIn } from '../../shared/contract/pages';
import { wholeList } from '../api/pages';
import { listZones } from '../api/requests';

/** How the editions are called in the forms of a purchase. */
const EDITIONS: Readonly<Record<string, string>> = {
	profession: 'Pro',
	premium: 'Advanced',
	standard: 'Standard',
};

/** The zones call it 0.10.2.1, a purchase takes 0.10.2 (vendor's example of DescribeCkafkaZone; SDK of CreateInstancePre). */
const AS_ORDERED: Readonly<Record<string, string>> = { '0.10.2.1': '0.10.2' };

/** What a zone sells, a row for each edition and version; a zone may have no list of it. */
const salesOf = ({ ZoneId, SalesInfo }: IDataObject): IDataObject[] =>
	(Array.isArray(SalesInfo) ? (SalesInfo as Array<IDataObject | null>) : [])
		.filter((sale): sale is IDataObject => sale !== null && Boolean(sale.Version))
		.map((sale) => ({ ...sale, ZoneId }));

const editionOf = ({ Platform }: IDataObject) => EDITIONS[String(Platform)] ?? String(Platform);

/** Kafka versions that a zone sells, or all zones of the region. CKafka DescribeCkafkaZone. */
export const kafkaVersions: Lookup = {
	what: 'Kafka version',
	plural: 'Kafka versions',
	permission: 'ckafka:DescribeCkafkaZone',
	isId: /./,
	within: [{ name: 'zoneId', label: 'Zone Name or ID' }],
	request: listZones,
	pages: wholeList(['ZoneId', 'Platform', 'Version'], (body) =>
		listIn(body, 'ZoneList').flatMap(salesOf),
	),
	keep: ({ ZoneId }, chosen) =>
		chosen('zoneId') === undefined || String(ZoneId) === String(chosen('zoneId')),
	entry: (row) => ({
		id: AS_ORDERED[String(row.Version)] ?? String(row.Version),
		// Texts are seen too.
		details: [editionOf(row), ...(String(row.SoldOut) === 'true' ? ['sold out'] : [])],
	}),
};
