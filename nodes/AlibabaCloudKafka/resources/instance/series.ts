import { BadInput } from '../../../shared/contract/badInput';
import { settingsIn } from '../../api/records';
import type { Series } from '../../api/series';
import { nameOf } from '../../api/series';

/** Versions that each series is known to offer; any other is for the service to say. */
const VERSIONS: Readonly<Record<Series, readonly string[]>> = {
	reserved: ['0.10.2', '2.2.0', '2.6.2'],
	serverless: ['3.3.1'],
	confluent: ['7.4.0'],
};

/**
 * Refuses a version that is known to belong to another series.
 *
 * @throws {BadInput}
 */
export function checkVersion(version: unknown, series: Series): void {
	const { [series]: own, ...others } = VERSIONS;
	const isOfAnother = Object.values<readonly string[]>(others).some((known) =>
		known.includes(String(version)),
	);
	if (version === undefined || own.includes(String(version)) || !isOfAnother) return;
	throw new BadInput(
		'Kafka Version',
		`cannot be '${String(version)}' for ${nameOf(series)} instances`,
		`Select ${own.join(' or ')}, or remove it.`,
	);
}

/** What the settings of reserved instances begin with; serverless ones have most of them without it. */
const PREFIX = 'kafka.';

/** Settings that an instance of either series has under a name of its own, without the prefix. */
const SHARED = ['log.retention.hours', 'message.max.bytes', 'offsets.retention.minutes'];

/** Settings that only serverless instances have. */
const SERVERLESS_ONLY = ['num.partitions', 'auto.create.topics.enable'];

/** Labels of the settings in the form. */
export const SETTING_LABELS: Readonly<Record<string, string>> = {
	'kafka.log.retention.hours': 'Retention (Hours)',
	'kafka.message.max.bytes': 'Maximum Message Size (Bytes)',
	'log.retention.hours': 'Serverless: Retention (Hours)',
	'message.max.bytes': 'Serverless: Maximum Message Size (Bytes)',
	'offsets.retention.minutes': 'Serverless: Offset Retention (Minutes)',
	'num.partitions': 'Serverless: Default Partitions',
	'auto.create.topics.enable': 'Serverless: Create Topics Automatically',
};

/** What a setting is called on an instance of this series; the service passes over other names in silence. */
function nameOn(series: Series | undefined, name: string): string {
	const plain = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
	const isKnown = series === 'reserved' || series === 'serverless';
	if (!isKnown || !SHARED.includes(plain)) return name;
	return series === 'serverless' ? plain : `${PREFIX}${plain}`;
}

/** Settings as JSON, under the names that an instance of this series has for them. */
export function settingsFor(series: Series | undefined, config: unknown): unknown {
	if (config === undefined) return undefined;
	const settings = Object.entries(settingsIn(config));
	return JSON.stringify(
		Object.fromEntries(settings.map(([name, value]) => [nameOn(series, name), value])),
	);
}

/**
 * Refuses settings of another series, which the service would take and not apply.
 *
 * @throws {BadInput}
 */
export function checkSettings(series: Series, config: unknown): void {
	// What Confluent instances take is not known.
	if (series === 'confluent') return;
	for (const name of Object.keys(settingsIn(config))) {
		const isServerless = SHARED.includes(name) || SERVERLESS_ONLY.includes(name);
		const isReserved = name.startsWith(PREFIX);
		const fits = series === 'serverless' ? !isReserved : !isServerless;
		if (fits) continue;
		const instead = nameOn(series, name);
		throw new BadInput(
			SETTING_LABELS[name] ?? name,
			`is not available for ${nameOf(series)} instances, which would not apply it`,
			instead === name ? 'Remove it.' : `Use '${SETTING_LABELS[instead] ?? instead}' instead.`,
		);
	}
}
