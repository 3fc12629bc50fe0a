import type { IDataObject } from 'n8n-workflow';

import { Failure, asFailure } from '../../../shared/contract/failure';
import type { Operation } from '../../../shared/contract/operation';
import { singleItem } from '../../../shared/contract/operation';
import type { ApiRequest } from '../../../shared/contract/vendor';
import type { OperationContext } from '../../../shared/contract/context';
import { noSuchInstance } from '../../api/decode';
import { PAID_TYPE } from '../../api/records';
import { findInstance, findListedInstance, operation } from '../../api/requests';
import { VIEW_STATUSES, instanceStatus, isOutOfService, isReleased } from '../../api/status';
import { completelyDeleted } from '../../completions/instanceDeletion';
import { instance } from '../../fields';
import { releaseImmediately } from './fields';

/** Ways to pay in advance, in which an instance ends by itself or in the console. */
const SUBSCRIPTIONS: readonly string[] = [PAID_TYPE.subscription, PAID_TYPE.confluent];

const isReleasing = (record: IDataObject) =>
	instanceStatus(record).status === VIEW_STATUSES['23'][0];

const isPrepaid = ({ PaidType }: IDataObject) => SUBSCRIPTIONS.includes(String(PaidType));

/**
 * Whether no release is needed any more. One that is out of service may be stopped and still billed, unless
 * it is prepaid: such instances are never stopped.
 */
const isOver = (record?: IDataObject) =>
	!record ||
	isReleased(record) ||
	isReleasing(record) ||
	(isOutOfService(record) && isPrepaid(record));

/** Refusals of a release that was begun by a request whose answer was lost, or by somebody else. */
const UNDER_WAY: ReadonlySet<string> = new Set([
	'AsyncTask.TypeAlreadyExist',
	'InstanceStatus.Released',
]);

/** Releases the instance. Doing so twice does no harm, so that a lost answer is no obstacle. */
async function release(item: OperationContext, id: string, request: ApiRequest): Promise<void> {
	for (const duration of item.clock.times.order) {
		try {
			await item.call(request);
			return;
		} catch (error) {
			const failure = asFailure(error);
			if (UNDER_WAY.has(failure.details.code ?? '')) return;
			if (!failure.mayHaveHappened) throw failure;
		}
		await item.pause(duration, `while releasing instance ${id}`);
		if (isOver(await afterLostAnswer(item, id))) return;
	}
	throw new Failure('unfinished', `Instance ${id} could not be released`, {
		advice: 'It is still running and billed. Run this again to continue from the current state.',
	});
}

async function afterLostAnswer(
	item: OperationContext,
	id: string,
): Promise<IDataObject | undefined> {
	try {
		return await findInstance(item, id);
	} catch (error) {
		throw unknownRelease(id, asFailure(error));
	}
}

const unknownRelease = (id: string, failure: Failure) =>
	failure.kind === 'cancelled'
		? failure
		: failure.with({
				message: `it is not known whether instance ${id} is being released: ${failure.message}`,
				advice:
					'Run this again to continue from the current state. The instance is billed until it is released.',
			});

const isSubscription = (id: string) =>
	new Failure('notSent', `Instance ${id} is a subscription, which cannot be released`, {
		advice:
			'Nothing was sent. Unsubscribe from it in the console; after it has expired, this operation can delete it.',
	});

/**
 * Releases an instance and deletes it once it is released. AliKafka API Reference, ReleaseInstance and
 * DeleteInstance. An instance that is released or has expired already is deleted at once, so that a run
 * that broke off can be repeated.
 */
export const deleteCompletely: Operation = {
	value: 'deleteCompletely',
	name: 'Delete Completely',
	action: 'Delete instance completely',
	description:
		'Release a pay-as-you-go instance and all its data, wait for the release, and then delete it',
	...operation('delete', 'ReleaseInstance'),
	fields: [instance()],
	options: [releaseImmediately()],
	runSteps: async (item, request) => {
		const { InstanceId, ForceDeleteInstance = true } = request.body ?? {};
		const id = String(InstanceId);
		const record = await findListedInstance(item, id);
		if (!record) throw noSuchInstance(id);
		if (!isOver(record)) {
			if (isPrepaid(record)) throw isSubscription(id);
			await release(item, id, { ...request, body: { InstanceId: id, ForceDeleteInstance } });
		}
		return singleItem({ InstanceId: id, Name: record.Name, deleted: false });
	},
	subject: ({ InstanceId: id }) => `instance ${String(id)} released`,
	completion: completelyDeleted,
};
