import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { choice, moment, text } from '../../../../shared/form/fields';
import { recordOf } from '../../../api/records';
import { instance } from '../../../fields';

/** ISO 8601 with an offset, which the service wants. */
const ISO = { format: "yyyy-MM-dd'T'HH:mm:ssZZ" };

/** Ranks topics and groups. CKafka DescribeTopicFlowRanking; traffic is a text in MB, and most lists are empty. */
export const getTrafficRanking: Operation = {
	value: 'getTrafficRanking',
	name: 'Get Traffic Ranking',
	action: 'Get traffic ranking of instance',
	description:
		'Get topics ranked by traffic and backlog, and consumer groups ranked by speed; not available on the international site',
	api: 'DescribeTopicFlowRanking',
	request: post('/'),
	kind: 'read',
	fields: [
		instance(),
		choice('RankingType', 'Traffic', {
			required: true,
			values: { PRO: 'Produced', CON: 'Consumed' },
		}),
	],
	options: [
		moment('BeginDate', 'Start Time', 'Time from which traffic is summed up', { as: ISO }),
		text('BrokerIp', 'Broker IP', {
			placeholder: 'e.g. 10.0.156.208',
			description: 'Return only the topics on this broker',
		}),
		moment('EndDate', 'End Time', 'Time until which traffic is summed up', { as: ISO }),
	],
	outcome: (answer) => singleItem(recordOf(answer)),
};
