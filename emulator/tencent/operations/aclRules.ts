import { aclRuleRecord } from '../answers/aclRuleRecord';
import { refuse, refuseMissing, success } from '../answers/errors';
import type { AclRule, AclRuleEntry } from '../model/contents';
import { arrives, leaves, listed } from '../model/listing';
import { checkFilled, checkFree, checkHost, checkUser } from '../requests/checks';
import type { Handler } from '../requests/context';

interface CreateBody {
	InstanceId: string;
	PatternType: AclRule['patternType'];
	RuleName: string;
	RuleList: AclRuleEntry[];
	Pattern?: string;
	IsApplied?: number;
	Comment?: string;
}

/** Creates a rule for topics of a prefix, or a preset policy; its key comes back. */
export const CreateAclRule: Handler = (request, context) => {
	const body = request.body as CreateBody;
	const instance = context.runningInstance(body.InstanceId);
	checkFilled('RuleName', body.RuleName);
	if (body.PatternType === 'PREFIXED' && !body.Pattern) refuseMissing('Pattern');
	for (const { Host, Principal } of body.RuleList) {
		checkHost('RuleList.Host', Host);
		checkUser(instance, Principal);
	}
	checkFree('ACL rule', body.RuleName, instance.aclRules);
	const rule: AclRule = {
		id: context.state.nextNumber(),
		name: body.RuleName,
		patternType: body.PatternType,
		pattern: body.Pattern ?? '',
		entries: body.RuleList,
		applied: body.IsApplied === 1,
		comment: body.Comment ?? '',
		createdAt: context.now,
	};
	instance.aclRules.push(rule);
	arrives(instance, 'aclRules', rule, context.now);
	return success({ Result: rule.id });
};

interface ListBody {
	InstanceId: string;
	RuleName?: string;
	PatternType?: AclRule['patternType'];
	IsSimplified?: boolean;
}

/** Rules, in short form without their permissions. */
export const DescribeAclRule: Handler = (request, context) => {
	const { InstanceId, RuleName, PatternType, IsSimplified } = request.body as ListBody;
	const instance = context.workingInstance(InstanceId);
	const found = listed(instance, 'aclRules', context.now)
		.filter((rule) => !RuleName || rule.name === RuleName)
		.filter((rule) => !PatternType || rule.patternType === PatternType);
	const AclRuleList = found.map((rule) => {
		const { AclList, ...brief } = aclRuleRecord(instance, rule);
		return IsSimplified ? brief : { ...brief, AclList };
	});
	return success({ Result: { TotalCount: found.length, AclRuleList } });
};

/** Deletes a rule, also from the topics that have it. */
export const DeleteAclRule: Handler = (request, context) => {
	const { InstanceId, RuleName } = request.body as { InstanceId: string; RuleName: string };
	const instance = context.runningInstance(InstanceId);
	const rule = instance.aclRules.find(({ name }) => name === RuleName);
	if (!rule) refuse('ResourceNotFound', `The ACL rule ${RuleName} does not exist.`);
	instance.aclRules = instance.aclRules.filter((other) => other !== rule);
	leaves(instance, 'aclRules', rule, context.now);
	for (const topic of instance.topics) {
		if (topic.aclRule === RuleName) topic.aclRule = '';
	}
	return success({ Result: rule.id });
};

/** Changes whether a preset rule is given to new topics; left out, it is not. */
export const ModifyAclRule: Handler = (request, context) => {
	const {
		InstanceId,
		RuleName,
		IsApplied = 0,
	} = request.body as {
		InstanceId: string;
		RuleName: string;
		IsApplied?: number;
	};
	const instance = context.runningInstance(InstanceId);
	const rule = instance.aclRules.find(({ name }) => name === RuleName);
	if (!rule) refuse('InvalidParameterValue', `The ACL rule ${RuleName} does not exist.`);
	if (rule.patternType !== 'PRESET')
		refuse('InvalidParameter', 'Only preset rules can be changed.');
	rule.applied = IsApplied === 1;
	return success({ Result: rule.id });
};
