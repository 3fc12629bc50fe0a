import type { IDataObject } from 'n8n-workflow';

import { listIn } from '../../shared/contract/pages';
import type { VendorRecord } from '../../shared/fleet/record';
import type { ServiceSigns } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import type { Caller } from '../../shared/request/readList';
import { listAll } from '../../shared/request/readList';
import { groupPages, resultList, topicPages } from '../api/pages';
import { nameOf } from '../api/records';
import { listGroups, listProducers, listTopics, showGroups } from '../api/requests';
import { countingCaller } from './caller';

/** Signs of traffic that CKafka itself shows, where Monitor says nothing. */

/** Requests that one instance is worth. */
const MOST_REQUESTS = 200;

/** Groups whose states are asked for at once: no limit is documented. */
const GROUPS_AT_ONCE = 50;

/** States without a member. */
const WITHOUT_MEMBERS: ReadonlySet<string> = new Set(['dead', 'empty']);

/**
 * Whether consumer groups have members, by name; `null` where their state was not told.
 *
 * @throws {Failure}
 */
export async function membersOf(caller: Caller, id: string): Promise<Map<string, boolean | null>> {
	const groups = await listAll(caller, listGroups(id), groupPages);
	const names = groups.flatMap(({ Group: name }) => nameOf(name) ?? []);
	const found = new Map<string, boolean | null>(names.map((name) => [name, null]));
	for (let start = 0; start < names.length; start += GROUPS_AT_ONCE) {
		const some = names.slice(start, start + GROUPS_AT_ONCE);
		const told = listIn(await caller.call(showGroups(id, some)), 'Result');
		for (const { Group: name, State: state } of told) {
			const word = nameOf(state)?.toLowerCase();
			if (word !== undefined) found.set(String(name), !WITHOUT_MEMBERS.has(word));
		}
	}
	return found;
}

/** True where one is; else false only where all are told. */
function any(values: Iterable<boolean | null>): boolean | null {
	const all = [...values];
	if (all.includes(true)) return true;
	return all.includes(null) ? null : false;
}

async function isProducing(caller: Caller, id: string): Promise<boolean> {
	const topics: IDataObject[] = await listAll(caller, listTopics(id), topicPages);
	for (const { TopicName: topic } of topics) {
		const producers = resultList(await caller.call(listProducers(id, topic)));
		if (producers.length > 0) return true;
	}
	return false;
}

/**
 * Whether any consumer group of an instance has members, and if none has, whether any producer is connected.
 *
 * @throws {Failure} Also where 200 requests do not suffice
 */
export async function services(at: Connection, { id }: VendorRecord): Promise<ServiceSigns> {
	const caller = countingCaller(at, MOST_REQUESTS);
	const consuming = any((await membersOf(caller, id)).values());
	const producing = consuming === true ? null : await isProducing(caller, id);
	return { producing, consuming, lastProducedAt: null, requests: caller.count };
}
