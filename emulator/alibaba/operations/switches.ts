import { refuse } from '../answers/errors';
import type { Instance } from '../model/instance';
import { isConfluent, isServerless } from '../model/series';
import type { Context, Handler } from '../requests/context';

/** What is set at once and shown some seconds later (terraform-provider-alicloud #10081). */
function later(instance: Instance, { now }: Context, values: Partial<Instance>): void {
	instance.agenda.plan(now + instance.durations.switched, () => {
		Object.assign(instance, values);
	});
}

interface TopicParameters {
	Operate?: 'enable' | 'disable' | 'updatePartition';
	UpdatePartition?: boolean;
	PartitionNum?: number;
}

/** Turns automatic topic creation on or off, or sets its partitions; not of Confluent instances. */
export const EnableAutoTopicCreation: Handler = (request, context) => {
	const { Operate, UpdatePartition, PartitionNum } = request.parameters as TopicParameters;
	const instance = context.idleInstance();
	if (isConfluent(instance)) refuse('NotSupport', instance.id);
	const partitions = Operate === 'updatePartition' || UpdatePartition === true;
	if (partitions && Operate !== undefined && Operate !== 'updatePartition') {
		refuse('InvalidParameter.OtherParam', 'UpdatePartition goes with updatePartition.');
	}
	if (partitions && PartitionNum === undefined) refuse('BIZ_PARAM_EMPTY', 'PartitionNum');
	if (!partitions && Operate === undefined) refuse('BIZ_PARAM_EMPTY', 'Operate');
	later(
		instance,
		context,
		partitions ? { defaultPartitions: PartitionNum } : { autoTopics: Operate === 'enable' },
	);
	return context.success();
};

/** Turns automatic group creation on or off, of reserved instances. */
export const EnableAutoGroupCreation: Handler = (request, context) => {
	const { Enable } = request.parameters as { Enable: boolean };
	const instance = context.idleInstance();
	if (isServerless(instance) || isConfluent(instance)) refuse('NotSupport', instance.id);
	later(instance, context, { autoGroups: Enable });
	return context.success();
};

/** Moves an instance; `Success` is a number, and 0 in the vendor's own sample of a success. */
export const ChangeResourceGroup: Handler = (request, context) => {
	const { ResourceId, NewResourceGroupId } = request.parameters as Record<string, string>;
	const instance =
		context.state.visible.find(({ id }) => id === ResourceId) ??
		refuse('Instance.NotFound', ResourceId);
	later(instance, context, { resourceGroupId: NewResourceGroupId });
	const Message = 'operation success';
	return context.bare({ Message, Code: 200, Success: 0, NewResourceGroupId });
};
