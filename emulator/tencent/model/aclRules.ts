import type { AclRule, Topic } from './contents';
import type { Instance } from './instance';

/** Topics a rule applies to: those of the prefix, or those the preset policy was given to. */
export function topicsOf(instance: Instance, rule: AclRule): Topic[] {
	return instance.topics.filter((topic) =>
		rule.patternType === 'PREFIXED'
			? topic.name.startsWith(rule.pattern)
			: topic.aclRule === rule.name,
	);
}
