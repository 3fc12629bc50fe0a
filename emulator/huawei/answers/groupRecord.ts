import type { Group } from '../model/contents';
import type { Instance } from '../model/instance';
import { coordinatorOf, progressOf } from '../model/progress';

/** The spelling of the document's examples. */
export const stateOf = (group: Group) => (group.members.length ? 'STABLE' : 'EMPTY');

/** The group as ShowGroups and ListInstanceConsumerGroup print it, without its consumers. */
export function groupRecord(instance: Instance, group: Group): Record<string, unknown> {
	return {
		group_id: group.name,
		state: stateOf(group),
		coordinator_id: coordinatorOf(instance, group),
		group_message_offsets: progressOf(instance, group).map((progress) => ({
			partition: progress.partition,
			lag: progress.lag,
			topic: progress.topic,
			message_current_offset: progress.current,
			message_log_end_offset: progress.end,
		})),
		assignment_strategy: group.members.length ? 'range' : '',
	};
}
