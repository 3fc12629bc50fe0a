import { refuse, success } from '../answers/errors';
import { page, type Paging } from '../requests/checks';
import type { Handler } from '../requests/context';

/** The Log Service (2020-10-16), as far as its topics are listed. */

interface ListBody extends Paging {
	Filters?: Array<{ Key: string; Values: string[] }>;
}

const USUAL_SIZE = 20;

/** Log topics of the region. */
export const DescribeTopics: Handler = (request, { state, region }) => {
	const body = request.body as ListBody;
	const { Filters = [] } = body;
	const unknown = Filters.find(({ Key }) => Key !== 'topicId' && Key !== 'topicName');
	if (unknown) refuse('InvalidParameterValue', `There is no filter ${unknown.Key}.`);
	const found = state.logs.topics
		.filter((topic) => topic.region === region)
		.filter(({ TopicId, TopicName }) =>
			Filters.every(({ Key, Values }) =>
				Values.some((value) => (Key === 'topicId' ? TopicId === value : TopicName.includes(value))),
			),
		);
	const Topics = page(found, body, USUAL_SIZE).map(({ region: _, ...topic }) => topic);
	return success({ TotalCount: found.length, Topics });
};
