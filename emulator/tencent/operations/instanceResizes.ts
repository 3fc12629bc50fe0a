import { refuse, refuseMissing, refuseValue, success } from '../answers/errors';
import { beginChange } from '../model/lifecycle';
import type { Instance } from '../model/instance';
import { STATUS } from '../model/status';
import type { Handler } from '../requests/context';
import { checkSize } from '../requests/sizes';

interface ResizeBody {
	InstanceId: string;
	UpgradeStrategy: 1 | 2;
	DiskSize?: number;
	BandWidth?: number;
	Partition?: number;
}

/** Resizes an instance that is paid as it goes, up or down; the answer has orders only. */
export const InstanceScalingDown: Handler = (request, context) => {
	const body = request.body as ResizeBody;
	const instance = context.idleInstance(body.InstanceId);
	if (instance.prePaid) refuseValue('InstanceId', `${instance.id} is a prepaid instance`);
	const { diskSize, bandwidth, partitionQuota, topicQuota } = instance;
	const { DiskSize = diskSize, BandWidth = bandwidth, Partition = partitionQuota } = body;
	const wanted = { diskSize: DiskSize, bandwidth: BandWidth, partitionQuota: Partition };
	if (instance.specification === 'standard' && isSmaller(wanted, instance)) {
		refuse('FailedOperation', 'Instances of the standard edition cannot be made smaller.');
	}
	checkSize({ ...wanted, topicQuota }, instance.specification);
	beginChange(context.state, instance, context.now, {
		operation: request.operation,
		work: () => void Object.assign(instance, wanted),
	});
	return success({ Result: { DealNames: [context.state.newDeal()] } });
};

type Size = Pick<Instance, 'diskSize' | 'bandwidth' | 'partitionQuota'>;

const isSmaller = (wanted: Size, present: Size) =>
	(['diskSize', 'bandwidth', 'partitionQuota'] as const).some(
		(name) => wanted[name] < present[name],
	);

interface PlannedBody {
	InstanceId: string;
	BandWidth: number;
	DiskSize: number;
	DiskType: string;
	Partition: number;
	Topic: number;
}

/** How a resize would be done: what is smaller, or of another disk type, moves the data. */
export const DescribeModifyType: Handler = (request, context) => {
	const body = request.body as PlannedBody;
	const instance = context.instance(body.InstanceId);
	const wanted = {
		diskSize: body.DiskSize,
		bandwidth: body.BandWidth,
		partitionQuota: body.Partition,
	};
	const MigrateFlag = isSmaller(wanted, instance) || body.DiskType !== instance.diskType;
	return success({ Result: { ModifyType: MigrateFlag ? 1 : 2, MigrateFlag } });
};

/** Isolates a prepaid instance, which then is 5 until it is renewed. */
export const IsolatedInstancePre: Handler = (request, context) => {
	const { InstanceId } = request.body as { InstanceId?: string };
	if (InstanceId === undefined) refuseMissing('InstanceId');
	const instance = context.instance(InstanceId);
	if (!instance.prePaid || instance.status !== STATUS.running || instance.changing) {
		refuse('UnsupportedOperation', `The instance ${InstanceId} cannot be isolated.`);
	}
	instance.agenda.plan(context.now + instance.durations.changeLag, () => {
		if (instance.status === STATUS.running) instance.status = STATUS.isolated;
	});
	const Data = { FlowId: 0, DealNames: [context.state.newDeal()], InstanceId };
	return success({
		Result: { ReturnCode: '0', ReturnMessage: 'ok', Data, DeleteRouteTimestamp: null },
	});
};
