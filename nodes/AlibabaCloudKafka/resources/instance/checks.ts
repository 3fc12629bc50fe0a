import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { PAID_TYPE, settingsIn } from '../../api/records';
import { TRAFFIC_SPECIFICATION } from '../../lookedUp';
import { DEPLOY_TYPE, EDITIONS } from './purchase';

/** Rules between parameters that several operations have in common. */

/** Editions of all ways to pay. */
const KNOWN_EDITIONS: readonly string[] = [...Object.keys(EDITIONS), 'basic', 'enterprise'];

/**
 * Holds an order against the rule that it names the traffic, in one of two ways.
 *
 * @throws {BadInput}
 */
export function checkTraffic({ body = {} }: ApiRequest): void {
	if (body.IoMax !== undefined || body.IoMaxSpec !== undefined) return;
	throw new BadInput(
		TRAFFIC_SPECIFICATION,
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
	// One that is not known is for the service to judge.
	const isOfAnother = KNOWN_EDITIONS.includes(String(body.SpecType));
	if (!isOfAnother || allowed.includes(String(body.SpecType))) return;
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
 * Rules between parameters of an order for a subscription.
 *
 * @throws {BadInput}
 */
export function checkSubscription(request: ApiRequest): void {
	const { PaidType, Duration, DeployType } = request.body ?? {};
	if (PaidType === PAID_TYPE.confluent) {
		checkEdition(request, 'Confluent instances', ['professional', 'enterprise']);
		if (DeployType !== DEPLOY_TYPE.vpcOnly) {
			throw new BadInput(
				'Network',
				'is not available for Confluent instances',
				"Select 'VPC Only'.",
			);
		}
		return;
	}
	checkEdition(request, 'Kafka instances', Object.keys(EDITIONS));
	if (Duration === '12') {
		throw new BadInput(
			'Duration',
			'of 12 months is available only for Confluent instances',
			"Select '1 Month'; the subscription renews automatically every month.",
		);
	}
}

/** Shortest and longest password of a Confluent instance. */
const CONFLUENT_PASSWORD = [8, 32] as const;

/** @throws {BadInput} */
export function checkConfluentPassword(password: unknown): void {
	const [least, most] = CONFLUENT_PASSWORD;
	const { length } = String(password ?? '');
	if (length >= least && length <= most) return;
	throw new BadInput(
		'Password',
		length === 0 ? 'is empty' : `has ${length} characters`,
		`A Confluent instance needs a password of ${least} to ${most} characters: add 'Password' under 'Options'.`,
	);
}

/** A user that an instance starts with is for reserved instances with internet access. */
function checkFirstUser(parameters: IDataObject, hasInternet: boolean): void {
	const { Username, Password, IsSetUserAndPassword } = parameters;
	if (!hasInternet) {
		const isSet = IsSetUserAndPassword === true;
		const label =
			Username !== undefined ? 'User Name' : isSet ? 'Set User and Password' : undefined;
		if (!label) return;
		throw new BadInput(
			label,
			'is available only for instances with internet access',
			"Remove it. A Confluent instance takes its password from 'Password' under 'Options'.",
		);
	}
	if (IsSetUserAndPassword === true && (Username === undefined || Password === undefined)) {
		throw new BadInput(
			'Set User and Password',
			'is on, but the user name or the password is missing',
			"Enter 'User Name' and 'Password' under 'First SASL User' in 'Options'.",
		);
	}
}

/**
 * Rules between parameters of StartInstance.
 *
 * @param hasInternet Whether the instance was bought with internet access
 * @throws {BadInput}
 */
export function checkDeployment(parameters: IDataObject, hasInternet: boolean): void {
	const { IsEipInner, Config } = parameters;
	if (IsEipInner !== undefined && IsEipInner !== hasInternet) {
		throw new BadInput(
			'Internet Access',
			"does not match 'Network'",
			'Both must match what was chosen when the instance was purchased.',
		);
	}
	checkFirstUser(parameters, hasInternet);
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
