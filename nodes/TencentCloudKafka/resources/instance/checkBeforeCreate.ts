import type { Operation } from '../../../shared/contract/operation';
import { post } from '../../../shared/contract/operation';
import { runChecks } from '../../../shared/request/checking';
import { name } from './checking/name';
import { subnet, vpc } from './checking/network';
import { price } from './checking/price';
import { quota, size, version, zone } from './checking/sale';
import { create } from './create';

const CHECKS = [zone, version, size, quota, vpc, subnet, name, price];

/**
 * Looks at everything that a purchase depends on, as far as it can be read, with the form of Create. CKafka
 * DescribeCkafkaZone and InquireCkafkaPrice, VPC DescribeVpcs and DescribeSubnets; nothing is written.
 */
export const checkBeforeCreate: Operation = {
	value: 'checkBeforeCreate',
	name: 'Check Before Create',
	action: 'Check before creating instance',
	description:
		"Check zone, version, specification, network, name, and price for 'Create', which has the same fields; nothing is bought",
	api: 'DescribeCkafkaZone',
	request: post('/'),
	kind: 'read',
	fields: create.fields,
	options: create.options,
	check: create.check,
	tellsNames: true,
	runSteps: async (item, { body = {} }) =>
		(await runChecks(item, CHECKS, body)).map((json) => ({ json })),
};
