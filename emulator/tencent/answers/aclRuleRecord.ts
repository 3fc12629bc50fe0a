import type { AclRule, Instance, Topic } from '../model/instance';
import { timeText } from './time';

const TITLES = { PREFIXED: 'Prefix match', PRESET: 'Preset policy' };

/** Topics a rule applies to: those of the prefix, or those the preset policy was given to. */
export function topicsOf(instance: Instance, rule: AclRule): Topic[] {
	return instance.topics.filter((topic) =>
		rule.patternType === 'PREFIXED'
			? topic.name.startsWith(rule.pattern)
			: topic.aclRule === rule.name,
	);
}

/** The rule as DescribeAclRule and DescribeTopicAttributes print it. */
export function aclRuleRecord(instance: Instance, rule: AclRule): Record<string, unknown> {
	const topics = topicsOf(instance, rule);
	return {
		RuleName: rule.name,
		InstanceId: instance.id,
		PatternType: rule.patternType,
		Pattern: rule.pattern,
		ResourceType: 'Topic',
		AclList: JSON.stringify(rule.entries),
		CreateTimeStamp: timeText(rule.createdAt),
		IsApplied: rule.applied ? 1 : 0,
		UpdateTimeStamp: timeText(rule.createdAt),
		Comment: rule.comment,
		TopicName: topics[0]?.name ?? '',
		TopicCount: topics.length,
		PatternTypeTitle: TITLES[rule.patternType],
	};
}
