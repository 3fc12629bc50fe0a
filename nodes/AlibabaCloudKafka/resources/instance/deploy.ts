import type { Operation } from '../../../shared/contract/operation';
import { choice, flag } from '../../../shared/form/fields';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { instanceDeployed } from '../../completions/instance';
import { instance } from '../../fields';
import { checkDeployment } from './checks';
import { instanceName, location, settings } from './deployment';
import { simple } from './simple';

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
		instanceName(),
		...location,
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
