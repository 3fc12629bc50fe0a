import type { IDataObject } from 'n8n-workflow';

import type { OperationContext } from '../../shared/contract/context';
import { listAll } from '../../shared/request/readList';
import { throttlingRulePages } from './pages';
import { listThrottlingRules } from './requests';

/** Throttling rules: of topics, and of users, clients, and consumer groups, which are two lists. */

/** The lists, as ThrottleDimension names them. */
export const DIMENSIONS = { others: 1, topics: 2 } as const;

/** Which rules are of topics, as ThrottleType names them. */
export const TYPES = { client: 1, group: 2, topic: 3 } as const;

/** All rules of one list, whole. */
export const rulesIn = async (
	item: OperationContext,
	instanceId: unknown,
	dimension: number,
): Promise<IDataObject[]> =>
	await listAll(
		item,
		listThrottlingRules(instanceId, { ThrottleDimension: dimension }),
		throttlingRulePages,
	);

const texts = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);

const blank = (value: unknown) => (value === null || value === undefined ? '' : String(value));

/** What a rule is for, which is its only name: a second rule for the same is refused. */
export interface Target {
	/** In words, such as "orders.created" or "user reports, client r-1". */
	Target: string;
	/** The same in the names of the API. */
	names: IDataObject;
	/** Whether a listed rule is for it. */
	isOf: (rule: IDataObject) => boolean;
}

/** What a rule of a type is for, by the names in a rule of this node's. */
export function targetOf(type: unknown, names: IDataObject): Target {
	const target = targetByNames(type, names);
	return { ...target, isOf: (rule) => isOfType(rule, type) && target.isOf(rule) };
}

function targetByNames(type: unknown, names: IDataObject): Target {
	const [topic, group, user, client] = [
		names.TopicName,
		names.GroupName,
		names.UserName,
		names.ClientId,
	].map(blank);
	switch (Number(type)) {
		case TYPES.topic:
			return {
				Target: topic,
				names: { TopicName: topic },
				isOf: ({ TopicName }) => blank(TopicName) === topic,
			};
		case TYPES.group:
			return {
				Target: group,
				names: { GroupName: group },
				// In the vendor's example, a rule of a group has the group's name as a client's.
				isOf: ({ GroupName, ClientId, UserName }) =>
					[GroupName, ClientId].map(blank).includes(group) && blank(UserName) === '',
			};
		default:
			return {
				Target: [user && `user ${user}`, client && `client ${client}`].filter(Boolean).join(', '),
				names: { ...(user && { UserName: user }), ...(client && { ClientId: client }) },
				isOf: ({ UserName, ClientId }) => blank(UserName) === user && blank(ClientId) === client,
			};
	}
}

/** Whether a rule can be of a type: the SDK has it in each rule, the vendor's example does not. */
const isOfType = ({ ThrottleType: told }: IDataObject, type: unknown): boolean =>
	blank(told) === '' || Number(told) === Number(type);

/**
 * What the rules of a request are for, one each: every topic, every group, or every user with every client, as
 * far as they are named.
 */
export function targetsOf(body: IDataObject): Target[] {
	const { ThrottleType: type, TopicNameList, GroupNameList, UserNameList, ClientIdList } = body;
	switch (Number(type)) {
		case TYPES.topic:
			return texts(TopicNameList).map((TopicName) => targetOf(type, { TopicName }));
		case TYPES.group:
			return texts(GroupNameList).map((GroupName) => targetOf(type, { GroupName }));
		default: {
			const clients = ClientIdList === undefined ? [''] : texts(ClientIdList);
			const users = UserNameList === undefined ? [''] : texts(UserNameList);
			return users.flatMap((UserName) =>
				clients.map((ClientId) => targetOf(type, { UserName, ClientId })),
			);
		}
	}
}

/** The list that rules of a type are in. */
export const dimensionOf = (type: unknown): number =>
	Number(type) === TYPES.topic ? DIMENSIONS.topics : DIMENSIONS.others;

/** Rules for what a request names, as they are listed, each with what it is for in words. */
export async function rulesFor(item: OperationContext, body: IDataObject): Promise<IDataObject[]> {
	const { InstanceId, ThrottleType } = body;
	const targets = targetsOf(body);
	const rules = await rulesIn(item, InstanceId, dimensionOf(ThrottleType));
	return rules.flatMap((rule) =>
		targets
			.filter(({ isOf }) => isOf(rule))
			.map(({ Target, names: own }) => ({ ...rule, InstanceId, ThrottleType, Target, ...own })),
	);
}
