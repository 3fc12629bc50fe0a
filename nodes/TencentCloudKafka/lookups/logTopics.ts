import { isBlank } from '../../shared/contract/field';
import { Failure } from '../../shared/contract/failure';
import type { Lookup } from '../../shared/contract/lookup';
import { listLogImports, logImportPages } from '../api/logImports';
import { paged } from '../api/pages';
import { read } from '../api/requests';

/** Log topics of CLS. CLS 2020-10-16, DescribeTopics. */
export const logTopics: Lookup = {
	what: 'log topic',
	plural: 'log topics',
	permission: 'cls:DescribeTopics',
	isSubject: true,
	// A name may look like one, for which there is 'By Name'.
	isId: /^[\w-]+$/,
	request: () => read('DescribeTopics'),
	pages: paged('Topics', 'TopicId', 100),
	entry: ({ TopicId, TopicName, CreateTime }) => ({
		id: String(TopicId),
		...(!isBlank(TopicName) && { name: String(TopicName) }),
		details: isBlank(CreateTime) ? [] : [`created ${String(CreateTime)}`],
	}),
};

/** Imports from Kafka of a log topic. */
export const logImports: Lookup = {
	what: 'log import',
	plural: 'log imports',
	permission: 'cls:DescribeKafkaRecharges',
	isSubject: true,
	isId: /^[\w-]+$/,
	within: [{ name: 'logTopicId', label: 'Log Topic', lookup: logTopics }],
	request(chosen) {
		const topic = chosen('logTopicId');
		if (topic !== undefined) return listLogImports(topic);
		throw new Failure('notSent', "Select a log topic first: the list depends on 'Log Topic'");
	},
	pages: logImportPages,
	entry: ({ Id, Name, status }) => ({
		id: String(Id),
		...(!isBlank(Name) && { name: String(Name) }),
		details: isBlank(status) ? [] : [String(status)],
	}),
};
