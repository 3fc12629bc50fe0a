import type { IDataObject } from 'n8n-workflow';

import type { Completion } from '../../shared/contract/completion';
import { persisted } from '../../shared/contract/completion';
import { settingsIn, versionOf } from '../api/records';
import { watchedInstance } from './instance';
import { last } from './sights';

/** Changes of an instance that serves: nothing but the new values, or having seen it at work, tells their end. */

/** Looks after which an upgrade that shows neither work nor a difference is believed to be done. */
const LOOKS_WITHOUT_CHANGE = 20;

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
	isReached: (sights, json) => {
		const { kind, record } = last(sights);
		return kind === 'ready' && shows(record ?? {}, json);
	},
};

/** Other settings. */
export const configurationUpdated: Completion = {
	...instanceChanged,
	isReached: (sights, { InstanceId, configuration }) =>
		instanceChanged.isReached(sights, { InstanceId, Config: JSON.stringify(configuration) }),
};

/** Larger specifications; the list shows the number of topics under another name, and the order not at all. */
export const instanceUpgraded: Completion = {
	...instanceChanged,
	isReached: (sights, { OrderId: _, EipModel: __, TopicQuota: topics, ...asked }) => {
		if (!instanceChanged.isReached(sights, asked)) return false;
		const { TopicNumLimit: shown } = last(sights).record ?? {};
		const began = sights.some(({ kind }) => kind === 'pending');
		return (
			String(shown) === String(topics) ||
			began ||
			persisted(sights, LOOKS_WITHOUT_CHANGE, instanceUpgraded.every)
		);
	},
};

/** An upgrade of the version: its task begins about a minute after the answer. */
export const versionUpgraded: Completion = {
	...watchedInstance,
	first: 60,
	every: 15,
	longest: 30,
	isReached: (sights, { TargetVersion: target }) => {
		const { kind, record } = last(sights);
		if (kind !== 'ready' || versionOf(record) !== target) return false;
		const began = sights.some(
			(sight) => sight.kind === 'pending' || versionOf(sight.record) !== target,
		);
		return began || persisted(sights, LOOKS_WITHOUT_CHANGE, versionUpgraded.every);
	},
};
