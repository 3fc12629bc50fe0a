import type { IDataObject } from 'n8n-workflow';

import type { Completion, Observation } from '../../shared/contract/completion';
import { latest, persisted, trailing } from '../../shared/contract/completion';
import { settingsIn, versionOf } from '../api/records';
import { watchedInstance } from './instance';

/** Changes of an instance that serves: nothing but the new values, or having seen it at work, tells their end. */

/** Looks after which an upgrade that shows neither work nor a difference is believed to be done. */
const CHECKS_WITHOUT_CHANGE = 20;

/** What was asked for that an instance shows, as pairs of what it shows and what was asked. */
function compared(record: IDataObject, json: IDataObject): Array<[unknown, unknown]> {
	const {
		Config: config,
		ServerlessConfig: capacity,
		ConfluentConfig: components,
		...asked
	} = json;
	const pairs = (wanted: IDataObject, shown: IDataObject) =>
		Object.entries(wanted)
			.filter(([name, value]) => value !== undefined && (shown[name] ?? undefined) !== undefined)
			.map(([name, value]): [unknown, unknown] => [shown[name], value]);
	return [
		// A setting that the instance does not list must not hold the wait.
		...pairs(settingsIn(config), settingsIn(record.AllConfig)),
		...pairs(settingsIn(components), (record.ConfluentConfig ?? {}) as IDataObject),
		...pairs(settingsIn(capacity), record),
		...pairs(asked, record),
	].filter(([, value]) => typeof value !== 'object');
}

/** Whether an instance shows all that was asked for, as far as it shows that at all. */
const shows = (record: IDataObject, json: IDataObject): boolean =>
	compared(record, json).every(([shown, wanted]) => String(shown) === String(wanted));

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

/** Whether the instance was seen at work, or has not changed for so long that it is believed to be done. */
const hasSettled = (observations: Observation[]): boolean =>
	observations.some(({ kind }) => kind === 'pending') ||
	persisted(observations, CHECKS_WITHOUT_CHANGE, instanceChanged.every);

/** Other settings; those that the instance does not list do not tell whether they are applied. */
export const configurationUpdated: Completion = {
	...instanceChanged,
	isReached: (observations, { InstanceId, configuration }) => {
		const asked = { InstanceId, Config: JSON.stringify(configuration) };
		if (!instanceChanged.isReached(observations, asked)) return false;
		const { record = {} } = latest(observations);
		return compared(record, { Config: asked.Config }).length > 0 || hasSettled(observations);
	},
};

/** Looks in a row at an instance that runs and does not show what was set, after which it is believed. */
const CHECKS_NOT_SHOWN = 6;

/**
 * What was set with a switch, which the list shows some seconds later.
 *
 * @param names Fields of the list that can tell it, as the item has them
 */
export function instanceShows(...names: string[]): Completion {
	const every = 10;
	return {
		...watchedInstance,
		first: 5,
		every,
		isReached: (observations, json) => {
			const { record = {} } = latest(observations);
			const told = names.filter(
				(name) => json[name] !== undefined && (record[name] ?? undefined) !== undefined,
			);
			// Older private clouds do not show it.
			if (told.length === 0) {
				return persisted(trailing(observations, 'ready'), CHECKS_NOT_SHOWN, every);
			}
			return told.every((name) => String(record[name]) === String(json[name]));
		},
	};
}

/** Larger specifications; the list shows the number of topics under another name, and the order not at all. */
export const instanceUpgraded: Completion = {
	...instanceChanged,
	isReached: (
		observations,
		{ OrderId: _, EipModel: __, PartitionNum: ___, TopicQuota: topics, ...asked },
	) => {
		if (!instanceChanged.isReached(observations, asked)) return false;
		const { record = {} } = latest(observations);
		const { ServerlessConfig } = asked;
		const showsTopics = topics !== undefined && String(record.TopicNumLimit) === String(topics);
		const showsCapacity = compared(record, { ServerlessConfig }).length > 0;
		return showsTopics || showsCapacity || hasSettled(observations);
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
