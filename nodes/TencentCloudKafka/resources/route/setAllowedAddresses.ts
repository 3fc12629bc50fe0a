import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { post, singleItem } from '../../../shared/contract/operation';
import { rows } from '../../../shared/form/fields';
import { resultOf, routeSubject } from '../../api/records';
import { existingRoute, instance } from '../../fields';
import { addressParts } from './fields';

/** The word that the whole result of a success is. */
const SUCCEEDED = /^(succeed(ed)?|success|ok)$/i;

/** @throws {Failure} Another word came back, so that nothing is known */
function checkDone(answer: IDataObject): void {
	const result = resultOf(answer);
	if (typeof result === 'string' && SUCCEEDED.test(result.trim())) return;
	const said = typeof result === 'string' ? `"${result}"` : 'without a result';
	throw new Failure('broken', `the service responded ${said} instead of "Succeed"`);
}

/** Replaces who may use a public route. CKafka ModifyAccessPolicy; without a list, it would delete all entries. */
export const setAllowedAddresses: Operation = {
	value: 'setAllowedAddresses',
	name: 'Set Allowed Addresses',
	action: 'Set allowed addresses of route',
	description:
		'Replace the IP addresses and ranges that can use a public route; not available on the international site',
	api: 'ModifyAccessPolicy',
	request: post('/'),
	kind: 'change',
	warning:
		'The whole list is replaced: clients at addresses that are not in the new list are cut off.',
	fields: [
		instance(),
		existingRoute(),
		rows('IpWhitelist', 'Allowed Addresses', {
			required: true,
			entry: 'Address',
			description: 'All addresses that can use the route from now on',
			fields: addressParts({ required: true }),
		}),
	],
	outcome: (answer, { body }) => {
		checkDone(answer);
		return singleItem({ ...body, updated: true });
	},
	subject: (json) => `allowed addresses of ${routeSubject(json)} set`,
};
