import { topicsOf } from '../model/aclRules';
import type { AclRule, AclRuleEntry } from '../model/contents';
import type { Instance } from '../model/instance';
import { wordyTime } from './time';

const TITLES = { PREFIXED: 'Prefix match', PRESET: 'Preset policy' };

/** Its keys begin with small letters. */
const printed = ({ Host, Operation, PermissionType, Principal }: AclRuleEntry) => ({
	host: Host,
	operation: Operation,
	permissionType: PermissionType,
	principal: Principal,
});

/** The rule as DescribeAclRule and DescribeTopicAttributes print it. */
export function aclRuleRecord(instance: Instance, rule: AclRule): Record<string, unknown> {
	const topics = topicsOf(instance, rule);
	return {
		RuleName: rule.name,
		InstanceId: instance.id,
		PatternType: rule.patternType,
		Pattern: rule.pattern,
		ResourceType: 'Topic',
		AclList: JSON.stringify(rule.entries.map(printed)),
		CreateTimeStamp: wordyTime(rule.createdAt),
		IsApplied: rule.applied ? 1 : 0,
		UpdateTimeStamp: wordyTime(rule.createdAt),
		Comment: rule.comment,
		TopicName: topics[0]?.name ?? '',
		TopicCount: topics.length,
		PatternTypeTitle: TITLES[rule.patternType],
	};
}
