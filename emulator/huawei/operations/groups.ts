import { empty, json, text } from '../../http/answer';
import { refuse } from '../answers/errors';
import { groupRecord, stateOf } from '../answers/groupRecord';
import type { Group } from '../model/contents';
import { newGroup } from '../model/defaults';
import type { Instance } from '../model/instance';
import { arrives, leaves, listed } from '../model/listing';
import { coordinatorOf, progressOf } from '../model/progress';
import { page, pageNumber } from '../requests/checks';
import type { Context, Handler, OperationRequest } from '../requests/context';
import { groupOf } from '../requests/find';

const DEFAULT_PAGE = 10;
const MAX_PAGE = 50;

/** Creates a consumer group (5.5.4). The answer is the bare word, which is not JSON. */
export const CreateKafkaConsumerGroup: Handler = (request, context) => {
	const { group_name, group_desc = '' } = request.body as Record<string, string>;
	const instance = context.runningInstance();
	if (group_name === '') refuse('DMS.00400062', 'group_name is empty.');
	if (instance.groups.some((group) => group.name === group_name)) refuse('DMS.40050015');
	const group = newGroup({ name: group_name, description: group_desc, createdAt: context.now });
	instance.groups.push(group);
	arrives(instance, 'groups', group, context.now);
	return text(200, 'success');
};

/** Changes the description of a group, and nothing else. */
export const UpdateInstanceConsumerGroup: Handler = (request, context) => {
	const { group_desc } = request.body as { group_desc?: string };
	const group = groupOf(context.runningInstance(), request.path.group);
	group.description = group_desc ?? group.description;
	return empty();
};

/** Consumer groups of an instance (5.5.2). */
export const ListInstanceConsumerGroups: Handler = (request, context) => {
	const { offset, limit, group: keyword = '' } = request.query as Record<string, string>;
	const instance = context.instance();
	const all = listed(instance, 'groups', context.now);
	const found = all.filter((group) => group.name.includes(keyword));
	const start = pageNumber('offset', offset, 0, [0, Number.MAX_SAFE_INTEGER]);
	const size = pageNumber('limit', limit, DEFAULT_PAGE, [1, MAX_PAGE]);
	const groups = page(found, start, size, 'DMS.40050010').map((group) => ({
		createdAt: group.createdAt,
		group_id: group.name,
		state: stateOf(group),
		coordinator_id: coordinatorOf(instance, group),
		group_desc: group.description || null,
		lag: progressOf(instance, group).reduce((sum, { lag }) => sum + lag, 0),
	}));
	return json(200, { groups, total: found.length });
};

/** The group of the path; none where the service tells of a missing one by its state. */
function shownGroup(
	{ path: { group: name } }: OperationRequest,
	{ state }: Context,
	instance: Instance,
): Group | undefined {
	if (state.rules.missingGroup === 'refused') return groupOf(instance, name);
	return instance.groups.find((group) => group.name === name);
}

/** What the service tells of a group that does not exist (terraform-provider-huaweicloud #8552). */
const dead = (group_id: string) =>
	json(200, {
		group: {
			group_id,
			state: 'DEAD',
			coordinator_id: 0,
			group_message_offsets: [],
			assignment_strategy: '',
			members: [],
		},
	});

/** One group with consumers, what is assigned to them, and offsets (5.5.1). */
export const ShowGroups: Handler = (request, context) => {
	const instance = context.managedInstance();
	const group = shownGroup(request, context, instance);
	if (!group) return dead(request.path.group);
	const members = group.members.map((member) => ({
		host: member.host,
		assignment: member.assignment,
		member_id: member.memberId,
		client_id: member.clientId,
	}));
	return json(200, { group: { ...groupRecord(instance, group), members } });
};

/** One group with consumers and offsets (5.5.7). */
export const ListInstanceConsumerGroup: Handler = (request, context) => {
	const instance = context.instance();
	const group = shownGroup(request, context, instance);
	if (!group) return dead(request.path.group);
	const members = group.members.map((member) => ({
		host: member.host,
		member_id: member.memberId,
		client_id: member.clientId,
	}));
	return json(200, { group: { ...groupRecord(instance, group), members } });
};

/** Consumers of a group (5.5.11); `host` and `member_id` match a part. */
export const ListInstanceConsumerGroupMembers: Handler = (request, context) => {
	const { host = '', member_id = '' } = request.query as Record<string, string>;
	const { offset = 0, limit = DEFAULT_PAGE } = request.query as Record<string, number>;
	const found = groupOf(context.instance(), request.path.group).members.filter(
		(member) => member.host.includes(host) && member.memberId.includes(member_id),
	);
	const members = page(found, offset, limit, 'DMS.40050010').map((member) => ({
		member_id: member.memberId,
		client_id: member.clientId,
	}));
	return json(200, { members, total: found.length });
};

/** Deletes a group without consumers (5.5.8). */
export const DeleteInstanceConsumerGroup: Handler = (request, context) => {
	const instance = context.runningInstance();
	const group = groupOf(instance, request.path.group);
	if (group.members.length) refuse('DMS.00400062', `Group ${group.name} has consumers online.`);
	remove(instance, group, context.now);
	return empty(200);
};

function remove(instance: Instance, group: Group, now: number): void {
	instance.groups = instance.groups.filter((other) => other !== group);
	leaves(instance, 'groups', group, now);
}

/** Deletes groups (5.5.3). Always 200, with those that could not be deleted. */
export const BatchDeleteGroup: Handler = (request, context) => {
	const { group_ids } = request.body as { group_ids: string[] };
	const instance = context.runningInstance();
	const failed_groups: Array<{ group_id: string; error_message: string }> = [];
	for (const group_id of group_ids) {
		const group = instance.groups.find((candidate) => candidate.name === group_id);
		if (!group || group.members.length) {
			const error_message = group ? 'NON_EMPTY_GROUP' : 'GROUP_ID_NOT_FOUND';
			failed_groups.push({ group_id, error_message });
			continue;
		}
		remove(instance, group, context.now);
	}
	return json(200, { failed_groups, total: failed_groups.length });
};
