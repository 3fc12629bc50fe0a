import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../shared/contract/failure';
import type { VendorRecord } from '../../shared/fleet/record';
import type { MetricAsk, Part, ServiceSigns } from '../../shared/fleet/vendor';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';
import { listAll, type Caller } from '../../shared/request/readList';
import { groupPages, topicPages } from '../api/pages';
import { unwrapped } from '../api/records';
import { listGroups, listTopics, readRequest } from '../api/requests';
import { seriesKey } from '../metrics';
import { recentFirst, type Traffic } from './activity';

/** Traffic as the Kafka service itself tells it, and that of topics and consumer groups. */

/** Most requests for one instance: each topic and each consumer group takes one. */
const MOST_REQUESTS = 200;

const tooMany = ({ id }: VendorRecord) =>
	new Failure(
		'refused',
		`instance ${id} has too many topics and consumer groups: asking for each takes more than ${MOST_REQUESTS} requests`,
		{ readOnly: true, advice: 'Use the metrics of CloudMonitor for this instance.' },
	);

/** Counts the requests for an instance, and stops where they are too many. */
function counting(at: Connection, one: VendorRecord) {
	const counter = {
		sent: 0,
		/** @throws {Failure} So many more would be too many */
		expect(further: number) {
			if (counter.sent + further > MOST_REQUESTS) throw tooMany(one);
		},
		call: async (request: Parameters<Caller['call']>[0]) => {
			counter.expect(1);
			counter.sent++;
			return await call(at, request);
		},
	};
	return counter;
}

/** Names of the topics of an instance, or of its consumer groups. */
async function namesIn(caller: Caller, { id }: VendorRecord, detail: 'topics' | 'groups') {
	const rows =
		detail === 'topics'
			? await listAll(caller, listTopics(id), topicPages)
			: await listAll(caller, listGroups(id), groupPages);
	return rows.map(({ Topic, ConsumerId }) => String(detail === 'topics' ? Topic : ConsumerId));
}

/** A time of the service; -1 and 0 stand for "not known" or "never". */
const timeIn = (value: unknown): number | null => (Number(value) > 0 ? Number(value) : null);

const latestOf = (times: ReadonlyArray<number | null>): number | null =>
	times.reduce((latest, time) => (time !== null && time > (latest ?? 0) ? time : latest), null);

/** Whether any is so: it is where one is, it is not where none can be. */
const anyOf = (all: ReadonlyArray<boolean | null>): boolean | null =>
	all.includes(true) ? true : all.includes(null) ? null : false;

/** States of a consumer group with and without members. AliKafka API Reference, GetConsumerProgress. */
const STATES: Readonly<Record<string, boolean>> = {
	COMPLETING_REBALANCE: true,
	DEAD: false,
	EMPTY: false,
	PREPARING_REBALANCE: true,
	STABLE: true,
};

/** Whether a group has members, or has read a message that is younger than the window is. */
function isConsuming({ ConsumerProgress: given }: IDataObject, from: number): boolean | null {
	const { state, LastTimestamp } = (given ?? {}) as IDataObject;
	if ((timeIn(LastTimestamp) ?? 0) >= from) return true;
	const word = String(state).toUpperCase();
	return Object.hasOwn(STATES, word) ? STATES[word] : null;
}

const progressOf = (instanceId: string, ConsumerId: string) =>
	readRequest('GetConsumerProgress', {
		InstanceId: instanceId,
		ConsumerId,
		HideLastTimestamp: false,
	});

interface Produced {
	last: number | null;
	/** Whether it has messages; without a time it is not known how old they are. */
	hasMessages: boolean;
}

/** When a topic was last written to, by its newest message. */
function producedIn({ TopicStatus: given }: IDataObject): Produced {
	const { LastTimeStamp, TotalCount, OffsetTable } = (given ?? {}) as IDataObject;
	const partitions = unwrapped(OffsetTable, 'OffsetTable') ?? [];
	return {
		last: latestOf(
			[LastTimeStamp, ...partitions.map((one) => one.LastUpdateTimestamp)].map(timeIn),
		),
		hasMessages: Number(TotalCount) > 0 || partitions.some((one) => Number(one.MaxOffset) > 0),
	};
}

function isProducing({ last, hasMessages }: Produced, from: number): boolean | null {
	if (last !== null) return last >= from;
	return hasMessages ? null : false;
}

/**
 * Signs of an instance: the newest message of each topic, and the state of each consumer group.
 *
 * @throws {Failure} Also where that takes too many requests
 */
export async function services(
	at: Connection,
	one: VendorRecord,
	{ from }: MetricAsk,
): Promise<ServiceSigns> {
	const counter = counting(at, one);
	const topics = await namesIn(counter, one, 'topics');
	const groups = await namesIn(counter, one, 'groups');
	counter.expect(topics.length + groups.length);
	const produced: Produced[] = [];
	for (const Topic of topics) {
		const request = readRequest('GetTopicStatus', { InstanceId: one.id, Topic });
		produced.push(producedIn(await counter.call(request)));
	}
	const consuming: Array<boolean | null> = [];
	for (const group of groups) {
		consuming.push(isConsuming(await counter.call(progressOf(one.id, group)), from));
	}
	return {
		producing: anyOf(produced.map((topic) => isProducing(topic, from))),
		consuming: anyOf(consuming),
		lastProducedAt: latestOf(produced.map(({ last }) => last)),
		requests: counter.sent,
	};
}

/** Traffic of a topic in bytes a second; only of reserved instances the names are known. */
const TOPIC_TRAFFIC: Traffic = {
	produced: 'topic_message_input',
	consumed: 'topic_message_output',
};

async function topicsOf(counter: Caller, one: VendorRecord, ask: MetricAsk): Promise<Part[]> {
	const names = await namesIn(counter, one, 'topics');
	if (one.edition !== 'reserved') return names.map((name) => ({ name, series: [] }));
	const resources = names.map((topic) => ({ instanceId: one.id, topic }));
	const found = await recentFirst(counter, TOPIC_TRAFFIC, resources, ask);
	return resources.map((resource) => ({
		name: resource.topic,
		series: found.get(seriesKey(resource)) ?? [],
	}));
}

/** CloudMonitor has no metric of a group, so that its members tell. */
async function groupsOf(
	counter: ReturnType<typeof counting>,
	one: VendorRecord,
	{ from }: MetricAsk,
): Promise<Part[]> {
	const names = await namesIn(counter, one, 'groups');
	counter.expect(names.length);
	const parts: Part[] = [];
	for (const name of names) {
		const consuming = isConsuming(await counter.call(progressOf(one.id, name)), from);
		const signs = { producing: null, consuming, lastProducedAt: null, requests: 1 };
		parts.push({ name, series: [], signs });
	}
	return parts;
}

/** Topics of an instance with their metrics, or its consumer groups with what their members tell. */
export async function parts(
	at: Connection,
	one: VendorRecord,
	detail: 'topics' | 'groups',
	ask: MetricAsk,
): Promise<Part[]> {
	const counter = counting(at, one);
	return detail === 'topics'
		? await topicsOf(counter, one, ask)
		: await groupsOf(counter, one, ask);
}
