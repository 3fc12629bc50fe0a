import type { Operation } from '../../../shared/contract/operation';
import { singleItem, post } from '../../../shared/contract/operation';
import { text } from '../../../shared/form/fields';
import { routeSubject, taskOf } from '../../api/records';
import { routeDeleted } from '../../completions/route';
import { TIME_TEXT, existingRoute, instance } from '../../fields';
import { callerAppId } from './fields';

/** Removes a way to the brokers. CKafka DeleteRoute. */
export const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete route',
	description: 'Delete a route; clients that use it are disconnected',
	api: 'DeleteRoute',
	request: post('/'),
	kind: 'delete',
	fields: [instance(), existingRoute()],
	options: [
		callerAppId(),
		text('DeleteRouteTime', 'Deletion Time', {
			pattern: TIME_TEXT,
			placeholder: 'e.g. 2026-12-01 03:00:00',
			description:
				'When to delete a public route, within the next 24 hours; one that has passed deletes it at once. Leave empty to delete it immediately.',
		}),
	],
	outcome: (answer, { body }) => singleItem({ deleted: true, ...body, ...taskOf(answer) }),
	subject: (json) => `${routeSubject(json)} deleted`,
	completion: routeDeleted,
};
