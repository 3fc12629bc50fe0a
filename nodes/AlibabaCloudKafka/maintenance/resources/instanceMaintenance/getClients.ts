import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../shared/contract/badInput';
import type { OperationContext } from '../../../../shared/contract/context';
import type { Operation } from '../../../../shared/contract/operation';
import type { Pages } from '../../../../shared/contract/pages';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { choice, moment } from '../../../../shared/form/fields';
import { readOperation } from '../../../api/requests';
import { group, instance, topic } from '../../../fields';
import { HOUR, clientRows, readClients } from './clients';

/** How far back the service knows clients, milliseconds. */
const WEEK = 7 * 24 * HOUR;

/** Fills in the last hour where no time is given. */
function fillIn(item: OperationContext, body: IDataObject): void {
	const now = item.clock.now();
	body.EndTime = Math.min(Number(body.EndTime ?? now), now);
	body.StartTime ??= body.EndTime - HOUR;
	if (Number(body.StartTime) >= body.EndTime) {
		throw new BadInput('Start Time', "is not before 'End Time'", 'Enter an earlier time.');
	}
	if (Number(body.StartTime) < now - WEEK) {
		throw new BadInput('Start Time', 'is more than 7 days ago', 'Enter a time of the last 7 days.');
	}
}

/** For "Return All" and "Limit": the hours are read one by one. */
const pages: Pages = { rows: clientRows, at: () => ({}), size: Infinity, key: ['Name', 'Ip'] };

/**
 * Lists client addresses. GetKafkaClientIp of the official SDK 2.14.0; one request covers an hour, and a
 * week takes 168.
 */
export const getClients: Operation = {
	value: 'getClients',
	name: 'Get Clients',
	action: 'Get clients of instance',
	description:
		'Get the IP addresses of clients that were connected to an instance, a topic, or a consumer group; the service only samples, so a client that is missing may still exist',
	...readOperation('GetKafkaClientIp'),
	fields: [
		instance(),
		choice('Type', 'Clients Of', {
			name: 'clientsOf',
			required: true,
			values: { byInstance: 'Instance', byTopic: 'Topic', byGroup: 'Consumer Group' },
		}),
		topic({ show: { clientsOf: ['byTopic'] } }),
		group({ wireName: 'Group', show: { clientsOf: ['byGroup'] } }),
	],
	options: [
		moment(
			'StartTime',
			'Start Time',
			'Begin of the time to search, an hour before its end by default and at most 7 days ago',
		),
		moment('EndTime', 'End Time', 'End of the time to search, now by default'),
	],
	pages,
	runSteps: async (item, request: ApiRequest) => {
		const { body = {} } = request;
		fillIn(item, body);
		const most = item.isOn('returnAll') ? Infinity : Number(item.nodeParameter('limit', 50));
		return (await readClients(item, request, most)).map((json) => ({ json }));
	},
};
