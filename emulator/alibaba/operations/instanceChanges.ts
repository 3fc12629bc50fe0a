import { refuse } from '../answers/errors';
import { beginChange, planExpiry } from '../model/lifecycle';
import { cut } from '../model/names';
import { usedPartitions } from '../model/quotas';
import { MONTH } from '../model/state';
import { ENDED } from '../model/status';
import { mergedConfig } from '../requests/configs';
import type { Context, Handler } from '../requests/context';
import { downgraded, specificationOf, upgraded, type UpgradeParameters } from '../requests/sizes';

/** Renames an instance. */
export const ModifyInstanceName: Handler = (request, context) => {
	const { InstanceName } = request.parameters as { InstanceName: string };
	const instance = context.instance();
	if (ENDED.includes(instance.phase)) refuse('InstanceStatus.Released', instance.id);
	instance.name = cut(InstanceName);
	if (instance.pending === 'deploy') context.state.follow(instance, instance.name);
	return context.success();
};

/** Scales up a pay-as-you-go instance. */
export const UpgradePostPayOrder: Handler = (request, context) =>
	upgrade(request.parameters as unknown as UpgradeParameters, context, [1, 3]);

/** Scales up a subscription. */
export const UpgradePrePayOrder: Handler = (request, context) =>
	upgrade(request.parameters as unknown as UpgradeParameters, context, [0, 4]);

function upgrade(asked: UpgradeParameters, context: Context, paidTypes: number[]) {
	const instance = context.idleInstance();
	if (!paidTypes.includes(instance.paidType)) refuse('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT');
	const after = upgraded(specificationOf(instance), asked);
	const { changeLag: lag, upgrade: duration } = instance.durations;
	const fails = instance.upgradeFails;
	const change = { name: 'upgrade', phase: 'changing', lag, duration, fails } as const;
	beginChange(instance, change, context.now, () => Object.assign(instance, after));
	return context.success();
}

/** Scales down a pay-as-you-go instance. */
export const DowngradePostPayOrder: Handler = (request, context) =>
	downgrade(request.parameters as unknown as UpgradeParameters, context, [1, 3]);

/** Scales down a subscription. */
export const DowngradePrePayOrder: Handler = (request, context) => {
	downgrade(request.parameters as unknown as UpgradeParameters, context, [0, 4]);
	const OrderId = context.state.orderId();
	context.instance().orderIds.push(OrderId);
	return context.success({ OrderId });
};

function downgrade(asked: UpgradeParameters, context: Context, paidTypes: number[]) {
	const instance = context.idleInstance();
	if (!paidTypes.includes(instance.paidType)) refuse('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT');
	const after = downgraded(specificationOf(instance), asked);
	if (after.partitionNum > 0 && after.partitionNum <= usedPartitions(instance)) {
		refuse('BIZ.LIMIT.QUOTA.DOWN', 'PartitionNum must exceed the partitions in use.');
	}
	const { changeLag: lag, upgrade: duration } = instance.durations;
	const change = { name: 'downgrade', phase: 'changing', lag, duration } as const;
	beginChange(instance, change, context.now, () => Object.assign(instance, after));
	return context.success();
}

/** Versions in their order. */
const VERSIONS = ['0.10.2', '2.2.0', '2.6.2'];

/** Moves an instance to the newest build of a version. */
export const UpgradeInstanceVersion: Handler = (request, context) => {
	const { TargetVersion } = request.parameters as { TargetVersion: string };
	const instance = context.idleInstance();
	if (TargetVersion === instance.version && !instance.oldBuild) {
		refuse('ONS_INIT_ENV_ERROR', `${instance.id} has the newest build of ${TargetVersion}.`);
	}
	if (VERSIONS.indexOf(TargetVersion) < VERSIONS.indexOf(instance.version)) {
		refuse('Instance.UpgradeService.version', 'There is no way back to an earlier version.');
	}
	const { versionLag: lag, version: duration } = instance.durations;
	const fails = instance.upgradeFails;
	const change = { name: 'version', phase: 'upgrading', lag, duration, fails } as const;
	beginChange(instance, change, context.now, () => {
		instance.version = TargetVersion;
		instance.oldBuild = false;
	});
	return context.success();
};

/** Changes settings; those not named stay. */
export const UpdateInstanceConfig: Handler = (request, context) => {
	const { Config } = request.parameters as { Config: string };
	const instance = context.idleInstance();
	const config = mergedConfig(instance, Config);
	const { changeLag: lag, configure: duration } = instance.durations;
	const change = { name: 'configure', phase: 'changing', lag, duration } as const;
	beginChange(instance, change, context.now, () => {
		instance.config = config;
	});
	return context.success();
};

/** Makes a pay-as-you-go instance a subscription. */
export const ConvertPostPayOrder: Handler = (request, context) => {
	const { Duration = 1 } = request.parameters as { Duration?: number };
	const instance = context.idleInstance();
	if (instance.paidType !== 1) refuse('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT', instance.id);
	const OrderId = context.state.orderId();
	instance.orderIds.push(OrderId);
	instance.pending = 'convert';
	instance.agenda.plan(context.now + instance.durations.convert, (at) => {
		instance.pending = null;
		instance.paidType = 0;
		instance.expiresAt = at + Duration * MONTH;
		planExpiry(instance, 0);
	});
	return context.success({ OrderId });
};
