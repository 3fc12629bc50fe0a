/** "Simplify" gives at most ten fields, and of an instance the same ten things on every cloud. */
import { simple as alibabaInstance } from '../../nodes/AlibabaCloudKafka/resources/instance/simple';
import { described } from '../../nodes/AlibabaCloudKafka/api/records';
import { simple as huaweiInstance } from '../../nodes/HuaweiCloudKafka/resources/instance/simple';
import { effectOf } from '../../nodes/shared/contract/operation';
import { withStatus } from '../../nodes/TencentCloudKafka/api/status';
import { simple as tencentInstance } from '../../nodes/TencentCloudKafka/resources/instance/simple';
import { allNodes } from './descriptions/nodes';
import { openStage, scenariosOf } from '../support/scenarios';

const MOST = 10;

/** What the ten fields are, in their order; a cloud that does not tell one gives the next. */
const INSTANCE = {
	huawei: huaweiInstance,
	alibaba: alibabaInstance,
	tencent: tencentInstance,
};

test('no operation keeps more than ten fields, and none twice', async () => {
	const wrong = (await allNodes()).flatMap(({ name, resources }) =>
		resources.flatMap(({ value, operations }) =>
			operations
				.filter(({ simple = [] }) => simple.length > MOST || new Set(simple).size < simple.length)
				.map((operation) => `${name}: ${value}/${operation.value}`),
		),
	);
	expect(wrong).toEqual([]);
});

test('a create that looks first keeps what names what it has found', async () => {
	const wrong = (await allNodes()).flatMap(({ name, resources }) =>
		resources.flatMap(({ value, operations }) =>
			operations
				.filter(({ simple, find }) => simple && find && !simple.includes(find.key))
				.map((operation) => `${name}: ${value}/${operation.value}`),
		),
	);
	expect(wrong).toEqual([]);
});

describe.each(['huawei', 'alibaba', 'tencent'] as const)('%s', (vendor) => {
	const simplified = scenariosOf(vendor).filter(
		({ operation }) => operation.simple && effectOf(operation) === 'read',
	);

	test('what comes out has at most ten fields, and more without the switch', async () => {
		const stage = await openStage(vendor);
		for (const scenario of simplified) {
			stage.set(scenario);
			const short = await stage.run(scenario, { simplify: true });
			const whole = await stage.run(scenario, { simplify: false });
			expect([scenario.name, short.told, whole.told]).toEqual([scenario.name, '', '']);
			for (const item of short.items) {
				expect([scenario.name, Object.keys(item).length <= MOST]).toEqual([scenario.name, true]);
			}
			expect(whole.items.length).toBeGreaterThan(0);
		}
		await stage.close();
	});

	test('an instance comes with its ten fields, in the list, alone and in the trigger', async () => {
		const stage = await openStage(vendor);
		const names = INSTANCE[vendor];
		const lists = [
			'instance/get',
			vendor === 'tencent' ? 'instance/getAllDetailed' : 'instance/getAll',
		];
		for (const scenario of simplified.filter(({ name }) => lists.includes(name))) {
			stage.set(scenario);
			const [item] = (await stage.run(scenario, { simplify: true, returnAll: true })).items;
			expect([scenario.name, ...Object.keys(item)]).toEqual([scenario.name, ...names]);
			const [record] = (await stage.run(scenario, { simplify: false, returnAll: true })).items;
			const emitted = {
				huawei: (one: typeof record) => one,
				alibaba: described,
				tencent: withStatus,
			};
			expect(emitted[vendor](record)).toMatchObject(item);
		}
		await stage.close();
	});
});
