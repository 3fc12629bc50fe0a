import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import { choice, list } from '../../../shared/form/fields';
import type { Operation, Resource } from '../../../shared/contract/operation';
import { one } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { instance } from '../../fields';
import { acknowledged } from '../../api/outcomes';
import { reads, writes } from '../../api/requests';

/** Lists who may connect. AliKafka API Reference, GetAllowedIpList; the lists are bare. */
const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get allowed IP addresses',
	description:
		'Get the IP addresses that are allowed to connect to an instance, by network and port',
	...reads('GetAllowedIpList'),
	fields: [instance()],
	outcome: ({ AllowedList: allowed }, { body = {} }) =>
		one({ InstanceId: body.InstanceId, ...(allowed as IDataObject | undefined) }),
};

const OCTET = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';

/** An IPv4 address, or a block of them. */
const ADDRESS = [
	new RegExp(`^${OCTET}(\\.${OCTET}){3}(/(3[0-2]|[12]?\\d))?$`),
	'must be an IPv4 address such as 192.168.0.10, or a CIDR block such as 192.168.0.0/24',
] as const;

const INTERNET_PORTS = '9093/9093';

/** Rules between parameters. */
function check({ body = {} }: ApiRequest): void {
	const { AllowedListIp: addresses, AllowedListType: network, PortRange: ports } = body;
	if ((network === 'internet') !== (ports === INTERNET_PORTS)) {
		throw new BadInput(
			'Port',
			`${String(ports)} is not available for the ${network === 'internet' ? 'internet' : 'VPC'}`,
			'Use 9093 for the internet and another port for the VPC.',
		);
	}
	if (body.UpdateType === 'delete' && String(addresses).includes(',')) {
		throw new BadInput(
			'Addresses',
			'has multiple entries',
			'The service removes one at a time: enter one address per input item.',
		);
	}
}

/** Several addresses, which travel as one text. */
const addresses = () => {
	const field = list('AllowedListIp', 'Addresses', {
		required: true,
		entry: { pattern: ADDRESS },
		placeholder: 'e.g. 192.168.0.0/24',
		hint: 'IPv4 addresses or CIDR blocks; comma-separated when adding, one at a time when removing',
	});
	return { ...field, toWire: (value: unknown) => (field.toWire(value) as string[]).join(',') };
};

/** Changes who may connect. AliKafka API Reference, UpdateAllowedIp. */
const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update allowed IP addresses',
	description: 'Add or remove IP addresses that are allowed to connect to an instance',
	...writes('UpdateAllowedIp'),
	fields: [
		instance(),
		choice('UpdateType', 'Change', {
			name: 'change',
			required: true,
			values: { add: 'Add', delete: 'Remove' },
			hint: 'Removing an address disconnects its clients; 0.0.0.0/0 allows everyone to connect',
		}),
		choice('AllowedListType', 'Network', {
			name: 'network',
			required: true,
			values: { vpc: 'VPC', internet: 'Internet' },
		}),
		choice('PortRange', 'Port', {
			name: 'port',
			required: true,
			values: {
				'9092/9092': '9092: VPC, Plaintext',
				'9093/9093': '9093: Internet, SASL over SSL',
				'9094/9094': '9094: VPC, SASL without SSL',
				'9095/9095': '9095: VPC, SASL over SSL',
			},
		}),
		addresses(),
	],
	check,
	outcome: acknowledged(
		{ updated: true },
		'UpdateType',
		'AllowedListType',
		'PortRange',
		'AllowedListIp',
	),
	subject: ({ UpdateType: change, AllowedListIp: ip }) =>
		`${String(ip)} ${change === 'delete' ? 'removed from' : 'added to'} the allowed addresses`,
};

export const allowedIp: Resource = {
	value: 'allowedIp',
	name: 'Allowed IP',
	operations: [get, update],
};
