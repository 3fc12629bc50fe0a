import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { checkAccessModes } from './accessModes';
import { checkBilling } from './billing';
import { checkMaintenanceWindow } from './maintenanceWindow';
import { checkSizes } from './sizes';

/**
 * Rules between the parameters of a new instance, 5.1.1.
 *
 * @throws {BadInput}
 */
export function checkNew(request: ApiRequest): void {
	const { body = {} } = request;
	checkMaintenanceWindow(request);
	const zones = body.available_zones as string[];
	if (zones.length === 2) {
		throw new BadInput(
			'Availability Zone Names or IDs',
			'has two zones',
			'Select one zone, or three or more.',
		);
	}
	checkSizes(body);
	if (body.ssl_enable === true) {
		for (const [wireName, label] of [
			['access_user', 'SASL User'],
			['password', 'Password'],
			['sasl_enabled_mechanisms', 'SASL Mechanisms'],
		]) {
			if (body[wireName] === undefined) {
				throw new BadInput(
					label,
					'is missing',
					"Enter it under 'SASL' in 'Options'. It is required when 'Require SASL' is on.",
				);
			}
		}
	}
	if (body.enable_publicip === true && body.publicip_id === undefined) {
		throw new BadInput(
			'Elastic IP Names or IDs',
			'is missing',
			"Enter it under 'Public Access' in 'Options', or turn 'Enable Public Access' off.",
		);
	}
	if (body.disk_encrypted_enable === true && body.disk_encrypted_key === undefined) {
		throw new BadInput(
			'Disk Encryption Key',
			'is missing',
			"Enter it under 'Disk Encryption' in 'Options', or turn 'Encrypt Disks' off.",
		);
	}
	const addresses = (body.tenant_ips ?? []) as string[];
	if (addresses.length > Number(body.broker_num)) {
		throw new BadInput(
			'Private IPv4 Addresses',
			'has more entries than the number of brokers',
			'Enter at most one per broker.',
		);
	}
	checkAccessModes((body.port_protocol ?? {}) as IDataObject);
	checkBilling(body.bss_param as IDataObject | undefined);
}
