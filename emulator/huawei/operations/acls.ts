import { empty, json } from '../../http/answer';
import type { AccessPolicy } from '../model/contents';
import type { Instance } from '../model/instance';
import { secured } from '../requests/checks';
import type { Handler } from '../requests/context';
import { topicOf } from '../requests/find';
import { startJob } from '../requests/jobs';

const POLICY_TASK = 'updateTopicPolicies';

/** Permissions of a topic (5.6.5). */
export const ShowTopicAccessPolicy: Handler = (request, context) => {
	const instance = secured(context.instance());
	const topic = topicOf(instance, request.path.topic_name);
	const policies = Object.entries(topic.policies).map(([user_name, access_policy]) => ({
		owner: false,
		user_name,
		access_policy,
	}));
	return json(200, { name: topic.name, topic_type: topic.type, policies });
};

interface PolicyBody {
	topics: Array<{
		name: string;
		policies: Array<{ user_name: string; access_policy: AccessPolicy }>;
	}>;
}

/**
 * Sets permissions of topics (5.6.6) in a background task. The users named replace those a topic
 * had, an empty list takes them all away; a topic or user that does not exist makes the task FAILED.
 */
export const UpdateTopicAccessPolicy: Handler = (request, context) => {
	const { topics } = request.body as PolicyBody;
	const instance = secured(context.runningInstance());
	const task = { name: POLICY_TASK, params: { topics } };
	const job_id = startJob(context, instance, task, () => apply(instance, topics));
	return context.state.rules.permissionChange === 'silent' ? empty() : json(200, { job_id });
};

function apply(instance: Instance, topics: PolicyBody['topics']): boolean {
	const knows = (user: string) => instance.users.some((candidate) => candidate.name === user);
	const found = topics.map(({ name }) => instance.topics.find((topic) => topic.name === name));
	const usersKnown = topics.every((t) => t.policies.every((p) => knows(p.user_name)));
	if (found.includes(undefined) || !usersKnown) return false;
	for (const [i, { policies }] of topics.entries()) {
		const entries = policies.map((p) => [p.user_name, p.access_policy] as const);
		if (found[i]) found[i].policies = Object.fromEntries(entries);
	}
	return true;
}
