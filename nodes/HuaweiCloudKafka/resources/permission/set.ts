import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { choice, rows, text } from '../../../shared/form/fields';
import { meaningOfPart } from '../../api/decode';
import { failedParts } from '../../api/failedParts';
import { withInstance } from '../../api/records';
import { permissionsSet } from '../../completions/permissions';
import { byTask } from '../../completions/task';
import { instance } from '../../fields';

/**
 * Grants users access to topics. DMS for Kafka API Reference 5.6.6; the path begins with /v1, and the
 * answer is the ID of a background task that does it; older clouds answer 204 instead.
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
					// Without entries, it takes all permissions of the topic away.
					count: [0, Infinity],
					entry: 'Permission',
					description:
						'Users and their permissions on the topic; leave empty to revoke all of them',
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
	outcome: (body, { body: sent }, item) => {
		const { failed_topics: _, ...answer } = body;
		const failed = failedParts(body);
		const asked = (sent?.topics ?? []) as IDataObject[];
		const isAll = failed.length >= asked.length;
		const names = failed.map(({ name }) => name);
		const topics = isAll || names.includes(undefined) ? [] : asked;
		const set = { ...answer, topics: topics.filter(({ name }) => !names.includes(String(name))) };
		return [
			...(isAll && Object.keys(answer).length === 0 ? [] : singleItem(withInstance(set, item))),
			...failed.map((part) => ({
				json: { topic: part.name ?? null },
				failed: `permissions of a topic were not set: ${meaningOfPart(part)}`,
			})),
		];
	},
	subject: (json) => byTask(json, 'permissions set'),
	completion: permissionsSet,
};
