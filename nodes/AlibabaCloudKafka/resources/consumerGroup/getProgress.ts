import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import { requestParameters, unwrapped } from '../../api/records';
import { readOperation } from '../../api/requests';
import { group, instance } from '../../fields';

/** A topic with its offsets as a plain list. */
const plain = ({ OffsetList: offsets, ...rest }: IDataObject): IDataObject => ({
	...rest,
	OffsetList: unwrapped(offsets, 'OffsetList') ?? [],
});

/** Shows how far a group has read. AliKafka API Reference, GetConsumerProgress. */
export const getProgress: Operation = {
	value: 'getProgress',
	name: 'Get Offsets',
	action: 'Get offsets of consumer group',
	description: 'Get the offset and lag of a consumer group in each partition',
	...readOperation('GetConsumerProgress'),
	fields: [instance(), group()],
	outcome: ({ ConsumerProgress: progress }, request) => {
		const { TopicList: topics, ...rest } = (progress ?? {}) as IDataObject;
		return singleItem({
			...requestParameters(request, 'ConsumerId'),
			...rest,
			TopicList: (unwrapped(topics, 'TopicList') ?? []).map(plain),
		});
	},
};
