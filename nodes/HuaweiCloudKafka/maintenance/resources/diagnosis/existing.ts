import type { FindExisting } from '../../../../shared/contract/operation';
import { listMatching } from '../../../../shared/request/readList';
import { reportPages } from '../../../api/pages';
import { timeOf, withInstance } from '../../../api/records';
import { listReports } from '../../../api/requests';

/** How old a report may be that stands for a new one, in milliseconds: a day. */
const RECENT = 86_400_000;

/** Statuses of a report that cannot be read. */
const NO_REPORT = new Set(['failed', 'deleted']);

/**
 * A diagnosis has no name: the latest one of the same consumer group and topic, of the last day, is the
 * one that a lost response was about, or that an execution has made which is retried.
 */
export const existingReports: FindExisting = {
	matches: async (item, { body = {} }) => {
		const found = await listMatching(
			item,
			listReports(item.nodeParameter('instanceId')),
			reportPages,
			({ group_name: group, topic_name: topic }) =>
				group === body.group_name && topic === body.topic_name,
		);
		// After a lost response, the time of the request says which one is new.
		const takesExisting = item.isOn('createIfAbsent') || item.isRetried;
		const oldest = item.clock.now() - RECENT;
		const begun = found
			.map((json) => ({ json, time: timeOf(json.begin_time) }))
			// One whose time cannot be read may be of today.
			.filter(({ time }) => !takesExisting || time === undefined || time > oldest)
			.sort((a, b) => (b.time ?? 0) - (a.time ?? 0));
		return begun.slice(0, 1).map(({ json }) => withInstance(json, item));
	},
	isOver: ({ status }) => NO_REPORT.has(String(status)),
	key: 'report_id',
	createdAt: ({ begin_time: time }) => timeOf(time),
};
