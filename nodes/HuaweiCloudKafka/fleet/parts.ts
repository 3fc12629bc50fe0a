import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../shared/contract/failure';
import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import { scopeOf, type VendorRecord } from '../../shared/fleet/record';
import { textIn } from '../../shared/fleet/times';
import type { MetricAsk, Part, ServiceSigns } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import { listAll } from '../../shared/request/readList';
import { groupPages, producerPages, topicPages } from '../api/pages';
import { listGroups, listProducers, listTopics } from '../api/requests';
import { readMetrics, type Metric, type Point } from '../metrics';
import { callIn } from './inProject';

/** What the Kafka service itself tells of an instance's use, and the traffic of its topics and groups. */

/** Requests that the signs of one instance may take. */
const MOST_REQUESTS = 200;

const tooMany = () =>
	new Failure(
		'notSent',
		`it would take more than ${MOST_REQUESTS} requests to look at all topics`,
		{
			advice: 'Use metrics for this instance.',
		},
	);

/** States of groups without members, in capitals or not. Source: ListInstanceConsumerGroups. */
const WITHOUT_MEMBERS = new Set(['EMPTY', 'DEAD']);

const hasMembers = ({ state }: IDataObject): boolean | null => {
	const name = textIn(state);
	return name === null ? null : !WITHOUT_MEMBERS.has(name.toUpperCase());
};

const callerIn = (at: Connection, one: VendorRecord) => {
	let requests = 0;
	return {
		call: async (request: ApiRequest) => {
			if (requests >= MOST_REQUESTS) throw tooMany();
			requests++;
			return await callIn(at, scopeOf(one), request);
		},
		sent: () => requests,
	};
};

/**
 * Whether groups have members, and whether producers are connected to any topic, one request for each. Who
 * connects only from time to time is not seen.
 *
 * @throws {Failure} Also where it would take too many requests
 */
export async function services(at: Connection, one: VendorRecord): Promise<ServiceSigns> {
	const caller = callerIn(at, one);
	const groups = (await listAll(caller, listGroups(one.id), groupPages)).map(hasMembers);
	const consuming = groups.includes(true) ? true : groups.includes(null) ? null : false;
	const producing = consuming ? null : await isProducedTo(caller, one);
	return { producing, consuming, lastProducedAt: null, requests: caller.sent() };
}

async function isProducedTo(
	caller: ReturnType<typeof callerIn>,
	{ id }: VendorRecord,
): Promise<boolean> {
	const topics = await listAll(caller, listTopics(id), topicPages);
	if (topics.length + caller.sent() > MOST_REQUESTS) throw tooMany();
	const page = { ...producerPages.at(0, 1) };
	const lists = await Promise.all(
		topics.map(async ({ name }) => await caller.call({ ...listProducers(id, name), query: page })),
	);
	return lists.some((body) => producerPages.rows(body).length > 0);
}

/** A part, and what Cloud Eye calls its traffic. */
interface Kind {
	request(id: string): ApiRequest;
	pages: Pages;
	dimension: string;
	metrics: ReadonlyArray<readonly ['produced' | 'consumed', metric: string, isCounter: boolean]>;
}

const KINDS: Readonly<Record<'topics' | 'groups', Kind>> = {
	topics: {
		request: (id) => listTopics(id),
		pages: topicPages,
		dimension: 'kafka_topics',
		metrics: [
			['produced', 'topic_bytes_in_rate', false],
			['consumed', 'topic_bytes_out_rate', false],
		],
	},
	groups: {
		request: (id) => listGroups(id),
		pages: groupPages,
		dimension: 'kafka_groups',
		metrics: [['consumed', 'consumer_messages_consumed', true]],
	},
};

/**
 * Topics or groups with their traffic.
 *
 * @throws {Failure}
 */
export async function parts(
	at: Connection,
	one: VendorRecord,
	detail: 'topics' | 'groups',
	ask: MetricAsk,
): Promise<Part[]> {
	const { request, pages, dimension, metrics } = KINDS[detail];
	const send = async (what: ApiRequest) => await callIn(at, scopeOf(one), what);
	const rows = await listAll({ call: send }, request(one.id), pages);
	const names = rows.map((row) => String(row[String(pages.key)]));
	const metricOf = (name: string, metric: string): Metric => ({
		name: metric,
		dimensions: { kafka_instance_id: one.id, [dimension]: name },
	});
	const wanted = names.flatMap((name) => metrics.map(([, metric]) => metricOf(name, metric)));
	const measured = await readMetrics(send, wanted, ask);
	return names.map((name) => ({
		name,
		series: metrics.flatMap(([direction, metric, isCounter]) => {
			const found = measured.of(metricOf(name, metric));
			if (!found) return [];
			const points = isCounter ? increases(found) : found;
			return [{ direction, source: 'metrics' as const, period: ask.period, points }];
		}),
	}));
}

/** What a counter has grown by in each period; one that became smaller has begun anew. */
const increases = (points: Point[]): Point[] =>
	points.slice(1).map(([start, value], index) => {
		const [, before] = points[index];
		return [start, value < before ? value : value - before] as const;
	});
