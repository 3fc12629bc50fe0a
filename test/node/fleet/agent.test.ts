/** An AI agent may look, and delete only where the node allows it. */
import { DAY, NOW, openFleet } from '../../support/fleetStage';

const OLD = NOW - 60 * DAY;
const TAGS = [
	{ TagKey: 'env', TagValue: 'dev' },
	{ TagKey: 'fleet-delete-after', TagValue: '2030-01-14' },
];
const REAL = { clouds: ['tencent'], dryRun: false, scope: 'mustHaveTag', scopeTag: 'env=dev' };

const open = async () =>
	await openFleet({ tencent: { instances: [{ name: 't-1', createdAt: OLD, tags: TAGS }] } });

/** n8n marks a node that an agent uses as its tool. */
const tool = { rewireOutputLogTo: 'ai_tool' as never };

test('a real run by an agent is refused before any request, and its model reads why', async () => {
	const fleet = await open();
	const { run } = await fleet.run('cleanUp/deleteMarked', REAL, { node: tool });
	const [items] = Object.values(run.runData).at(-1)?.at(-1)?.data?.ai_tool ?? [];
	const [{ error, details, ...rest }] = (items ?? []).map(({ json }) => json);
	expect(error).toContain('An AI agent may not delete instances with this node');
	expect(details).toContain("'Allow Deletion by an AI Agent'");
	expect(rest).toEqual({});
	expect(items).toHaveLength(1);
	expect(fleet.lines()).toEqual([]);
});

test("with 'Stop Workflow', the refusal ends the workflow", async () => {
	const fleet = await open();
	const node = { ...tool, onError: 'stopWorkflow' as const };
	const { told } = await fleet.run('cleanUp/deleteMarked', REAL, { node });
	expect(told).toContain('An AI agent may not delete instances with this node');
	expect(fleet.lines()).toEqual([]);
});

test('a dry run by an agent is allowed, and a real one with the switch', async () => {
	const fleet = await open();
	const dry = await fleet.run('cleanUp/deleteMarked', { ...REAL, dryRun: true }, { node: tool });
	expect(dry.told).toBe('');
	expect(fleet.writes()).toEqual([]);
	const deleteOptions = { allowAgent: true };
	const real = await fleet.run('cleanUp/deleteMarked', { ...REAL, deleteOptions }, { node: tool });
	expect(real.told).toBe('');
	expect(fleet.writes()).toEqual(['tencent DeleteInstancePost']);
});

test.each([
	{ deleteOptions: { allowAgent: "={{ $fromAI('allowed', '', 'boolean', true) }}" } },
	{ deleteOptions: '={{ { allowAgent: true } }}' },
])('an agent cannot turn the switch on by itself: %j', async (parameters) => {
	const fleet = await open();
	const given = { ...REAL, ...parameters } as never;
	const { run } = await fleet.run('cleanUp/deleteMarked', given, { node: tool });
	expect(JSON.stringify(run.runData)).toContain('not by an expression');
	expect(fleet.lines()).toEqual([]);
});
