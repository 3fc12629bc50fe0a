import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import type { Operation } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, joined, text } from '../../../shared/form/fields';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { instance } from '../../fields';

const OCTET = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';

/** An IPv4 address, or a block of them. */
const ADDRESS = [
	new RegExp(`^${OCTET}(\\.${OCTET}){3}(/(3[0-2]|[12]?\\d))?$`),
	'must be an IPv4 address such as 192.168.0.10, or a CIDR block such as 192.168.0.0/24',
] as const;

/** Several addresses, which travel as one text. */
const addresses = (): Field =>
	joined('AllowedListIp', 'Addresses', {
		required: true,
		entry: { pattern: ADDRESS },
		placeholder: 'e.g. 192.168.0.0/24',
		hint: 'IPv4 addresses or CIDR blocks; comma-separated when adding, one at a time when removing',
	});

const INTERNET_PORTS = '9093/9093';

/** Rules between parameters. */
function check({ body = {} }: ApiRequest): void {
	const { AllowedListIp: given, AllowedListType: network, PortRange: ports } = body;
	if ((network === 'internet') !== (ports === INTERNET_PORTS)) {
		throw new BadInput(
			'Port',
			`${String(ports)} is not available for the ${network === 'internet' ? 'internet' : 'VPC'}`,
			'Use 9093 for the internet and another port for the VPC.',
		);
	}
	if (body.UpdateType === 'delete' && body.Description !== undefined) {
		throw new BadInput(
			'Description',
			'is available only when addresses are added',
			"Remove it, or set 'Change' to 'Add'.",
		);
	}
	if (body.UpdateType === 'delete' && String(given).includes(',')) {
		throw new BadInput(
			'Addresses',
			'has multiple entries',
			'The service removes one at a time: enter one address per input item.',
		);
	}
}

/**
 * Changes who may connect. AliKafka API Reference, UpdateAllowedIp. It adds as well as removes, and what
 * it removed can be added again: a change, not a deletion.
 */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update allowed IP addresses',
	description: 'Add or remove IP addresses that are allowed to connect to an instance',
	...operation('change', 'UpdateAllowedIp'),
	// Vendor's page on whitelists (2026).
	warning:
		'Instances deployed with the same security group share their allowed addresses: a change applies to all of them. Without any address, nobody can connect through the port.',
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
				[INTERNET_PORTS]: '9093: Internet, SASL over SSL',
				'9094/9094': '9094: VPC, SASL without SSL',
				'9095/9095': '9095: VPC, SASL over SSL',
			},
		}),
		addresses(),
	],
	options: [
		text('Description', 'Description', {
			description: 'Remark on the addresses; only when they are added',
		}),
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
