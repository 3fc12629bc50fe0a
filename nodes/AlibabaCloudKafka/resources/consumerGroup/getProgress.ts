import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { flag } from '../../../shared/form/fields';
import { requestParameters, unwrapped } from '../../api/records';
import { readOperation } from '../../api/requests';
import { group, instance } from '../../fields';

/** A topic with its offsets as a plain list. */
const plain = ({ OffsetList: offsets, ...rest }: IDataObject): IDataObject => ({
	...rest,
	OffsetList: unwrapped(offsets, 'OffsetList') ?? [],
});

/**
 * Shows how far a group has read. AliKafka API Reference, GetConsumerProgress; newer servers also say the
 * `state` of the group, in small letters, who reads, and which rebalances there were.
 */
export const getProgress: Operation = {
	value: 'getProgress',
	name: 'Get Offsets',
	action: 'Get offsets of consumer group',
	description:
		'Get the state of a consumer group, and its offset and lag in each partition; without members, the state is EMPTY or DEAD',
	...readOperation('GetConsumerProgress'),
	fields: [instance(), group()],
	options: [
		flag(
			'HideLastTimestamp',
			'Leave Out Times',
			'Whether to leave out when messages were last consumed, which is faster; keep them to find unused consumer groups',
		),
	],
	outcome: ({ ConsumerProgress: progress }, request) => {
		const {
			TopicList: topics,
			RebalanceInfoList: rebalances,
			...rest
		} = (progress ?? {}) as IDataObject;
		const listed = unwrapped(rebalances, 'RebalanceInfoList');
		return singleItem({
			...requestParameters(request, 'ConsumerId'),
			...rest,
			...(listed && { RebalanceInfoList: listed }),
			TopicList: (unwrapped(topics, 'TopicList') ?? []).map(plain),
		});
	},
	simple: ['InstanceId', 'ConsumerId', 'state', 'TotalDiff', 'LastTimestamp', 'TopicList'],
};
