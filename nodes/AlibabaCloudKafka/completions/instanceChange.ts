import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../shared/contract/completion';
import { persisted, latest } from '../../shared/contract/completion';
import { settingsIn, versionOf } from '../api/records';
import { watchedInstance } from './instance';

/** Changes of an instance that serves: nothing but the new values, or having seen it at work, tells their end. */

/** Looks after which an upgrade that shows neither work nor a difference is believed to be done. */
const CHECKS_WITHOUT_CHANGE = 20;

/** How an instance shows what was asked for: `Config` as a text in `AllConfig`, the rest as it is. */
function shows(record: IDataObject, json: IDataObject): boolean {
	const { Config: config, ...asked } = json;
	const settings = settingsIn(config);
	const present = settingsIn(record.AllConfig);
	return (
		Object.entries(settings).every(([name, value]) => String(present[name]) === String(value)) &&
		Object.entries(asked).every(
			([name, value]) =>
				value === undefined || record[name] === undefined || String(record[name]) === String(value),
		)
	);
}

/** A change: the instance still runs for a while before it begins. */
const instanceChanged: Completion = {
	...watchedInstance,
	first: 30,
	every: 15,
	longest: 30,
	isReached: (observations, json) => {
		const { kind, record } = latest(observations);
		return kind === 'ready' && shows(record ?? {}, json);
	},
};

/** Other settings. */
export const configurationUpdated: Completion = {
	...instanceChanged,
	isReached: (observations, { InstanceId, configuration }) =>
		instanceChanged.isReached(observations, { InstanceId, Config: JSON.stringify(configuration) }),
};

/** Larger specifications; the list shows the number of topics under another name, and the order not at all. */
export const instanceUpgraded: Completion = {
	...instanceChanged,
	isReached: (observations, { OrderId: _, EipModel: __, TopicQuota: topics, ...asked }) => {
		if (!instanceChanged.isReached(observations, asked)) return false;
		const { TopicNumLimit: shown } = latest(observations).record ?? {};
		const began = observations.some(({ kind }) => kind === 'pending');
		return (
			String(shown) === String(topics) ||
			began ||
			persisted(observations, CHECKS_WITHOUT_CHANGE, instanceUpgraded.every)
		);
	},
};

/** An upgrade of the version: its task begins about a minute after the answer. */
export const versionUpgraded: Completion = {
	...watchedInstance,
	first: 60,
	every: 15,
	longest: 30,
	isReached: (observations, { TargetVersion: target }) => {
		const { kind, record } = latest(observations);
		if (kind !== 'ready' || versionOf(record) !== target) return false;
		const began = observations.some(
			(observation) => observation.kind === 'pending' || versionOf(observation.record) !== target,
		);
		return began || persisted(observations, CHECKS_WITHOUT_CHANGE, versionUpgraded.every);
	},
};
