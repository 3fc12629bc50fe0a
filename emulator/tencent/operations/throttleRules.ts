import { refuse, refuseMissing, success } from '../answers/errors';
import { done } from '../answers/outcome';
import { timeText } from '../answers/time';
import type { ThrottleRule } from '../model/contents';
import type { Instance } from '../model/instance';
import { arrives, leaves, listed } from '../model/listing';
import { matches, page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';
import { groupOf, topicOf } from '../requests/find';

/** Rules of an instance (console document 597/133070). */
const QUOTA = 128;

interface CreateBody {
	InstanceId: string;
	ThrottleType: 1 | 2 | 3;
	GroupNameList?: string[];
	UserNameList?: string[];
	ClientIdList?: string[];
	TopicNameList?: string[];
	ConsumeThrottle?: number;
	ProduceThrottle?: number;
}

type Target = Pick<ThrottleRule, 'user' | 'client' | 'group' | 'topic'>;
const NOBODY: Target = { user: '', client: '', group: '', topic: '' };

/** What the rules of a request are for, one each. */
function targetsOf(instance: Instance, body: CreateBody): Target[] {
	const { GroupNameList, UserNameList, ClientIdList, TopicNameList } = body;
	switch (body.ThrottleType) {
		case 2:
			if (!GroupNameList?.length) refuseMissing('GroupNameList');
			return GroupNameList.map((group) => ({ ...NOBODY, group: groupOf(instance, group).name }));
		case 3:
			if (!TopicNameList?.length) refuseMissing('TopicNameList');
			return TopicNameList.map((topic) => ({ ...NOBODY, topic: topicOf(instance, topic).name }));
		default:
			if (!UserNameList?.length && !ClientIdList?.length) refuseMissing('UserNameList');
			return (UserNameList ?? ['']).flatMap((user) =>
				(ClientIdList ?? ['']).map((client) => ({ ...NOBODY, user, client })),
			);
	}
}

const isFor = (rule: ThrottleRule, type: number, target: Target) =>
	rule.type === type &&
	(['user', 'client', 'group', 'topic'] as const).every((name) => rule[name] === target[name]);

/** Creates a rule for each that is named; a second one for the same is refused. */
export const CreateThrottleRule: Handler = (request, context) => {
	const body = request.body as CreateBody;
	const { ThrottleType: type, ConsumeThrottle = null, ProduceThrottle = null } = body;
	const instance = context.idleInstance(body.InstanceId);
	if (ConsumeThrottle === null && ProduceThrottle === null) refuseMissing('ConsumeThrottle');
	const targets = targetsOf(instance, body);
	if (targets.some((target) => instance.throttleRules.some((rule) => isFor(rule, type, target)))) {
		refuse('InvalidParameterValue', 'A throttling rule for it already exists.');
	}
	if (instance.throttleRules.length + targets.length > QUOTA) {
		refuse('FailedOperation', `The instance may have ${QUOTA} throttling rules.`);
	}
	for (const target of targets) {
		const rule: ThrottleRule = {
			...target,
			id: context.state.nextNumber(),
			type,
			consume: ConsumeThrottle,
			produce: ProduceThrottle,
			updatedAt: context.now,
		};
		instance.throttleRules.push(rule);
		arrives(instance, 'throttleRules', rule, context.now);
	}
	return done(context.state, instance, request.operation);
};

interface ListBody extends Paging {
	InstanceId: string;
	SearchWord?: string;
	ThrottleDimension?: 1 | 2;
}

const TOPIC = 3;

/** The rules of topics, or else all others. */
export const DescribeThrottleRules: Handler = (request, context) => {
	const body = request.body as ListBody;
	const instance = context.workingInstance(body.InstanceId);
	const found = listed(instance, 'throttleRules', context.now)
		.filter(({ type }) => (type === TOPIC) === (body.ThrottleDimension === 2))
		.filter(({ user, client, group, topic }) =>
			[user, client, group, topic].some((name) => matches(name, body.SearchWord)),
		);
	const ThrottleRuleList = page(found, body, 20).map((rule) => record(instance, rule));
	return success({ Result: { TotalCount: found.length, ThrottleRuleList } });
};

/** As printed: without the type, and with the name of a group in the place of a client's. */
function record(instance: Instance, rule: ThrottleRule): Record<string, unknown> {
	const common = {
		ThrottleRuleId: rule.id,
		ConsumeThrottle: rule.consume ?? 0,
		UpdateTime: timeText(rule.updatedAt),
	};
	if (rule.type !== TOPIC) {
		return { ...common, ClientId: rule.client || rule.group, UserName: rule.user };
	}
	const id = instance.topics.find(({ name }) => name === rule.topic)?.id ?? '';
	return { ...common, ThrottleType: TOPIC, TopicName: rule.topic, TopicId: id };
}

function ruleOf(instance: Instance, id: number | string): ThrottleRule {
	const found = instance.throttleRules.find((rule) => String(rule.id) === String(id));
	return found ?? refuse('ResourceNotFound', `The throttling rule ${id} does not exist.`);
}

/** Changes the limit for consuming. */
export const ModifyThrottleRule: Handler = (request, context) => {
	const { InstanceId, ThrottleRuleId, ConsumeThrottle } = request.body as {
		InstanceId: string;
		ThrottleRuleId: number;
		ConsumeThrottle?: number;
	};
	const instance = context.idleInstance(InstanceId);
	const rule = ruleOf(instance, ThrottleRuleId);
	rule.consume = ConsumeThrottle ?? rule.consume;
	rule.updatedAt = context.now;
	return done(context.state, instance, request.operation);
};

/** Deletes a rule. */
export const DeleteThrottleRule: Handler = (request, context) => {
	const { InstanceId, ThrottleRuleId } = request.body as {
		InstanceId: string;
		ThrottleRuleId: string;
	};
	const instance = context.idleInstance(InstanceId);
	const rule = ruleOf(instance, ThrottleRuleId);
	instance.throttleRules = instance.throttleRules.filter((other) => other !== rule);
	leaves(instance, 'throttleRules', rule, context.now);
	return done(context.state, instance, request.operation);
};
