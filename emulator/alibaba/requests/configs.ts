import { refuse } from '../answers/errors';
import { defaultConfig } from '../model/defaults';
import type { Instance } from '../model/instance';
import { isServerless } from '../model/series';

const RANGES: Record<string, [min: number, max: number]> = {
	'kafka.log.retention.hours': [24, 480],
	'kafka.message.max.bytes': [1_048_576, 10_485_760],
	'log.retention.hours': [24, 8760],
};

/** Settings that only instances of one series have; others take them without a word, and without effect. */
const isKnown = (instance: Pick<Instance, 'paidType'>, name: string): boolean =>
	name.startsWith('enable.') || name === 'kafka.ssl.bit' || name in defaultConfig(instance);

/**
 * The settings after those of a JSON object are merged in; refuses what is out of range and ACL on
 * an instance that cannot have it.
 * @param text the Config parameter, valid JSON
 */
export function mergedConfig(
	instance: Pick<Instance, 'config' | 'paidType' | 'specType' | 'version'>,
	text: string,
): Record<string, string> {
	const given = JSON.parse(text) as Record<string, unknown>;
	const changes = Object.entries(given).map(([name, value]) => [name, String(value)] as const);
	for (const [name, value] of changes) {
		const [min, max] = RANGES[name] ?? [-Infinity, Infinity];
		const fits = /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
		if (RANGES[name] && !fits)
			refuse('InvalidParameter.Range', `${name} is from ${min} to ${max}.`);
	}
	const effective = changes.filter(([name]) => isKnown(instance, name));
	const config = { ...instance.config, ...Object.fromEntries(effective) };
	const on = (name: string) => config[name] === 'true';
	if (on('enable.vpc_sasl_ssl') && !on('enable.acl')) {
		refuse('InvalidParameter.OtherParam', 'enable.vpc_sasl_ssl needs enable.acl.');
	}
	if (on('enable.acl')) {
		if (instance.specType === 'normal' && !isServerless(instance))
			refuse('BIZ_INSTANCE_ONLY_PROFESSIONAL_SUPPORT');
		if (instance.version === '0.10.2') refuse('BIZ_CAN_NOT_ENABLE_ACL', 'It needs version 2.2.0.');
	}
	return config;
}
