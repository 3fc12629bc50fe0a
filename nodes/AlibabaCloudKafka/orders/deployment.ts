import type { IDataObject } from 'n8n-workflow';

import { Failure, asFailure } from '../../shared/contract/failure';
import type { OperationContext } from '../../shared/contract/context';
import { isGone } from '../api/decode';
import { findInstance, writeRequest } from '../api/requests';
import { instanceStatus, waitsForDeployment } from '../api/status';

/** What the service says of an instance that it does not know everywhere yet. */
const notKnownYet = (failure: Failure) =>
	isGone(failure) ||
	['AUTH_RESOURCE_OWNER_ERROR', 'VpcVSwitch.NotFound'].includes(failure.details.code ?? '');

/**
 * Whether StartInstance has taken effect, or somebody else has done the same.
 *
 * @param wanted VPC that the instance is to be in
 */
async function isDeployed(item: OperationContext, id: string, wanted: unknown): Promise<boolean> {
	const record = await findInstance(item, id);
	if (!record || waitsForDeployment(record)) return false;
	const { status, kind } = instanceStatus(record);
	const { VpcId: vpc } = record;
	if (kind === 'pending' || kind === 'ready' || kind === 'unknown') {
		if (vpc && wanted && vpc !== wanted) throw elsewhere(id, String(vpc), String(wanted));
		return true;
	}
	throw new Failure('unfinished', `Instance ${id} is ${status} and can no longer be deployed`, {
		advice: 'Check it in the console. It may be billed until it is released.',
	});
}

/** An order has no name, so that somebody else can take its instance for his. */
const elsewhere = (id: string, vpc: string, wanted: string) =>
	new Failure('unfinished', `Instance ${id} is already deployed in ${vpc} instead of ${wanted}`, {
		advice:
			'This run did not deploy it. Find out who did before you use it; an instance cannot be moved to a different VPC.',
	});

/**
 * Deploys a bought instance. A new one is not known everywhere for up to a minute, so that some
 * refusals are tried again; deploying twice is refused by the service, so that this is safe to repeat.
 *
 * @param parameters Of StartInstance, without the instance
 * @throws {Failure} Nothing that counts as unknown: a later try looks again and goes on
 */
export async function deploy(
	item: OperationContext,
	id: string,
	parameters: IDataObject,
): Promise<void> {
	const { VpcId: vpc } = parameters;
	if (await isDeployed(item, id, vpc)) return;
	const request = writeRequest('StartInstance', { InstanceId: id, ...parameters });
	for (const duration of [...item.clock.times.order, undefined]) {
		try {
			await item.call(request);
			return;
		} catch (error) {
			const failure = asFailure(error);
			const isLate = failure.details.code === 'InstanceStatus.NotWaitDeploy';
			if (isLate && (await isDeployed(item, id, vpc))) return;
			if (failure.mayHaveHappened) return await confirm(item, id, vpc, failure);
			if (duration === undefined || !notKnownYet(failure)) throw failure;
			await item.pause(duration, `while waiting to deploy instance ${id}`);
		}
	}
}

/** Waits for a lost StartInstance to show. */
async function confirm(
	item: OperationContext,
	id: string,
	vpc: unknown,
	failure: Failure,
): Promise<void> {
	for (const duration of item.clock.times.order) {
		await item.pause(duration, `while checking whether instance ${id} is deployed`);
		const deployed = await isDeployed(item, id, vpc).catch((error: unknown) => {
			const confirming = asFailure(error);
			if (confirming.kind === 'unfinished') throw confirming;
			return false;
		});
		if (deployed) {
			item.note(`the response to StartInstance was lost, but instance ${id} is being deployed`);
			return;
		}
	}
	throw failure.with({
		kind: 'unfinished',
		message: `${failure.message}; instance ${id} is still waiting for deployment`,
	});
}
