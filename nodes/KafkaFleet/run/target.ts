import { BadInput, quoted } from '../../shared/contract/badInput';
import { complete, type Completing } from '../../shared/fleet/complete';
import type { FleetInstance, Scope } from '../../shared/fleet/record';
import type { FleetVendor } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import { isRegion } from '../../../credentials/fields/checks';
import type { FleetRun } from './fleetRun';
import type { Parameters } from './parameters';
import { exampleKey } from '../fields/wording';
import { regionChoice } from './settings';

/** The instance that an operation is for. */
export interface Target {
	vendor: FleetVendor;
	scope: Scope;
	id: string;
}

const adviceFor = (vendors: readonly FleetVendor[]) =>
	`Use the 'key' of an item of this node, such as ${exampleKey(vendors)}, or choose the instance from the list.`;

/**
 * The instance that the field 'Instance' names, by its key.
 *
 * @throws {BadInput} It is no key, or of a cloud that is not chosen
 */
export function targetOf(
	parameters: Parameters,
	vendors: readonly FleetVendor[],
	knownScopes: readonly Scope[] = [],
): Target {
	const key = parameters.needed('instance', 'Instance');
	if (parameters.modeOf('instance') === 'id') return byId(parameters, vendors, key);
	const [cloud, region, projectId, ...rest] = key.split(':').map((part) => part.trim());
	const id = rest.join(':');
	const isKey = rest.length === 1 && id !== '' && isRegion(region) && /^\w*$/.test(projectId);
	if (!isKey) throw new BadInput('Instance', `is not a key: ${quoted(key)}`, adviceFor(vendors));
	const vendor = vendors.find((one) => one.cloud === cloud);
	if (!vendor) {
		throw ofOther(cloud, parameters.raw('clouds') !== undefined, adviceFor(vendors));
	}
	const known = knownScopes.find((one) => one.projectId === projectId && one.region === region);
	const scope = known ?? {
		cloud: vendor.cloud,
		region,
		project: null,
		projectId: projectId || null,
	};
	return { vendor, scope, id };
}

/** @param isChosen Whether the node lets the user choose clouds */
const ofOther = (cloud: string, isChosen: boolean, advice: string) =>
	isChosen
		? new BadInput(
				'Instance',
				`is of the cloud '${cloud}', which is not chosen in 'Clouds'`,
				`Add it to 'Clouds'. ${advice}`,
			)
		: new BadInput('Instance', `is of the cloud '${cloud}', which this node does not read`, advice);

/** By an ID alone: there has to be one cloud, and one region at most. */
function byId(parameters: Parameters, vendors: readonly FleetVendor[], id: string): Target {
	const [vendor, ...others] = vendors;
	const choice = regionChoice(parameters, vendors)(vendor);
	if (others.length > 0 || choice.mode === 'all' || choice.chosen.length > 1) {
		const problem = 'is an ID, which needs one cloud and one region';
		throw new BadInput('Instance', problem, adviceFor(vendors));
	}
	const [region = ''] = choice.chosen;
	return { vendor, scope: { cloud: vendor.cloud, region, project: null, projectId: null }, id };
}

/** What reading one instance afresh gave. */
export interface ReadTarget {
	at: Connection;
	/** The same with its region, which an ID alone leaves to the credential. */
	target: Target;
	instance: FleetInstance | undefined;
	/** Unix time by the clock of the cloud, milliseconds. */
	now: number | undefined;
}

/**
 * Reads one instance afresh, with its details.
 *
 * @throws {Failure}
 */
export async function readTarget(
	run: FleetRun,
	{ vendor, scope, id }: Target,
	completing: Omit<Completing, 'now'>,
	raw = false,
): Promise<ReadTarget> {
	const at = await run.open(vendor, scope.region || undefined);
	const there = { ...scope, region: at.finalRegion };
	const target = { vendor, scope: there, id };
	const record = await vendor.read(at, there, id, { raw, now: run.clock.now() });
	const now = run.cloudTime(at);
	const instance =
		record && complete(run.hide(record), { ...completing, now: now ?? run.clock.now() });
	return { at, target, instance, now };
}
