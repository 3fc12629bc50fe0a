import type { IDataObject } from 'n8n-workflow';

import { Failure, asFailure } from '../../shared/contract/failure';
import type { OperationContext } from '../../shared/contract/context';
import { isBlank } from '../../shared/contract/field';
import { isDisowned, isGone } from '../api/decode';
import { instanceNameOf, versionOf } from '../api/records';
import { findInstance, writeRequest } from '../api/requests';
import { instanceStatus, waitsForDeployment } from '../api/status';

/** What the service says of an instance that it does not know everywhere yet. */
const notKnownYet = (failure: Failure) =>
	isGone(failure) || isDisowned(failure) || failure.details.code === 'VpcVSwitch.NotFound';

/** Parameters of a deployment that a deployed instance shows, and what texts call them. */
const SHOWN: ReadonlyArray<readonly [string, string]> = [
	['VpcId', 'VPC'],
	['VSwitchId', 'vSwitch'],
	['SecurityGroup', 'security group'],
	['Name', 'name'],
	['ServiceVersion', 'version'],
];

/** A Confluent instance shows several vSwitches as a list in a text. */
const shows = (shown: unknown, name: string, wanted: string) =>
	name === 'VSwitchId' ? String(shown).includes(wanted) : shown === wanted;

/** What of a deployment an instance shows otherwise, for texts; nothing that is not shown yet. */
function differences(record: IDataObject, { VSwitchIds, ...wanted }: IDataObject): string[] {
	const shown: IDataObject = {
		...record,
		Name: instanceNameOf(record),
		ServiceVersion: versionOf(record),
	};
	// A list of vSwitches takes precedence.
	const asked: IDataObject = isBlank(VSwitchIds) ? wanted : { ...wanted, VSwitchId: undefined };
	return SHOWN.filter(
		([name]) =>
			!isBlank(asked[name]) &&
			!isBlank(shown[name]) &&
			!shows(shown[name], name, String(asked[name])),
	).map(([name, label]) => `${label} ${String(shown[name])} instead of ${String(asked[name])}`);
}

/**
 * Whether StartInstance has taken effect, or somebody else has done the same.
 *
 * @param wanted What the instance is to be like
 */
async function isDeployed(
	item: OperationContext,
	id: string,
	wanted: IDataObject,
): Promise<boolean> {
	const record = await findInstance(item, id);
	if (!record || waitsForDeployment(record)) return false;
	const { status, kind } = instanceStatus(record);
	if (kind === 'pending' || kind === 'ready' || kind === 'unknown') {
		const different = differences(record, wanted);
		if (different.length > 0) throw otherwise(id, different.join(', '));
		return true;
	}
	throw new Failure('unfinished', `Instance ${id} is ${status} and can no longer be deployed`, {
		advice: 'Check it in the console. It may be billed until it is released.',
	});
}

/** An order has no name, so that somebody else can take its instance for his, and it can be continued twice. */
const otherwise = (id: string, different: string) =>
	new Failure('unfinished', `Instance ${id} is already deployed, with ${different}`, {
		advice:
			'This run did not deploy it. If its order has served, remove it from the node to get a new instance. Otherwise, find out who deployed it before you use it; an instance cannot be moved to another network.',
	});

/**
 * Deploys a bought instance. A new one is not known everywhere for up to a minute, so that some
 * refusals are tried again; deploying twice is refused by the service, so that this is safe to repeat.
 *
 * @param parameters Of StartInstance, without the instance
 * @returns Whether it was deployed already
 * @throws {Failure} Nothing that counts as unknown: a later try looks again and goes on
 */
export async function deploy(
	item: OperationContext,
	id: string,
	parameters: IDataObject,
): Promise<{ wasDeployed: boolean }> {
	const started = { wasDeployed: false };
	if (await isDeployed(item, id, parameters)) return { wasDeployed: true };
	const request = writeRequest('StartInstance', { InstanceId: id, ...parameters });
	for (const duration of [...item.clock.times.order, undefined]) {
		try {
			await item.call(request);
			return started;
		} catch (error) {
			const failure = asFailure(error);
			const isLate = failure.details.code === 'InstanceStatus.NotWaitDeploy';
			if (isLate && (await isDeployed(item, id, parameters))) return { wasDeployed: true };
			if (failure.mayHaveHappened) {
				await confirm(item, id, parameters, failure);
				return started;
			}
			if (duration === undefined || !notKnownYet(failure)) throw failure;
			await item.pause(duration, `while waiting to deploy instance ${id}`);
		}
	}
	return started;
}

/** Waits for a lost StartInstance to show. */
async function confirm(
	item: OperationContext,
	id: string,
	wanted: IDataObject,
	failure: Failure,
): Promise<void> {
	for (const duration of item.clock.times.order) {
		await item.pause(duration, `while checking whether instance ${id} is deployed`);
		const deployed = await isDeployed(item, id, wanted).catch((error: unknown) => {
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

/** Refusals of a change that an instance which is being deployed may not be ready for. */
const NOT_READY: ReadonlySet<string> = new Set([
	'BIZ_INSTANCE_CANNOT_OPERATE',
	'BIZ_INSTANCE_STATUS_ERROR',
	'BIZ.INSTANCE.STATUS.ERROR',
	'Instance.StatusNotRunning',
	'InstanceStatus.NotAllowed',
	'InstanceStatus.Change.NotAllowed',
]);

/**
 * Names an instance of an edition that takes no name with its deployment. Doing so twice does no harm.
 *
 * @throws {Failure} It is deployed, but has no name
 */
export async function nameDeployed(
	item: OperationContext,
	id: string,
	name: string,
): Promise<void> {
	const request = writeRequest('ModifyInstanceName', { InstanceId: id, InstanceName: name });
	for (const duration of [...item.clock.times.order, undefined]) {
		try {
			await item.call(request);
			return;
		} catch (error) {
			const failure = asFailure(error);
			const passes = failure.mayHaveHappened || NOT_READY.has(failure.details.code ?? '');
			if (duration === undefined || !(passes || notKnownYet(failure))) throw nameless(failure, id);
			await item.pause(duration, `while naming instance ${id}`);
		}
	}
}

const nameless = (failure: Failure, id: string) =>
	failure.kind === 'cancelled'
		? failure
		: failure.with({
				kind: 'unfinished',
				message: `instance ${id} is being deployed, but could not be named: ${failure.message}`,
				advice: "Name it with the operation 'Rename' when it is running.",
			});
