import type { Completion } from '../../shared/contract/completion';
import { persisted, latest } from '../../shared/contract/completion';
import { showInstance } from '../api/requests';
import { taskNamed } from './task';

/** Looks without a task after which the setting itself is believed: setting what is set starts none. */
const CHECKS_WITHOUT_TASK = 6;

const task = taskNamed('modifyAutoTopic');

/** The switch for automatic topics, which is done by a background task without an ID in the answer. */
export const autoTopicSet: Completion = {
	...task,
	observe: async (item, json, mark) => {
		const observation = await task.observe(item, json, mark);
		if (observation.record) return observation;
		const { status, enable_auto_topic } = await item.call(showInstance(json.instance_id));
		return { status: String(status), kind: 'pending', record: { enable_auto_topic } };
	},
	isReached: (observations, { enable_auto_topic: wanted }) => {
		const { kind, record } = latest(observations);
		const isSet = kind === 'pending' && record?.enable_auto_topic === wanted;
		return (
			kind === 'ready' ||
			(isSet && persisted(observations, CHECKS_WITHOUT_TASK, autoTopicSet.every))
		);
	},
};
