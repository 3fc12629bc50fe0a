import type { IExecuteFunctions, INodeExecutionData, INodeTypeDescription } from 'n8n-workflow';

import { asFailure, Failure, toNodeError } from '../shared/contract/failure';
import type { Clock } from '../shared/contract/clock';
import type { FleetVendor } from '../shared/fleet/vendor';
import { propertiesOf } from './fields';
import { OPERATIONS } from './operations';
import { firstOfEach } from './run/groups';
import { NodeRun } from './run/nodeRun';

/**
 * The credentials of the clouds, each shown for its own; a node made for one cloud needs its one.
 *
 * The slash keeps the field in the form: n8n's editor hides one of which each choice shows a credential, as
 * it takes it for the choice of an authentication, which stands in the credential's own form.
 */
export const credentialsOf = (
	vendors: readonly FleetVendor[],
): NonNullable<INodeTypeDescription['credentials']> =>
	vendors.map(({ cloud, vendor }) => ({
		name: vendor.credential,
		...(vendors.length === 1
			? { required: true }
			: { required: false, displayOptions: { show: { '/clouds': [cloud] } } }),
	}));

/** What of the node depends on its clouds; a package of one cloud has the same node for that one. */
export const fleetNode = (
	vendors: readonly FleetVendor[],
): Pick<INodeTypeDescription, 'credentials' | 'properties'> => ({
	credentials: credentialsOf(vendors),
	properties: propertiesOf(vendors),
});

/** The `execute` of the node for these clouds. */
export const executorOf = (
	vendors: readonly FleetVendor[],
	clock: Clock,
	description: INodeTypeDescription,
): ((this: IExecuteFunctions) => Promise<INodeExecutionData[][]>) =>
	async function (this: IExecuteFunctions) {
		return await executeFleet(this, clock, vendors, description);
	};

/**
 * What the node does with its items.
 *
 * @param context n8n's, for one execution
 * @throws {NodeApiError}
 */
async function executeFleet(
	context: IExecuteFunctions,
	clock: Clock,
	vendors: readonly FleetVendor[],
	{ properties }: INodeTypeDescription,
): Promise<INodeExecutionData[][]> {
	const operation = operationOf(context);
	const run = new NodeRun(context, clock, vendors, operation.action, properties);
	const check = (index: number) => {
		run.check(index);
		// A single instance needs the credential of its own cloud only.
		if (operation.runs === 'shared' && !run.goesOn) run.needCredentials(index);
		operation.check?.(run, index);
	};
	const all = [...context.getInputData().keys()];
	const indexes =
		operation.runs === 'item' ? all : operation.runs === 'all' ? all.slice(0, 1) : undefined;
	// An item that is not valid stops all of them before anything is sent.
	if (!run.goesOn) for (const index of all) orThrow(run, index, () => check(index));
	for (const index of indexes ?? (await firstOfEach(run))) {
		try {
			// What is for all items looks at each one by itself.
			if (operation.runs !== 'all') check(index);
			await operation.run(run, index);
		} catch (error) {
			if (isNodeError(error)) throw thrown(error);
			run.fail(index, error, run.about(index));
		}
	}
	return [run.out];
}

/** What was thrown is an error of n8n already. */
const isNodeError = (error: unknown): error is Error =>
	error instanceof Error && error.name === 'NodeApiError';

/** The error as it is: what an operation has thrown is told already. */
const thrown = (error: Error): Error => error;

function orThrow(run: NodeRun, index: number, check: () => void): void {
	try {
		check();
	} catch (error) {
		throw run.errorOf(index, asFailure(error));
	}
}

function operationOf(context: IExecuteFunctions) {
	const resource = context.getNodeParameter('resource', 0);
	const value = context.getNodeParameter('operation', 0);
	const found = OPERATIONS.find((one) => one.resource === resource && one.value === value);
	if (found) return found;
	const failure = new Failure('notSent', `There is no operation '${value}' of '${resource}'`, {
		advice: 'Choose one from the list.',
	});
	throw toNodeError(context.getNode(), failure);
}
