import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { PAID_TYPE, settingsIn } from '../../api/records';
import { EDITIONS } from './purchase';

/** Rules between parameters that several operations have in common. */

/**
 * Holds an order against the rule that it names the traffic, in one of two ways.
 *
 * @throws {BadInput}
 */
export function checkTraffic({ body = {} }: ApiRequest): void {
	if (body.IoMax !== undefined || body.IoMaxSpec !== undefined) return;
	throw new BadInput(
		'Traffic Specification',
		"and 'Peak Traffic (MB/s)' are both empty",
		"Add one of them under 'Options'.",
	);
}

/**
 * Holds an order against the rule that each edition only exists for certain ways to pay.
 *
 * @param billing The instances that are paid for in this way, for texts
 * @throws {BadInput}
 */
export function checkEdition(
	{ body = {} }: ApiRequest,
	billing: string,
	allowed: readonly string[],
): void {
	if (body.SpecType === undefined || allowed.includes(String(body.SpecType))) return;
	throw new BadInput(
		'Edition',
		`cannot be '${String(body.SpecType)}' for ${billing}`,
		`Use one of: ${allowed.join(', ')}.`,
	);
}

/**
 * Rules between parameters of an order that is paid for by use.
 *
 * @throws {BadInput}
 */
export function checkByUse(request: ApiRequest): void {
	const serverless = request.body?.PaidType === PAID_TYPE.serverless;
	checkEdition(
		request,
		serverless ? 'serverless instances' : 'reserved instances',
		serverless ? ['basic', 'normal', 'professional'] : Object.keys(EDITIONS),
	);
}

/**
 * Rules between parameters of StartInstance.
 *
 * @param hasInternet Whether the instance was bought with internet access
 * @throws {BadInput}
 */
export function checkDeployment(parameters: IDataObject, hasInternet: boolean): void {
	const { Username, Password, IsSetUserAndPassword, IsEipInner, Config } = parameters;
	if (IsEipInner !== undefined && IsEipInner !== hasInternet) {
		throw new BadInput(
			'Internet Access',
			"does not match 'Network'",
			'Both must match what was chosen when the instance was purchased.',
		);
	}
	for (const [value, label] of [
		[Username, 'User Name'],
		[Password, 'Password'],
		[IsSetUserAndPassword === true ? true : undefined, 'Set User and Password'],
	] as const) {
		if (value !== undefined && !hasInternet) {
			throw new BadInput(
				label,
				'is available only for instances with internet access',
				'Remove it.',
			);
		}
	}
	if (IsSetUserAndPassword === true && (Username === undefined || Password === undefined)) {
		throw new BadInput(
			'Set User and Password',
			'is on, but the user name or the password is missing',
			"Enter 'User Name' and 'Password' under 'First SASL User' in 'Options'.",
		);
	}
	if (parameters.IsForceSelectedZones === true && parameters.SelectedZones === undefined) {
		throw new BadInput('Force Selected Zones', "requires 'Zones'", "Add 'Zones' under 'Options'.");
	}
	const config = settingsIn(Config);
	if (config['enable.vpc_sasl_ssl'] === 'true' && config['enable.acl'] !== 'true') {
		throw new BadInput(
			'Encrypt VPC Traffic',
			'requires access control',
			"Turn 'Access Control' on as well.",
		);
	}
}
