import { refuse } from '../answers/errors';
import type { Instance } from '../model/instance';
import { beginDeletion, beginRelease, pass } from '../model/lifecycle';
import { ENDED } from '../model/status';
import type { Handler } from '../requests/context';

const isPrepaid = ({ paidType }: Instance) => paidType === 0 || paidType === 4;

/** Stops an instance that is not prepaid. */
export const StopInstance: Handler = (_request, context) => {
	const instance = context.idleInstance();
	if (isPrepaid(instance)) refuse('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT', instance.id);
	pass(instance, 'stopping', instance.durations.stop, 'stopped', context.now);
	return context.success();
};

/** Starts a stopped instance again. */
export const ReopenInstance: Handler = (_request, context) => {
	const instance = context.instance();
	if (instance.phase !== 'stopped') refuse('InstanceStatus.Change.NotAllowed', instance.id);
	pass(instance, 'reopening', instance.durations.reopen, 'serving', context.now);
	return context.success();
};

/** Releases an instance that is not prepaid, deployed or not. */
export const ReleaseInstance: Handler = (request, context) => {
	const { ForceDeleteInstance = false } = request.parameters as { ForceDeleteInstance?: boolean };
	const instance = context.instance();
	if (isPrepaid(instance)) refuse('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT', instance.id);
	if (ENDED.includes(instance.phase)) refuse('InstanceStatus.Released', instance.id);
	if (instance.phase === 'releasing') refuse('AsyncTask.TypeAlreadyExist', instance.id);
	if (context.state.rules.releaseNeedsEmpty && !ForceDeleteInstance) {
		if (instance.topics.length) refuse('BIZ_INSTANCE_RELEASE_EXIST_TOPIC_ERROR');
		if (instance.groups.length) refuse('BIZ_INSTANCE_RELEASE_EXIST_CONSUMER_GROUP_ERROR');
	}
	beginRelease(instance, context.now);
	return context.success();
};

/** Deletes an instance that was released or has expired. */
export const DeleteInstance: Handler = (_request, context) => {
	const instance = context.instance();
	if (instance.phase === 'deleting') refuse('InstanceStatus.Released', instance.id);
	if (!ENDED.includes(instance.phase)) refuse('InstanceStatus.NotReleased', instance.id);
	beginDeletion(instance, context.now);
	return context.success();
};
