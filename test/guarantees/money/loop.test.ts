/** A loop, in which n8n runs the same node several times in one execution, with other items each time. */
import type { INodeType, INodeParameters } from 'n8n-workflow';

import type { Cloud } from '../../support/stage';
import { chain, createHarness, node, type NodeSettings } from '../../harness';
import { describe as described } from '../../harness/nodes/describe';
import { KINDS } from '../../support/creates/kinds';
import { VENDORS } from '../../support/clouds';
import { openPlayground, readable } from '../../support/creates/play';

const [kind] = KINDS.huawei;
const { type, credential } = VENDORS.huawei;
let cloud: Cloud;

beforeEach(async () => {
	cloud = await openPlayground('huawei');
});

/** Gives one name after the other to its first output, as "Loop Over Items" does. */
function loopOver(names: string[]): INodeType {
	const left = [...names];
	return {
		description: described('loop', 1, [], { outputs: ['main', 'main'] }),
		async execute() {
			const n = left.shift();
			return await Promise.resolve(n ? [[{ json: { n } }], []] : [[], [{ json: {} }]]);
		},
	};
}

async function run(names: string[], more: INodeParameters = {}, settings: NodeSettings = {}) {
	const [resource, operation] = kind.operation.split('/');
	const parameters = { resource, operation, ...kind.parameters(''), ...more };
	const workflow = chain(
		node('Loop', 'x.loop'),
		node('K', type, parameters, { credentials: [credential], ...settings }),
	);
	Object.assign(workflow.connections ?? {}, {
		K: { main: [[{ node: 'Loop', type: 'main', index: 0 }]] },
	});
	const n8n = await createHarness({
		credentials: { [credential]: cloud.n8n.credentials[credential] },
		nodes: { 'x.loop': loopOver(names) as never },
		clock: cloud.clock,
	});
	return await n8n.run(workflow);
}

const made = () => kind.held(cloud.em, '').map(({ name }) => name);

test('each time round makes its own, the same name as often as it comes', async () => {
	const ran = await run(['orders', 'payments', 'orders']);
	expect(ran.error).toBeUndefined();
	expect(ran.runData.K).toHaveLength(3);
	expect(made().sort()).toEqual(['orders', 'orders', 'payments']);
});

test('with Create If Absent a name is made once, and given each time round', async () => {
	const ran = await run(['orders', 'payments', 'orders'], { createIfAbsent: true });
	expect(ran.runData.K).toHaveLength(3);
	expect(made().sort()).toEqual(['orders', 'payments']);
});

test('Retry On Fail sends none again, neither of this time round nor of one before', async () => {
	cloud.em.faults.add({ operation: kind.api, nth: 2, effect: { kind: 'cut', when: 'before' } });
	const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
	const ran = await run(['orders', 'payments', 'others'], {}, settings);
	expect(readable(ran)).toContain('payments');
	expect(ran.error).toBeDefined();
	expect(made()).toEqual(['orders']);
	expect(cloud.sent(kind.api)).toBeSent(2);
});
