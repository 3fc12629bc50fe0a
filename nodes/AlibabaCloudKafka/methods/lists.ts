import type { IDataObject, INodeListSearchItems, INodePropertyOptions } from 'n8n-workflow';

import type { Pages } from '../../shared/contract/pages';
import type { ApiRequest } from '../../shared/contract/vendor';
import type { ListSource } from '../../shared/form/listSearch';
import { distinguishable } from '../../shared/form/listSearch';
import { listSome } from '../../shared/request/readList';
import { listInstances, listTopics } from '../api/requests';
import { instancePages, topicPages } from '../api/pages';
import { instanceStatus } from '../api/status';

/** What list searches and option loaders both offer, read from the API. */

/** An instance that was not deployed yet has its ID for a name, or none. */
const instanceEntry = (record: IDataObject): INodeListSearchItems => {
	const { InstanceId: id, Name: name } = record;
	return {
		name: `${name ? String(name) : String(id)} (${instanceStatus(record).status})`,
		value: String(id),
	};
};

/** All instances of the region. */
export const instances = async (source: ListSource): Promise<INodePropertyOptions[]> =>
	distinguishable((await listSome(source, listInstances(), instancePages)).map(instanceEntry));

/** The different names in a list. */
export async function names(
	source: ListSource,
	request: ApiRequest,
	pages: Pages,
	field: string,
): Promise<INodePropertyOptions[]> {
	const rows = await listSome(source, request, pages);
	const different = new Set(rows.map(({ [field]: name }) => String(name)));
	return [...different].map((name) => ({ name, value: name }));
}

/** Topics of the selected instance. */
export const topics = async (source: ListSource): Promise<INodePropertyOptions[]> =>
	await names(source, listTopics(source.instanceId), topicPages, 'Topic');
