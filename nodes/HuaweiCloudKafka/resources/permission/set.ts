import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { choice, rows, text } from '../../../shared/form/fields';
import { withInstance } from '../../api/records';
import { taskDone } from '../../completions/task';
import { instance } from '../../fields';

/**
 * Grants users access to topics. DMS for Kafka API Reference 5.6.6; the path begins with /v1, and the
 * answer is the ID of a background task that does it.
 */
export const set: Operation = {
	value: 'set',
	name: 'Set',
	action: 'Set permissions of topics',
	description: 'Set the permissions of users on topics',
	api: 'UpdateTopicAccessPolicy',
	request: post('/v1/{project_id}/instances/{instance_id}/topics/accesspolicy'),
	kind: 'change',
	fields: [
		instance(),
		rows('topics', 'Topics', {
			required: true,
			entry: 'Topic',
			description: 'Topics and the permissions of their users',
			fields: [
				text('name', 'Topic Name', { required: true, placeholder: 'e.g. orders.created' }),
				rows('policies', 'Permissions', {
					required: true,
					entry: 'Permission',
					description: 'Users and their permissions on the topic',
					fields: [
						text('user_name', 'User Name', { required: true, placeholder: 'e.g. orders-service' }),
						choice('access_policy', 'Access', {
							required: true,
							values: { all: 'Publish and Subscribe', pub: 'Publish Only', sub: 'Subscribe Only' },
						}),
					],
				}),
			],
		}),
	],
	outcome: ({ failed_topics: failed, ...answer }, _request, item) => [
		...singleItem(withInstance(answer, item)),
		...((failed ?? []) as unknown[]).map((topic) => ({
			json: { topic: topic as IDataObject },
			failed: `permissions of topic ${JSON.stringify(topic)} were not set`,
		})),
	],
	subject: ({ job_id: id }) => `permissions set by background task ${String(id)}`,
	completion: taskDone,
};
