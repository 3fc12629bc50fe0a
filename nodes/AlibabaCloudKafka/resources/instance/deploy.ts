import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/badInput';
import type { Field } from '../../../shared/field';
import { choice, flag, list, record, secret, text } from '../../../shared/fields';
import type { Operation } from '../../../shared/operation';
import { instanceDeployed } from '../../completions';
import { NAME_RULES, asJson, instance } from '../../fields';
import { acknowledged } from '../../outcomes';
import { writes } from '../../requests';
import { instanceConfig } from './configuration';
import { simple } from './simple';

/** Where an instance is deployed. */
export const place: Field[] = [
	text('VpcId', 'VPC ID', {
		required: true,
		pattern: [/^vpc-/, "has to begin with 'vpc-'"],
		placeholder: 'e.g. vpc-bp1ojac7bv448nifj001',
		description: 'Network of the instance, which cannot be changed later',
	}),
	text('VSwitchId', 'vSwitch ID', {
		required: true,
		pattern: [/^vsw-/, "has to begin with 'vsw-'"],
		placeholder: 'e.g. vsw-bp1fvuw0ljd7vzmo3d001',
		description: 'Subnet of the VPC, in a zone that offers Kafka',
	}),
];

/** Candidates for the zones, which travel as two lists in a JSON text: `[["zonel"],["zonek"]]`. */
function selectedZones(): Field {
	const form = record('SelectedZones', 'Zones', {
		entry: 'Zones',
		description: 'Zones to choose from; one of each list is taken',
		fields: [
			list('primary', 'Primary Zones', { required: true, placeholder: 'e.g. zonea, zoneb' }),
			list('secondary', 'Secondary Zones', {
				placeholder: 'e.g. zonek',
				description: 'Empty for an instance in a single zone',
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
	flag('CrossZone', 'Spread over Two Zones', 'Whether brokers are placed in two zones', {
		default: true,
	}),
	selectedZones(),
	flag(
		'IsForceSelectedZones',
		'Only in These Zones',
		"Whether the deployment fails rather than use a zone that is not among 'Zones'",
	),
	list('VSwitchIds', 'vSwitch IDs', {
		name: 'vSwitchIds',
		description: "Subnets to choose from, with commas between them; they go before 'vSwitch ID'",
	}),
	text('Notifier', 'Alert Contact', { description: 'Name of the person that alerts go to' }),
	text('UserPhoneNum', 'Alert Contact Phone Number', {
		description: 'Mobile phone number of the person that alerts go to',
	}),
	text('ZoneId', 'Zone ID', {
		placeholder: 'e.g. zonea',
		description: 'Zone of the vSwitch, as zonea or cn-hangzhou-a',
	}),
	flag(
		'IsSetUserAndPassword',
		'Set User and Password',
		'Whether the first SASL user is set here; only with internet access',
		{ default: true },
	),
	text('Username', 'User Name', {
		placeholder: 'e.g. orders-service',
		description: 'First SASL user; only with internet access',
	}),
	secret('Password', 'Password', {
		description: 'Password of the first SASL user; only with internet access',
	}),
	text('Name', 'Name', {
		...NAME_RULES,
		placeholder: 'e.g. orders-dev',
		description: 'Has to be unique in the region',
	}),
	text('SecurityGroup', 'Security Group ID', {
		description: 'Its rules decide which clients reach the instance; the service makes one itself',
	}),
	choice('ServiceVersion', 'Kafka Version', {
		values: {
			'0.10.2': '0.10.2 (No Longer Offered Everywhere)',
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
		description: 'Encrypts the disks with this key, which cannot be undone',
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
			"does not go together with 'Network'",
			'Both have to be as the instance was bought.',
		);
	}
	for (const [value, label] of [
		[Username, 'User Name'],
		[Password, 'Password'],
		[IsSetUserAndPassword === true ? true : undefined, 'Set User and Password'],
	] as const) {
		if (value !== undefined && !hasInternet) {
			throw new BadInput(label, 'is only for instances with internet access', 'Remove it.');
		}
	}
	if (IsSetUserAndPassword === true && (Username === undefined || Password === undefined)) {
		throw new BadInput(
			'Set User and Password',
			'is on, but one of the two is missing',
			"Add 'User Name' and 'Password' under 'Options'.",
		);
	}
	if (parameters.IsForceSelectedZones === true && parameters.SelectedZones === undefined) {
		throw new BadInput('Only in These Zones', "needs 'Zones'", "Add 'Zones' under 'Options'.");
	}
	const config = Config === undefined ? {} : (JSON.parse(String(Config)) as IDataObject);
	if (config['enable.vpc_sasl_ssl'] === 'true' && config['enable.acl'] !== 'true') {
		throw new BadInput(
			'Encrypt in the VPC',
			'needs access control',
			"Switch 'Access Control' on too.",
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
	description: 'Deploy an instance that was bought into a VPC, which takes 10 to 40 minutes',
	...writes('StartInstance'),
	fields: [
		instance(),
		...place,
		choice('DeployModule', 'Network', {
			required: true,
			values: { eip: 'Internet and VPC', vpc: 'VPC Only' },
			default: 'vpc',
			hint: 'As the instance was bought',
		}),
	],
	options: [
		flag('IsEipInner', 'Internet Access', 'Whether the instance was bought with internet access'),
		...settings,
	],
	check: ({ body = {} }) => checkDeployment(body, body.DeployModule === 'eip'),
	outcome: acknowledged({ deploymentStarted: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} deploying`,
	simple,
	completion: instanceDeployed,
};
