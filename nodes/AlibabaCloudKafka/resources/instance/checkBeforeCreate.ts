import type { Operation } from '../../../shared/contract/operation';
import { readOperation } from '../../api/requests';
import { kmsKey, securityGroup, zone } from '../../lookedUp';
import { checkAccount } from '../../preflight/account';
import { checkCapacity } from '../../preflight/capacity';
import { checkListed } from '../../preflight/listed';
import { createAndDeploy, split } from './createAndDeploy';
import { resourceGroupAndTags } from './purchase';

const [resourceGroup] = resourceGroupAndTags();

/** What nothing can be said of before the order. */
const UNCHECKED: ReadonlySet<string> = new Set(['DiskType', 'ServerlessConfig']);

/**
 * Looks at everything that an order and its deployment depend on, as far as it can be read. It has the form
 * of 'Create and Deploy', so that a node is switched from one to the other, and sends no write.
 */
export const checkBeforeCreate: Operation = {
	value: 'checkBeforeCreate',
	name: 'Check Before Create',
	action: 'Check before creating instance',
	description:
		"Check the specification, network, and name for 'Create and Deploy', which has the same fields; nothing is ordered",
	...readOperation('GetInstanceList'),
	fields: createAndDeploy.fields?.filter(({ wireName }) => !UNCHECKED.has(wireName)),
	options: [kmsKey(), resourceGroup, securityGroup(), zone()],
	check: createAndDeploy.check,
	tellsNames: true,
	runSteps: async (item, { body = {} }) => {
		const { deployment, purchase } = split(body);
		const [account, listed] = await Promise.all([
			checkAccount(item, deployment.Name),
			checkListed(item, deployment, purchase),
		]);
		return [...account, ...checkCapacity(purchase), ...listed].map((json) => ({ json }));
	},
};
