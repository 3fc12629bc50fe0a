import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { choice, flag, list, record, secret, text } from '../../../shared/form/fields';
import type { Operation } from '../../../shared/contract/operation';
import { instanceDeployed } from '../../completions/instance';
import { NAME_RULES, asJson, instance } from '../../fields';
import { acknowledged } from '../../api/outcomes';
import { writes } from '../../api/requests';
import { instanceConfig } from './configuration';
import { simple } from './simple';

/** Where an instance is deployed. */
export const place: Field[] = [
	text('VpcId', 'VPC ID', {
		required: true,
		pattern: [/^vpc-/, "must start with 'vpc-'"],
		placeholder: 'e.g. vpc-bp1ojac7bv448nifj001',
		description: 'VPC of the instance; cannot be changed later',
	}),
	text('VSwitchId', 'vSwitch ID', {
		required: true,
		pattern: [/^vsw-/, "must start with 'vsw-'"],
		placeholder: 'e.g. vsw-bp1fvuw0ljd7vzmo3d001',
		description: 'ID of a vSwitch (subnet) in the VPC, in a zone that offers Kafka',
	}),
];

/** Candidates for the zones, which travel as two lists in a JSON text: `[["zonel"],["zonek"]]`. */
function selectedZones(): Field {
	const form = record('SelectedZones', 'Zones', {
		entry: 'Zones',
		description: 'Candidate zones; one zone is chosen from each list',
		fields: [
			list('primary', 'Primary Zones', { required: true, placeholder: 'e.g. zonea, zoneb' }),
			list('secondary', 'Secondary Zones', {
				placeholder: 'e.g. zonek',
				description: 'Leave empty for an instance in a single zone',
			}),
		],
	});
	return asJson({
		...form,
		toWire: (value) => {
			if (Array.isArray(value)) return value;
			const zones = form.toWire(value) as { primary: string[]; secondary?: string[] } | undefined;
			return zones && [zones.primary, zones.secondary ?? []];
		},
	});
}

/** What else can be set at the deployment. */
export const settings: Field[] = [
	flag('CrossZone', 'Cross-Zone Deployment', 'Whether to deploy brokers across two zones', {
		default: true,
	}),
	selectedZones(),
	flag(
		'IsForceSelectedZones',
		'Force Selected Zones',
		"Whether to fail the deployment rather than use a zone that is not listed in 'Zones'",
	),
	list('VSwitchIds', 'vSwitch IDs', {
		name: 'vSwitchIds',
		description:
			"Comma-separated vSwitches (subnets) to choose from; they take precedence over 'vSwitch ID'",
	}),
	text('Notifier', 'Alert Contact', { description: 'Name of the alert contact' }),
	text('UserPhoneNum', 'Alert Contact Phone Number', {
		description: 'Mobile phone number of the alert contact',
	}),
	text('ZoneId', 'Zone ID', {
		placeholder: 'e.g. zonea',
		description: 'Zone of the vSwitch, such as zonea or cn-hangzhou-a',
	}),
	flag(
		'IsSetUserAndPassword',
		'Set User and Password',
		'Whether to set the first SASL user; for instances with internet access only',
		{ default: true },
	),
	text('Username', 'User Name', {
		placeholder: 'e.g. orders-service',
		description: 'Name of the first SASL user; for instances with internet access only',
	}),
	secret('Password', 'Password', {
		description: 'Password of the first SASL user; for instances with internet access only',
	}),
	text('Name', 'Name', {
		...NAME_RULES,
		placeholder: 'e.g. orders-dev',
		description: 'Must be unique in the region',
	}),
	text('SecurityGroup', 'Security Group ID', {
		description:
			'Security group whose rules determine which clients can reach the instance; by default, the service creates one',
	}),
	choice('ServiceVersion', 'Kafka Version', {
		values: {
			'0.10.2': '0.10.2 (Limited Availability)',
			'2.2.0': '2.2.0',
			'2.6.2': '2.6.2',
			'3.3.1': '3.3.1 (Serverless Only)',
			'7.4.0': '7.4.0 (Confluent Only)',
		},
		default: '2.2.0',
	}),
	instanceConfig('Config'),
	text('KMSKeyId', 'KMS Key ID', {
		name: 'kmsKeyId',
		description: 'Key to encrypt the disks with; cannot be undone',
	}),
];

/**
 * Rules between parameters of StartInstance.
 *
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
			"Add 'User Name' and 'Password' under 'Options'.",
		);
	}
	if (parameters.IsForceSelectedZones === true && parameters.SelectedZones === undefined) {
		throw new BadInput('Force Selected Zones', "requires 'Zones'", "Add 'Zones' under 'Options'.");
	}
	const config = Config === undefined ? {} : (JSON.parse(String(Config)) as IDataObject);
	if (config['enable.vpc_sasl_ssl'] === 'true' && config['enable.acl'] !== 'true') {
		throw new BadInput(
			'Encrypt VPC Traffic',
			'requires access control',
			"Turn 'Access Control' on as well.",
		);
	}
}

/**
 * Deploys a bought instance into a VPC. AliKafka API Reference, StartInstance; 2 requests a second. It
 * goes from waiting for deployment over deploying to running.
 */
export const deploy: Operation = {
	value: 'deploy',
	name: 'Deploy',
	action: 'Deploy instance',
	description: 'Deploy a purchased instance into a VPC, which takes 10 to 40 minutes',
	...writes('StartInstance'),
	fields: [
		instance(),
		...place,
		choice('DeployModule', 'Network', {
			required: true,
			values: { eip: 'Internet and VPC', vpc: 'VPC Only' },
			default: 'vpc',
			hint: 'Must match the network type chosen at purchase',
		}),
	],
	options: [
		flag(
			'IsEipInner',
			'Internet Access',
			'Whether the instance was purchased with internet access',
		),
		...settings,
	],
	check: ({ body = {} }) => checkDeployment(body, body.DeployModule === 'eip'),
	outcome: acknowledged({ deploymentStarted: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} deploying`,
	simple,
	completion: instanceDeployed,
};
