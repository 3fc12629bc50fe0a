import type { Operation } from '../../../shared/contract/operation';
import { get } from '../../../shared/contract/operation';
import { runChecks } from '../../../shared/request/checking';
import { flavor, quota, size, version, zones } from './checking/catalogue';
import { name } from './checking/name';
import {
	elasticIps,
	encryptionKey,
	enterpriseProject,
	securityGroup,
	subnet,
	vpc,
} from './checking/network';
import { create } from './create';

const CHECKS = [
	...[quota, name, version, flavor, size, zones],
	...[vpc, subnet, securityGroup, elasticIps, encryptionKey, enterpriseProject],
];

/**
 * Looks whether a create would succeed, with its form: only reads, of Kafka and of the services whose things
 * the instance needs. What may not be read is a warning.
 */
export const checkBeforeCreate: Operation = {
	value: 'checkBeforeCreate',
	name: 'Check Before Create',
	action: 'Check before creating instance',
	description:
		"Check quota, flavor, zones, network, and name for 'Create', which has the same fields; nothing is created",
	api: 'ShowQuotas',
	request: get('/v2/{project_id}/quotas'),
	kind: 'read',
	fields: create.fields,
	options: create.options,
	check: create.check,
	tellsNames: true,
	runSteps: async (item, { body = {} }) =>
		(await runChecks(item, CHECKS, body)).map((json) => ({ json })),
};
