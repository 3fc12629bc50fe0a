import type { Failure } from '../../shared/contract/failure';
import { asFailure } from '../../shared/contract/failure';
import type { FleetActivity, Traffic, UnknownReason, Window } from '../../shared/fleet/activity';
import { activityOf, windowOf } from '../../shared/fleet/activity';
import { REASON_OF_KIND } from '../../shared/fleet/coverage';
import type { FleetInstance } from '../../shared/fleet/record';
import { scopeKey, scopeOf } from '../../shared/fleet/record';
import type { FleetVendor, MetricAsk } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import { atOnce } from './atOnce';
import type { FleetRun } from './fleetRun';

/** How activity is to be read. */
export interface ActivityWanted {
	/** Length of the window. */
	hours: number;
	whenMissing: 'unknown' | 'service';
	/** In the metric's unit: what is not above it counts as no traffic. */
	floor: number;
	/** Milliseconds that one region may take. */
	timeLimit: number;
}

/** Regions of one cloud whose metrics are read at once, and services of instances. */
const AT_ONCE = 4;

/** Why metrics could not be read. */
export function unknownReason(vendor: FleetVendor, failure: Failure): UnknownReason {
	const { httpStatus } = failure.details;
	const known = vendor.metricsReason(failure);
	if (known) return known;
	return httpStatus === 401 || httpStatus === 403 ? 'noPermission' : REASON_OF_KIND[failure.kind];
}

/** Activity of instances, by key, and why some of it could not be read: full sentences. */
export interface Activities {
	byKey: Map<string, FleetActivity>;
	warnings: string[];
}

/**
 * Reads the activity of instances from the clouds' monitoring. It never fails for a cloud that does not
 * tell: the verdict is `unknown` then, with a reason.
 *
 * @throws {Failure} `cancelled`
 */
export async function readActivities(
	run: FleetRun,
	vendors: readonly FleetVendor[],
	instances: readonly FleetInstance[],
	wanted: ActivityWanted,
): Promise<Activities> {
	const all: Activities = { byKey: new Map(), warnings: [] };
	await Promise.all(
		vendors.map(async (vendor) => {
			const scopes = new Map<string, FleetInstance[]>();
			for (const one of instances.filter(({ cloud }) => cloud === vendor.cloud)) {
				const key = scopeKey(scopeOf(one));
				scopes.set(key, [...(scopes.get(key) ?? []), one]);
			}
			await atOnce([...scopes.values()], AT_ONCE, async (group) => {
				await readGroup(run, vendor, group, wanted, all);
			});
		}),
	);
	return all;
}

/** Instances of one scope. */
async function readGroup(
	run: FleetRun,
	vendor: FleetVendor,
	group: FleetInstance[],
	wanted: ActivityWanted,
	all: Activities,
): Promise<void> {
	const { clock } = run;
	const [{ region }] = group;
	const late = clock.timeout(wanted.timeLimit);
	const signal = run.signal ? AbortSignal.any([run.signal, late]) : late;
	let window = windowOf(wanted.hours, vendor.period(wanted.hours), clock.now());
	const running = group.filter(({ state }) => state === 'running');
	let refused: UnknownReason | undefined;
	let series: Awaited<ReturnType<FleetVendor['metrics']>> = new Map();
	let at: Connection | undefined;
	try {
		if (running.length > 0) {
			at = await run.open(vendor, region, signal);
			window = windowOf(wanted.hours, window.period, run.cloudTime(at) ?? clock.now());
			series = await vendor.metrics(at, askOf(running, window, wanted));
		}
	} catch (error) {
		const failure = run.hide(asFailure(error));
		if (run.signal?.aborted) throw failure;
		refused = late.aborted ? 'timedOut' : unknownReason(vendor, failure);
		const advice = failure.details.advice ? ` ${failure.details.advice}` : '';
		all.warnings.push(
			`${vendor.label}, ${region}: activity is not known: ${failure.message}.${advice}`,
		);
	}
	await atOnce(group, AT_ONCE, async (one) => {
		const traffic: Traffic = { series: series.get(one.id) ?? [], refused };
		const first = activityOf(one, window, traffic, wanted.floor);
		const isAsked = wanted.whenMissing === 'service' && at && mayBeAsked(first);
		const verdict = isAsked
			? await bySigns(run, vendor, at as Connection, one, window, traffic, wanted)
			: first;
		all.byKey.set(one.key, verdict);
	});
}

/** What a reason about the instance itself leaves open, no service can tell. */
const mayBeAsked = ({ verdict, reason }: FleetActivity): boolean =>
	verdict === 'unknown' &&
	reason !== 'notRunning' &&
	reason !== 'tooYoung' &&
	reason !== 'ageUnknown';

const askOf = (
	instances: readonly FleetInstance[],
	{ from, to, period }: Window,
	{ floor }: ActivityWanted,
): MetricAsk => ({ instances, from, to, period, floor });

async function bySigns(
	run: FleetRun,
	vendor: FleetVendor,
	at: Connection,
	one: FleetInstance,
	window: Window,
	traffic: Traffic,
	wanted: ActivityWanted,
): Promise<FleetActivity> {
	try {
		const signs = await vendor.services(at, one, askOf([one], window, wanted));
		return activityOf(one, window, { ...traffic, signs }, wanted.floor);
	} catch (error) {
		if (run.signal?.aborted) throw asFailure(error);
		return activityOf(one, window, traffic, wanted.floor);
	}
}

/** Activity of the topics or consumer groups of one instance, by name. */
export async function readParts(
	run: FleetRun,
	vendor: FleetVendor,
	one: FleetInstance,
	detail: 'topics' | 'groups',
	wanted: ActivityWanted,
): Promise<Array<{ name: string; activity: FleetActivity }>> {
	const at = await run.open(vendor, one.region);
	const now = run.cloudTime(at) ?? run.clock.now();
	const window = windowOf(wanted.hours, vendor.period(wanted.hours), now);
	const parts = await vendor.parts(at, one, detail, askOf([one], window, wanted));
	return parts.map(({ name, series, signs }) => ({
		name,
		activity: activityOf(one, window, { series, signs }, wanted.floor),
	}));
}
