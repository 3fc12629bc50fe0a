import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';

import type { ListSearch } from '../../shared/form/listSearch';
import { MOST_ENTRIES, containing } from '../../shared/form/listSearch';
import { searchOf } from '../../shared/form/lookups';
import { listSome } from '../../shared/request/readList';
import { textIn } from '../api/failedParts';
import {
	encryptionKeys,
	enterpriseProjects,
	securityGroups,
	subnets,
	subnetsOfAll,
	vpcs,
} from '../api/lookups';
import { listConnectorTasks, listScheduledTasks, listTasks } from '../api/requests';
import { connectorTaskPages, scheduledTaskPages, taskPages } from '../api/pages';
import { groups, instances, reports, topics, users } from './lists';

/** Instances whose name contains the filter. */
export const searchInstances: ListSearch = async (source, filter) => ({
	results: await instances(source, filter),
});

const searchTopics: ListSearch = async (source, filter) => ({
	results: (await topics(source)).filter(containing(filter)).slice(0, MOST_ENTRIES),
});

const searchGroups: ListSearch = async (source, filter) => ({
	results: await groups(source, filter),
});

const searchUsers: ListSearch = async (source, filter) => ({
	results: (await users(source)).filter(containing(filter)),
});

/** "kafkaConfigModify (executing, 2026-01-05T03:19:51.046Z)" */
const taskEntry = ({ id, name, status }: IDataObject, time: unknown): INodeListSearchItems => ({
	name: `${textIn(name) ?? String(id)} (${[(textIn(status) ?? 'unknown').toLowerCase(), textIn(time)].filter(Boolean).join(', ')})`,
	value: String(id),
});

/** Background tasks of the selected instance, the newest first. */
const searchTasks: ListSearch = async (source, filter) => {
	const rows = await listSome(source, listTasks(source.instanceId), taskPages, MOST_ENTRIES);
	const results = rows.map((row) => taskEntry(row, row.created_at));
	return { results: results.filter(containing(filter)) };
};

/** Scheduled tasks of the selected instance, with the time for which they are scheduled. */
const searchScheduledTasks: ListSearch = async (source, filter) => {
	const request = listScheduledTasks(source.instanceId);
	const rows = await listSome(source, request, scheduledTaskPages, MOST_ENTRIES);
	const results = rows.map((row) => taskEntry(row, row.schedule_at));
	return { results: results.filter(containing(filter)) };
};

/** Smart Connect tasks of the selected instance. */
const searchConnectorTasks: ListSearch = async (source, filter) => {
	const request = listConnectorTasks(source.instanceId);
	const rows = await listSome(source, request, connectorTaskPages, MOST_ENTRIES);
	const results = rows.map((row) => taskEntry({ ...row, name: row.task_name }, undefined));
	return { results: results.filter(containing(filter)) };
};

/** Diagnoses of the selected instance. */
const searchReports: ListSearch = async (source, filter) => ({
	results: (await reports(source)).filter(containing(filter)),
});

/** The list searches behind "From List" of the node's resource locators. */
export const listSearch = {
	searchInstances,
	searchTopics,
	searchTasks,
	searchScheduledTasks,
	searchConnectorTasks,
	searchReports,
	searchGroups,
	searchUsers,
	searchVpcs: searchOf(vpcs),
	searchSubnets: searchOf(subnets),
	searchAllSubnets: searchOf(subnetsOfAll),
	searchSecurityGroups: searchOf(securityGroups),
	searchKeys: searchOf(encryptionKeys),
	searchEnterpriseProjects: searchOf(enterpriseProjects),
};
