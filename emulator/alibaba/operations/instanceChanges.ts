import { fail } from '../answers/errors';
import { beginChange, planExpiry } from '../model/lifecycle';
import { MONTH } from '../model/state';
import { mergedConfig } from '../requests/configs';
import type { AlibabaContext, AlibabaHandler } from '../requests/context';
import { specificationOf, upgraded, type UpgradeParameters } from '../requests/sizes';

/** Scales up a pay-as-you-go instance. */
export const UpgradePostPayOrder: AlibabaHandler = (request, context) =>
	upgrade(request.parameters as unknown as UpgradeParameters, context, [1, 3]);

/** Scales up a subscription. */
export const UpgradePrePayOrder: AlibabaHandler = (request, context) =>
	upgrade(request.parameters as unknown as UpgradeParameters, context, [0, 4]);

function upgrade(asked: UpgradeParameters, context: AlibabaContext, paidTypes: number[]) {
	const instance = context.idleInstance();
	if (!paidTypes.includes(instance.paidType)) fail('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT');
	const after = upgraded(specificationOf(instance), asked);
	const { changeLag: lag, upgrade: duration } = instance.durations;
	const fails = instance.upgradeFails;
	const change = { name: 'upgrade', phase: 'changing', lag, duration, fails } as const;
	beginChange(instance, change, context.now, () => Object.assign(instance, after));
	return context.success();
}

/** Moves an instance to the newest build of a version. */
export const UpgradeInstanceVersion: AlibabaHandler = (request, context) => {
	const { TargetVersion } = request.parameters as { TargetVersion: string };
	const instance = context.idleInstance();
	if (TargetVersion === instance.version && !instance.oldBuild) {
		fail('ONS_INIT_ENV_ERROR', `${instance.id} has the newest build of ${TargetVersion}.`);
	}
	if (instance.version === '2.2.0' && TargetVersion === '0.10.2') {
		fail('Instance.UpgradeService.version', 'There is no way back to an earlier version.');
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
export const UpdateInstanceConfig: AlibabaHandler = (request, context) => {
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
export const ConvertPostPayOrder: AlibabaHandler = (request, context) => {
	const { Duration = 1 } = request.parameters as { Duration?: number };
	const instance = context.idleInstance();
	if (instance.paidType !== 1) fail('BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT', instance.id);
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
