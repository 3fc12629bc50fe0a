import type { IDataObject, INodeListSearchItems, INodePropertyOptions } from 'n8n-workflow';

import { listIn } from '../../shared/contract/pages';
import type { ListSource } from '../../shared/form/listSearch';
import { MOST_ENTRIES, distinguishable, sorted } from '../../shared/form/listSearch';
import { listSome } from '../../shared/request/readList';
import { textIn } from '../api/failedParts';
import { isKafka } from '../api/records';
import {
	listGroups,
	listInstances,
	listRecycled,
	listReports,
	listTopics,
	listUsers,
} from '../api/requests';
import { groupPages, instancePages, recyclePages, reportPages, topicPages } from '../api/pages';
import { statusText } from '../api/status';

/** What list searches and option loaders both offer, read from the API. */

const instanceEntry = ({ name, status, instance_id: id }: IDataObject): INodeListSearchItems => ({
	name: `${textIn(name) ?? String(id)} (${statusText(status)})`,
	value: String(id),
});

/** Instances whose name contains the filter. */
export async function instances(
	source: ListSource,
	filter?: string,
): Promise<INodePropertyOptions[]> {
	const request = listInstances(filter ? { name: filter } : {});
	const rows = await listSome(source, request, instancePages, MOST_ENTRIES);
	return distinguishable(rows.map(instanceEntry));
}

/** Kafka instances in the recycle bin, which all engines share. */
export async function recycledInstances(source: ListSource): Promise<INodePropertyOptions[]> {
	const rows = recyclePages.rows(await source.call(listRecycled())).filter(isKafka);
	return distinguishable(rows.map(instanceEntry));
}

const named = (name: unknown): INodePropertyOptions => ({
	name: String(name),
	value: String(name),
});

/** Topics of the selected instance. */
export async function topics(source: ListSource): Promise<INodePropertyOptions[]> {
	const rows = await listSome(source, listTopics(source.instanceId), topicPages);
	return sorted(rows.map(({ name }) => named(name)));
}

/** Consumer groups of the selected instance whose name contains the filter. */
export async function groups(source: ListSource, filter?: string): Promise<INodePropertyOptions[]> {
	const request = listGroups(source.instanceId, filter);
	const rows = await listSome(source, request, groupPages, MOST_ENTRIES);
	return sorted(
		rows.map(({ group_id: id, state }) => ({
			name: `${String(id)} (${(textIn(state) ?? 'unknown').toLowerCase()})`,
			value: String(id),
		})),
	);
}

/** SASL users of the selected instance. */
export async function users(source: ListSource): Promise<INodePropertyOptions[]> {
	const rows = listIn(await source.call(listUsers(source.instanceId)), 'users');
	return sorted(rows.map(({ user_name: name }) => named(name)));
}

/** Diagnoses of the selected instance: "orders-service, orders.created (finished)". */
export async function reports(source: ListSource): Promise<INodePropertyOptions[]> {
	const rows = await listSome(source, listReports(source.instanceId), reportPages, MOST_ENTRIES);
	return distinguishable(
		rows.map(({ report_id: id, group_name: group, topic_name: topic, status }) => ({
			name: `${[group, topic].map((one) => textIn(one) ?? '?').join(', ')} (${textIn(status) ?? 'unknown'})`,
			value: String(id),
		})),
	);
}
