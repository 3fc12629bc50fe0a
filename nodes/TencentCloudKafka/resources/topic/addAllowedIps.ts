import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { list } from '../../../shared/form/fields';
import { fromRequest, taskOf } from '../../api/records';
import { taskDone } from '../../completions/task';
import { instance, topicName } from '../../fields';

/** Adds allowed addresses. CKafka CreateTopicIpWhiteList; removing them is part of Update. */
export const addAllowedIps: Operation = {
	value: 'addAllowedIps',
	name: 'Add Allowed IPs',
	action: 'Add allowed addresses to topic',
	description:
		"Add IP addresses to the allowlist of a topic; to remove addresses, set the whole list with 'Update'",
	api: 'CreateTopicIpWhiteList',
	request: post('/'),
	kind: 'change',
	fields: [
		instance(),
		topicName(),
		list('IpWhiteList', 'Allowed IPs', {
			required: true,
			count: [1, 512],
			placeholder: 'e.g. 10.0.0.7, 10.0.0.8',
			hint: 'Comma-separated, at most 512',
		}),
	],
	outcome: (answer, request) =>
		singleItem({
			...fromRequest(request, 'TopicName', 'IpWhiteList', 'InstanceId'),
			...taskOf(answer),
		}),
	subject: ({ TopicName: name }) => `IPs allowed for topic ${String(name)}`,
	completion: taskDone,
};
