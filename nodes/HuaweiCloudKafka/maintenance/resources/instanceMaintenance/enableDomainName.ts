import type { Operation } from '../../../../shared/contract/operation';
import { post, singleItem } from '../../../../shared/contract/operation';
import { withInstance } from '../../../api/records';
import { domainNameEnabled } from '../../../completions/domainName';
import { instance } from '../../../fields';

/**
 * Turns access by domain name on. DMS for Kafka API Reference, page EnableDns of 2025-12; POST without a
 * body, and 204 without one: the work goes on without the ID of a task. On already is done.
 */
export const enableDomainName: Operation = {
	value: 'enableDomainName',
	name: 'Enable Domain Name',
	action: 'Enable domain name of instance',
	description:
		'Make the brokers of an instance accessible by domain names besides IP addresses; cannot be turned off again',
	api: 'EnableDns',
	request: post('/v2/{project_id}/kafka/instances/{instance_id}/dns'),
	kind: 'change',
	fields: [instance()],
	outcome: (_answer, _request, item) => singleItem(withInstance({ updated: true }, item)),
	subject: ({ instance_id: id }) => `domain name of instance ${String(id)} enabled`,
	completion: domainNameEnabled,
};
