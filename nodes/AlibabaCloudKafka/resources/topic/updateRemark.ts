import type { Operation } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { instance, topic } from '../../fields';

/** Changes the remark. AliKafka API Reference, ModifyTopicRemark. */
export const updateRemark: Operation = {
	value: 'updateRemark',
	name: 'Update Remark',
	action: 'Update remark of topic',
	description: 'Change the remark of a topic',
	...operation('change', 'ModifyTopicRemark'),
	fields: [
		instance(),
		topic(),
		text('Remark', 'Remark', { required: true, description: 'Purpose of the topic' }),
	],
	outcome: acknowledged({ updated: true }, 'Topic', 'Remark'),
	subject: ({ Topic: name }) => `remark of topic ${String(name)} changed`,
};
