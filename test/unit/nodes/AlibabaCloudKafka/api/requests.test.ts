/** What is looked up by its exact name, as creates look for what is there already. */
import { aclsLike } from '../../../../../nodes/AlibabaCloudKafka/api/acls';
import {
	groupsNamed,
	topicsNamed,
	usersLike,
} from '../../../../../nodes/AlibabaCloudKafka/api/requests';
import type { ApiRequest } from '../../../../../nodes/shared/contract/vendor';

/** A caller that gets this answer, and what it asked for. */
function answering(answer: object) {
	const requests: ApiRequest[] = [];
	return {
		requests,
		call: async (request: ApiRequest) => {
			requests.push(request);
			return answer as never;
		},
	};
}

test('a topic is found by its name, not by the beginning of it', async () => {
	const caller = answering({
		Total: 2,
		TopicList: { TopicVO: [{ Topic: 'orders' }, { Topic: 'orders-2' }] },
	});
	await expect(topicsNamed(caller, 'i-1', 'orders')).resolves.toEqual([{ Topic: 'orders' }]);
	expect(caller.requests).toMatchObject([
		{ api: 'GetTopicList', effect: 'read', body: { InstanceId: 'i-1', Topic: 'orders' } },
	]);
});

test('a consumer group is found by its name, with its tags as a plain list', async () => {
	const caller = answering({
		ConsumerList: [{ ConsumerId: 'a', Tags: { TagVO: [{ Key: 'k' }] } }, { ConsumerId: 'ab' }],
	});
	await expect(groupsNamed(caller, 'i-1', 'a')).resolves.toEqual([
		{ ConsumerId: 'a', Tags: [{ Key: 'k' }] },
	]);
});

describe('a SASL user is found by name and type', () => {
	const users = {
		SaslUserList: {
			SaslUserVO: [
				{ Username: 'a', Password: 'secret' },
				{ Username: 'a', Type: 'SCRAM' },
				{ Username: 'b', Type: 'PLAIN' },
			],
		},
	};

	test.each([
		[
			'where one without a type is a plain one',
			{ Username: 'a', Type: 'plain' },
			{ Username: 'a' },
		],
		[
			'and one without a type is what is wanted without a type',
			{ Username: 'a' },
			{ Username: 'a' },
		],
		[
			'where the same name with another type is another user',
			{ Username: 'a', Type: 'scram' },
			{ Username: 'a', Type: 'scram' },
		],
		['in capitals or not', { Username: 'b', Type: 'plain' }, { Username: 'b', Type: 'plain' }],
	])('%s', async (_, wanted, found) => {
		await expect(usersLike(answering(users), { InstanceId: 'i-1', ...wanted })).resolves.toEqual([
			{ ...found, InstanceId: 'i-1' },
		]);
	});
});

test('an ACL entry is found by all of its parts, of which the API filters by all but the operation', async () => {
	const entry = {
		Username: 'a',
		AclResourceType: 'Topic',
		AclResourceName: 'orders',
		AclResourcePatternType: 'LITERAL',
		AclOperationType: 'Read',
	};
	const caller = answering({
		KafkaAclList: [entry, { ...entry, AclOperationType: 'Write' }],
	});
	await expect(aclsLike(caller, { InstanceId: 'i-1', ...entry })).resolves.toEqual([
		{ ...entry, InstanceId: 'i-1' },
	]);
	const { AclOperationType: _, ...filter } = entry;
	expect(caller.requests.map(({ body }) => body)).toEqual([{ ...filter, InstanceId: 'i-1' }]);
});
