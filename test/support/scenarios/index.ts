/**
 * For every operation of every node, parameters with which it succeeds on a seeded emulated cloud.
 *
 * The operations are those of the nodes, so a new one is in it without being added. Its parameters
 * are generated: see `parameters.ts`. Where the emulated cloud refuses them, or the operation needs
 * another state than the one of `seeds.ts`, add an entry to `overrides.ts` by vendor and
 * `resource/operation`: the reason, the parameters that have to be others (the rest is generated
 * still), and `prepare` for the state. `scenarios.test.ts` shows that each scenario succeeds and
 * that each override is needed by an operation that exists.
 */
import type { INodeParameters } from 'n8n-workflow';

import type { EmulatorOptions } from '../../../emulator';
import { loadCompanions } from '../../../emulator/core/facts';
import { effectOf } from '../../../nodes/shared/contract/operation';
import { openVendor, type Cloud, type Ran, type VendorName } from '../stage';
import { everyNth } from '../breadth';
import { operationsOf, type Scenario } from './scenarios';
import { reseed } from './seeds';

export { scenariosOf, type Kind, type Scenario } from './scenarios';

/**
 * What a test goes through that costs much: everything at full breadth, else every fourth operation, or
 * as many as are given, and those that it always wants.
 */
export const sampled = (
	scenarios: Scenario[],
	always: (scenario: Scenario) => boolean,
	nth = 4,
): Scenario[] => {
	const some = new Set(everyNth(scenarios, nth));
	return scenarios.filter((one) => some.has(one) || always(one));
};

/** A vendor's emulated cloud and an n8n, on which scenarios run one after another. */
export interface Stage {
	cloud: Cloud;
	/** The cloud as a scenario finds it: freshly seeded and prepared, no faults, no requests. */
	set(scenario: Scenario): void;
	/** API operations among the requests since then that are not reads of the node, as they came. */
	writes(): string[];
	/** Runs a scenario on the cloud as it is. */
	run(scenario: Scenario, more?: INodeParameters): Promise<Ran>;
	close(): Promise<void>;
}

/** Opens a stage; the cloud's clock stands still. */
export async function openStage(vendor: VendorName, options: EmulatorOptions = {}): Promise<Stage> {
	// What was created before the cloud was set anew does not exist any more, so nothing is remembered.
	const times = { listingLag: -1 };
	const cloud = await openVendor(vendor, { times, ...options });
	const reads = new Set(
		operationsOf(vendor)
			.filter(({ operation }) => effectOf(operation) === 'read')
			.map(({ operation }) => operation.api),
	);
	// Read as a part of an operation only.
	reads.add('DescribeAclResourceName');
	for (const { operation } of loadCompanions(vendor)) reads.add(operation);
	return {
		cloud,
		set({ prepare }) {
			reseed(vendor, cloud.em);
			// The node asks by its own clock, which its waits have moved on.
			const lately = cloud.clock.now() - 60_000;
			for (const { clients } of cloud.em.alibaba.state.instances) {
				for (const client of clients) client.at = lately;
			}
			prepare?.(cloud.em);
			cloud.forget();
		},
		writes: () =>
			cloud.em.requests.map(({ operation }) => String(operation)).filter((api) => !reads.has(api)),
		run: async ({ name, parameters }, more) => await cloud.run(name, { ...parameters, ...more }),
		close: async () => await cloud.close(),
	};
}
