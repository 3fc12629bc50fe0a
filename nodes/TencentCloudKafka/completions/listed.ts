import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../shared/contract/completion';
import { listAll } from '../../shared/request/readList';
import { findAclRule, findGroup, findUser } from '../api/find';
import { offsetPages, resultList } from '../api/pages';
import { listOffsets, listPrometheus } from '../api/requests';
import { appears, disappears } from './observations';

/** When what has no status of its own is created and deleted: by its list, which lags behind. */

type Named = (json: IDataObject) => string;

const group: Named = ({ Group: name }) => `consumer group ${String(name)}`;
const user: Named = ({ Name: name }) => `user ${String(name)}`;
const rule: Named = ({ RuleName: name }) => `ACL rule ${String(name)}`;

export const groupListed = appears(
	async (item, { InstanceId, Group }) => (await findGroup(item, InstanceId, Group)) !== undefined,
	group,
);

export const groupGone = disappears(
	async (item, { InstanceId, Group }) => (await findGroup(item, InstanceId, Group)) !== undefined,
	group,
);

/** Offsets of a group in a topic. */
export const offsetsGone = disappears(
	async (item, { InstanceId, Group, Topic }) =>
		(await listAll(item, listOffsets(InstanceId, Group), offsetPages)).some(
			(row) => row.Topic === Topic,
		),
	({ Group, Topic }) => `offsets of consumer group ${String(Group)} in topic ${String(Topic)}`,
);

/** Addresses that Prometheus can scrape in a network. */
export const prometheusListed = appears(
	async (item, { InstanceId, VpcId, SubnetId }) =>
		resultList(await item.call(listPrometheus(InstanceId))).some(
			(row) => row.VpcId === VpcId && row.SubnetId === SubnetId,
		),
	({ InstanceId: id }) => `Prometheus addresses of instance ${String(id)}`,
);

export const userListed = appears(
	async (item, { InstanceId, Name }) => (await findUser(item, InstanceId, Name)) !== undefined,
	user,
);

/** Nothing is waited for where it was not deleted. */
export const userGone: Completion = {
	...disappears(
		async (item, { InstanceId, Name }) => (await findUser(item, InstanceId, Name)) !== undefined,
		user,
	),
	needed: ({ deleted }) => deleted !== false,
};

export const ruleGone = disappears(
	async (item, { InstanceId, RuleName }) =>
		(await findAclRule(item, InstanceId, RuleName)) !== undefined,
	rule,
);
