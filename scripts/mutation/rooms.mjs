import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is mutated, and by which tests a mutant has to be noticed: the ones of single files first, as they take a tenth
 * of a second, then those through n8n's engine, which only what is left gets to see.
 */
export const ROOMS = {
	create: {
		sources: ['nodes/shared/create'],
		suites: [
			'test/unit/nodes/shared/create',
			'test/guarantees/money/recovered.test.ts',
			'test/guarantees/money/lost.test.ts',
			'test/guarantees/money/memory.test.ts',
			'test/guarantees/money/collision.test.ts',
			'test/guarantees/money/together.test.ts',
			'test/guarantees/money/deleted.test.ts',
			'test/guarantees/money/retried.test.ts',
		],
	},
	run: {
		sources: ['nodes/shared/run'],
		suites: [
			'test/unit/nodes/shared/run',
			'test/node/shared/writes.test.ts',
			'test/node/shared/failedItems.test.ts',
			'test/node/shared/waiting.test.ts',
			'test/node/shared/money.test.ts',
			'test/node/shared/tool.test.ts',
			'test/node/shared/lists.test.ts',
			'test/node/shared/narrowing.test.ts',
			'test/node/shared/badInput.test.ts',
			'test/guarantees/money/laterTry.test.ts',
			'test/guarantees/money/deleted.test.ts',
			'test/guarantees/money/stop.test.ts',
		],
	},
	request: {
		sources: ['nodes/shared/request'],
		suites: [
			'test/unit/nodes/shared/request',
			'test/unit/nodes/shared/run/send.test.ts',
			'test/unit/nodes/shared/run/named.test.ts',
			'test/unit/nodes/shared/form/lookups.test.ts',
			'test/node/shared/faults.test.ts',
			'test/node/shared/addressee.test.ts',
			'test/node/shared/account.test.ts',
			'test/node/shared/secrets.test.ts',
			'test/node/shared/lists.test.ts',
			'test/node/shared/unsteadyLists.test.ts',
			'test/node/shared/allowedDomains.test.ts',
			'test/guarantees/money/pacing.test.ts',
			'test/guarantees/money/trickle.test.ts',
			'test/guarantees/money/stop.test.ts',
		],
	},
	fleet: {
		// What decides over a deletion; the rest of the fleet is held by tests through n8n's engine.
		sources: ['caps', 'globs', 'guards', 'judge', 'marks', 'rules', 'tags'].map(
			(name) => `nodes/shared/fleet/${name}.ts`,
		),
		suites: ['test/unit/nodes/shared/fleet', 'test/node/fleet', 'test/node/fleet/acceptance'],
	},
	orders: {
		sources: [
			'nodes/AlibabaCloudKafka/orders',
			'nodes/AlibabaCloudKafka/resources/instance/createAndDeploy.ts',
			'nodes/AlibabaCloudKafka/resources/instance/ordering.ts',
		],
		suites: [
			'test/unit/nodes/AlibabaCloudKafka/orders',
			'test/node/alibaba/orders.test.ts',
			'test/guarantees/money/orders.test.ts',
			'test/node/alibaba/series.test.ts',
			'test/guarantees/money/retried.test.ts',
		],
	},
};

/** The room that a source is in. */
export const roomOf = (path) =>
	Object.keys(ROOMS).find((name) =>
		ROOMS[name].sources.some((source) => path === source || path.startsWith(`${source}/`)),
	);

/** The files of a room's tests, in the order in which a mutant meets them. */
export const suitesOf = (name, isQuick = false) =>
	ROOMS[name].suites
		.filter((path) => !isQuick || path.startsWith('test/unit/'))
		.flatMap((path) =>
			path.endsWith('.ts')
				? [path]
				: readdirSync(path)
						.filter((file) => file.endsWith('.test.ts'))
						.sort()
						.map((file) => join(path, file).replaceAll('\\', '/')),
		);
