import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../../shared/request/connection';
import { call } from '../../shared/request/call';
import { Failure } from '../../shared/contract/failure';
import type { InstanceView } from '../../shared/trigger/instanceEvents';
import { readList } from '../../shared/request/readList';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { Watched } from '../../shared/trigger/compare';
import { noSuchInstance } from '../api/decode';
import { instancesOf, topicPages } from '../api/pages';
import { described } from '../api/records';
import { listInstances, listTopics } from '../api/requests';
import { instanceStatus, instanceStatusKind } from '../api/status';

/** How the trigger sees instances and topics. */

/** Topics of an instance that are watched at most: all their names are kept. */
const MOST_TOPICS = 5000;

const NEXT_POLL = 'Nothing was emitted or lost: the next poll reads it again.';

const unreadable = (what: string) =>
	new Failure('broken', `the list could not be read: ${what}`, { advice: NEXT_POLL });

/** Whether a field is there at all; `0` is a status. */
const has = (value: unknown) => value !== undefined && value !== null && value !== '';

function watchedInstance(record: IDataObject): Watched {
	const { InstanceId: id, Name: name, ServiceStatus, ViewInstanceStatusCode } = record ?? {};
	if (!has(id) || !(has(ServiceStatus) || has(ViewInstanceStatusCode))) {
		throw unreadable('an instance has no ID or status');
	}
	return {
		id: String(id),
		// One that was not deployed yet may have no name.
		name: String(has(name) ? name : id),
		status: instanceStatus(record).status,
		record,
	};
}

/** Every instance of the account and region: the list has no pages. */
const readInstances = async (connection: Connection): Promise<Watched[]> =>
	instancesOf(await call(connection, listInstances())).map(watchedInstance);

/**
 * One instance.
 *
 * @throws {Failure} Also when there is no such instance
 */
export async function readInstance(connection: Connection, id: string): Promise<Watched> {
	const listed = instancesOf(await call(connection, listInstances({ InstanceId: [id] })));
	const record = listed.find(({ InstanceId }) => InstanceId === id);
	if (record) return watchedInstance(record);
	throw noSuchInstance(id);
}

/**
 * `PaidType` of what is paid by use, serverless included. Such an instance has an `ExpiredTime` too,
 * about ten years after its creation, which ends nothing.
 */
const PAID_BY_USE: readonly unknown[] = ['1', '3'];

/** Latest moment that a date can be, milliseconds. */
const END_OF_TIME = 8.64e15;

/** When the time that was paid for ends; `undefined` where none was. */
export function expiresAt({ PaidType, ExpiredTime }: IDataObject): number | undefined {
	const at = Number(ExpiredTime ?? NaN);
	return !PAID_BY_USE.includes(String(PaidType)) && at > 0 && at <= END_OF_TIME ? at : undefined;
}

export const instanceView: InstanceView = {
	all: readInstances,
	shown: described,
	kind: instanceStatusKind,
	earlier: { ready: 'deploying', other: 'running' },
	expiresAt,
};

/**
 * Topics of an instance, those that are being deleted among them.
 *
 * @param limit Most topics, for examples; by default all
 * @throws {Failure} Also when the list changed each time it was read
 */
export async function readTopics(
	connection: Connection,
	instanceId: string,
	limit = Infinity,
): Promise<IDataObject[]> {
	const page = async (request: ApiRequest) => {
		const body = await call(connection, request);
		if (!topicPages.rows(body).every(({ Topic }) => has(Topic))) {
			throw unreadable('a topic has no name');
		}
		if (!/^\d+$/.test(String(body.Total))) throw unreadable("'Total' is missing");
		if (Number(body.Total) > MOST_TOPICS && limit > MOST_TOPICS) throw tooMany(body.Total);
		return body;
	};
	const listed = await readList(page, listTopics(instanceId), topicPages, limit);
	if (listed.isSteady) return listed.some();
	throw new Failure('broken', 'the list of topics changed every time it was read', {
		advice: NEXT_POLL,
	});
}

const tooMany = (total: unknown) =>
	new Failure('refused', `the instance has ${String(total)} topics`, {
		advice: `At most ${MOST_TOPICS} can be watched. Remove the topic events, or select another instance.`,
	});
