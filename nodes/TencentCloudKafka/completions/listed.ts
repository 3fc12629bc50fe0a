import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../shared/contract/completion';
import { findAclRule, findGroup, findUser } from '../api/find';
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
