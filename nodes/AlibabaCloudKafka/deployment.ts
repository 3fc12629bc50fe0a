import type { IDataObject } from 'n8n-workflow';

import { Failure, asFailure } from '../shared/failure';
import type { Item } from '../shared/item';
import { pause } from '../shared/pause';
import { isGone } from './answers';
import { orderTimes } from './orders';
import { findInstance, writing } from './requests';
import { instanceStatus, waitsForDeployment } from './status';

/** What the service says of an instance that it does not know everywhere yet. */
const notKnownYet = (failure: Failure) =>
	isGone(failure) ||
	['AUTH_RESOURCE_OWNER_ERROR', 'VpcVSwitch.NotFound'].includes(failure.details.code ?? '');

/** Whether StartInstance has taken effect, or somebody else has done the same. */
async function isDeployed(item: Item, id: string): Promise<boolean> {
	const record = await findInstance(item, id);
	if (!record || waitsForDeployment(record)) return false;
	const { status, kind } = instanceStatus(record);
	if (kind === 'pending' || kind === 'ready' || kind === 'unknown') return true;
	throw new Failure('unfinished', `Instance ${id} is ${status}, it cannot be deployed any more`, {
		mend: 'Look at it in the console. It may be billed until it is released.',
	});
}

/**
 * Deploys a bought instance. A new one is not known everywhere for up to a minute, so that some
 * refusals are tried again; deploying twice is refused by the service, so that this is safe to repeat.
 *
 * @param parameters Of StartInstance, without the instance
 * @throws {Failure} Nothing that counts as unknown: a later try looks again and goes on
 */
export async function deploy(item: Item, id: string, parameters: IDataObject): Promise<void> {
	if (await isDeployed(item, id)) return;
	const request = writing('StartInstance', { InstanceId: id, ...parameters });
	for (const time of [...orderTimes, undefined]) {
		try {
			await item.call(request);
			return;
		} catch (error) {
			const failure = asFailure(error);
			if (failure.details.code === 'InstanceStatus.NotWaitDeploy' && (await isDeployed(item, id)))
				return;
			if (failure.mayHaveHappened) return await confirm(item, id, failure);
			if (time === undefined || !notKnownYet(failure)) throw asFailure(error);
			await pause(time, item.signal, `while waiting to deploy instance ${id}`);
		}
	}
}

/** Waits for a lost StartInstance to show. */
async function confirm(item: Item, id: string, failure: Failure): Promise<void> {
	for (const time of orderTimes) {
		await pause(time, item.signal, `while looking whether instance ${id} is deployed`);
		const deployed = await isDeployed(item, id).catch((error: unknown) => {
			if (asFailure(error).kind === 'unfinished') throw asFailure(error);
			return false;
		});
		if (deployed) {
			item.note(`the answer to StartInstance was lost, instance ${id} is being deployed`);
			return;
		}
	}
	throw new Failure('unfinished', `${failure.message}; instance ${id} still waits for deployment`, {
		...failure.details,
	});
}
