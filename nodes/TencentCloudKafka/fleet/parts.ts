import type { IDataObject } from 'n8n-workflow';

import type { Series } from '../../shared/fleet/activity';
import type { VendorRecord } from '../../shared/fleet/record';
import type { MetricAsk, Part, ServiceSigns } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import type { Caller } from '../../shared/request/readList';
import { listAll } from '../../shared/request/readList';
import type { Dimensions, Measured } from '../api/monitor';
import { subscriptionPages, topicDetailPages } from '../api/pages';
import { nameOf } from '../api/records';
import { listSubscriptions, listTopicsDetailed } from '../api/requests';
import { dimensionsOf, valuesOf } from '../metrics';
import { countingCaller } from './caller';
import { membersOf } from './signs';

/** Traffic of the topics and consumer groups of one instance. */

/** Requests that one instance is worth. */
const MOST_REQUESTS = 200;

/** Messages, summed up by period. */
const OF_TOPICS = [
	['CtopicProCount', 'produced'],
	['CtopicConCount', 'consumed'],
] as const;

/** Messages a minute that a group consumes. */
const OF_GROUPS = 'CtopicConsumerSpeed';

async function topics(at: Connection, caller: Caller, id: string, ask: MetricAsk): Promise<Part[]> {
	const rows = await listAll(caller, listTopicsDetailed(id), topicDetailPages);
	const objects = rows.map(({ TopicId: topic }) => ({ instanceId: id, topicId: String(topic) }));
	const found: Array<Array<Measured | undefined>> = [];
	for (const [metric] of OF_TOPICS) found.push(await valuesOf(at, caller, metric, objects, ask));
	return rows.map(({ TopicName: name }, index) => ({
		name: String(name),
		series: OF_TOPICS.flatMap(([, direction], which): Series[] => {
			const measured = found[which][index];
			return measured ? [{ direction, source: 'metrics', ...measured }] : [];
		}),
	}));
}

/** What a subscription to a topic is told apart by, for the dimensions of a metric. */
function objectsOf(
	instanceId: string,
	group: string,
	subscription: IDataObject,
	names: string[],
): Dimensions[] {
	const partitions = Array.isArray(subscription.Partition) ? subscription.Partition : [];
	const known: Record<string, string> = {
		consumergroup: group,
		instanceid: instanceId,
		topicid: String(subscription.TopicId),
		topicname: String(subscription.TopicName),
	};
	const isByPartition = names.some((name) => name.toLowerCase() === 'partition');
	const each = isByPartition
		? partitions.map((partition) => ({ partition: String(partition) }))
		: [{}];
	return each.map((more) => {
		const values: Record<string, string | undefined> = { ...known, ...more };
		return Object.fromEntries(names.map((name) => [name, values[name.toLowerCase()] ?? '']));
	});
}

/** What several subscriptions of a group consume together. */
function together(all: Array<Measured | undefined>): Series[] {
	const measured = all.filter((one) => one !== undefined);
	if (measured.length === 0) return [];
	const points = new Map<number, number>();
	for (const [start, value] of measured.flatMap((one) => [...one.points])) {
		points.set(start, (points.get(start) ?? 0) + value);
	}
	const [{ period }] = measured;
	return [{ direction: 'consumed', source: 'metrics', period, points: [...points] }];
}

const signsOf = (hasMembers: boolean | null): ServiceSigns => ({
	producing: null,
	consuming: hasMembers,
	lastProducedAt: null,
	requests: 0,
});

/** The fewest names that a group's metric has values for. */
const fewest = (sets: string[][]): string[] =>
	sets.reduce((least, set) => (set.length < least.length ? set : least), sets[0] ?? []);

async function groups(at: Connection, caller: Caller, id: string, ask: MetricAsk): Promise<Part[]> {
	const members = await membersOf(caller, id);
	const rows = await listAll(caller, listSubscriptions(id), subscriptionPages);
	const subscribed = new Map(
		rows.map(({ ConsumerGroupName: name, SubscribedInfo: list }) => [
			String(name),
			Array.isArray(list) ? (list as IDataObject[]) : [],
		]),
	);
	const names = fewest((await dimensionsOf(at, caller, OF_GROUPS)) ?? []);
	const objects = [...subscribed].flatMap(([group, list]) =>
		names.length === 0
			? []
			: list.flatMap((one) =>
					objectsOf(id, group, one, names).map((object) => ({ group, object })),
				),
	);
	const found = await valuesOf(
		at,
		caller,
		OF_GROUPS,
		objects.map(({ object }) => object),
		ask,
	);
	const all = new Set([...members.keys(), ...subscribed.keys()]);
	return [...all].map((name) => ({
		name,
		series: together(found.filter((_, index) => objects[index].group === name)),
		signs: signsOf(members.get(name) ?? null),
	}));
}

/**
 * Topics or consumer groups of an instance, each with its traffic; a group also with whether it has members.
 *
 * @throws {Failure} Also where 200 requests do not suffice
 */
export async function parts(
	at: Connection,
	{ id }: VendorRecord,
	detail: 'topics' | 'groups',
	ask: MetricAsk,
): Promise<Part[]> {
	const caller = countingCaller(at, MOST_REQUESTS);
	const read = detail === 'topics' ? topics : groups;
	return (await read(at, caller, id, ask)).filter(({ name }) => nameOf(name) !== undefined);
}
