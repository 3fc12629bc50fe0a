import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../shared/contract/failure';
import type { Operation } from '../../../../shared/contract/operation';
import { post } from '../../../../shared/contract/operation';
import type { ApiRequest } from '../../../../shared/contract/vendor';
import { pairs, text } from '../../../../shared/form/fields';
import type { OperationContext } from '../../../../shared/contract/context';
import { isSuccess } from '../../../api/failedParts';
import { recordsOf, withInstance } from '../../../api/records';
import { showInstance } from '../../../api/requests';
import { instance } from '../../../fields';
import { IPV4 } from '../../../resources/instance/fields';

/** Addresses of the brokers, the names in `cross_vpc_info`, which is an object as text. */
function brokersOf(info: unknown): string[] {
	try {
		return Object.keys((JSON.parse(String(info)) ?? {}) as object);
	} catch {
		return [];
	}
}

/** The API wants every broker in the list, also the ones whose address stays. */
async function refuseIncomplete(item: OperationContext, { body }: ApiRequest): Promise<void> {
	const { cross_vpc_info: info } = await item.call(showInstance(item.nodeParameter('instanceId')));
	const given = body?.advertised_ip_contents as IDataObject;
	const left = brokersOf(info).filter((address) => !Object.hasOwn(given, address));
	if (left.length === 0) return;
	throw new Failure('notSent', `'Addresses' does not include these brokers: ${left.join(', ')}`, {
		advice:
			'Nothing was changed. Enter all brokers, with the current address for those that do not change.',
	});
}

/**
 * Changes the addresses that brokers advertise. DMS for Kafka API Reference 5.2.4; it answers 200
 * with a result for each broker.
 */
export const updateCrossVpc: Operation = {
	value: 'updateCrossVpc',
	name: 'Update Cross-VPC Addresses',
	action: 'Update cross VPC addresses of instance',
	description: 'Change the addresses at which clients in other VPCs reach the brokers',
	api: 'UpdateInstanceCrossVpcIp',
	request: post('/v2/{project_id}/instances/{instance_id}/crossvpc/modify'),
	kind: 'change',
	fields: [
		instance(),
		pairs('advertised_ip_contents', 'Addresses', {
			required: true,
			entry: 'Broker',
			description: 'All brokers, including those whose address does not change',
			key: text('ip', 'Broker Address', {
				required: true,
				pattern: IPV4,
				placeholder: 'e.g. 192.168.0.11',
				description: 'Address that the broker listens on in the VPC of the instance',
			}),
			value: text('advertised_ip', 'Advertised Address', {
				required: true,
				placeholder: 'e.g. 10.0.0.11',
				description: 'IP address or domain name that is advertised to clients in other VPCs',
			}),
		}),
	],
	before: refuseIncomplete,
	outcome: ({ success, results }, { body }, item) => {
		const changed = new Map(recordsOf(results).map((result) => [result.ip, result]));
		const given = Object.entries(body?.advertised_ip_contents as IDataObject);
		return given.map(([ip, advertised_ip]) => {
			const result = changed.get(ip) ?? { ip, advertised_ip, success: isSuccess(success) };
			return {
				json: withInstance(result, item),
				...(!isSuccess(result.success) && {
					failed: `the address of broker ${ip} was not changed`,
				}),
			};
		});
	},
	subject: ({ ip }) => `address of broker ${String(ip)} changed`,
};
