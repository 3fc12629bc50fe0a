import type { Completion } from '../../shared/contract/completion';
import { persisted } from '../../shared/contract/completion';
import { showInstance } from '../api/requests';
import { last } from './sights';
import { taskNamed } from './task';

/** Looks without a task after which the setting itself is believed: setting what is set starts none. */
const LOOKS_WITHOUT_TASK = 6;

const task = taskNamed('modifyAutoTopic');

/** The switch for automatic topics, which is done by a background task without an ID in the answer. */
export const autoTopicSet: Completion = {
	...task,
	observe: async (item, json, mark) => {
		const sight = await task.observe(item, json, mark);
		if (sight.record) return sight;
		const { status, enable_auto_topic } = await item.call(showInstance(json.instance_id));
		return { status: String(status), kind: 'pending', record: { enable_auto_topic } };
	},
	isReached: (sights, { enable_auto_topic: wanted }) => {
		const { kind, record } = last(sights);
		const isSet = kind === 'pending' && record?.enable_auto_topic === wanted;
		return kind === 'ready' || (isSet && persisted(sights, LOOKS_WITHOUT_TASK, autoTopicSet.every));
	},
};
