import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import { Failure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { choice, flag, secret } from '../../../shared/form/fields';
import { acknowledged } from '../../api/records';
import { knownInstance, operation } from '../../api/requests';
import { waitsForDeployment } from '../../api/status';
import { instanceDeployed } from '../../completions/instance';
import { instance } from '../../fields';
import { checkConfluentPassword, checkDeployment } from './checks';
import { location } from '../../lookedUp';
import { instanceName, settings } from './deployment';
import type { Series } from '../../api/series';
import { nameOf, seriesOf } from '../../api/series';
import { checkSettings, checkVersion, settingsFor } from './series';
import { simple } from './simple';

/**
 * Holds a deployment against what the instance was bought as, which only the list tells.
 *
 * @throws {BadInput}
 */
function checkFor(series: Series, body: IDataObject): void {
	checkVersion(body.ServiceVersion, series);
	checkSettings(series, body.Config);
	if (series === 'confluent') checkConfluentPassword(body.Password);
	if (series !== 'reserved' && body.Name !== undefined) {
		throw new BadInput(
			'Name',
			`is not available when a ${nameOf(series)} instance is deployed`,
			"Clear it, and name the instance with the operation 'Rename' when it is running.",
		);
	}
}

/** Nothing has gone out yet that would change something. */
function refusal(error: unknown): unknown {
	if (!(error instanceof BadInput)) return error;
	return new Failure('notSent', error.message, { advice: error.advice });
}

/**
 * Deploys a bought instance into a VPC. AliKafka API Reference, StartInstance; 2 requests a second. It
 * goes from waiting for deployment over deploying to running. The instance exists, and is billed, since it
 * was ordered: a change.
 */
export const deploy: Operation = {
	value: 'deploy',
	name: 'Deploy',
	action: 'Deploy instance',
	description: 'Deploy a purchased instance into a VPC, which takes 10 to 40 minutes',
	...operation('change', 'StartInstance'),
	fields: [
		instance(),
		...location,
		instanceName(),
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
		secret('Password', 'Password', {
			description:
				'Password of a Confluent instance, 8 to 32 characters; reserved instances have it in First SASL User',
		}),
		...settings,
	],
	before: async (item, { body = {} }) => {
		const record = await knownInstance(item, body.InstanceId);
		const series = seriesOf(record);
		// Any other is for the service to refuse.
		if (!record || series === undefined || !waitsForDeployment(record)) return;
		if (body.Config !== undefined) body.Config = settingsFor(series, body.Config) as string;
		try {
			checkFor(series, body);
		} catch (error) {
			throw refusal(error);
		}
	},
	check: ({ body = {} }) => checkDeployment(body, body.DeployModule === 'eip'),
	outcome: acknowledged({ deploymentStarted: true }),
	subject: ({ InstanceId: id }) => `instance ${String(id)} deploying`,
	simple,
	completion: instanceDeployed,
};
