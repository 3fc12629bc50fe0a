/** The examples over all three clouds. */
import { example, textsOf } from '../../demo/workflows';
import type { Emulator, EmulatorOptions } from '../../emulator';
import type { Harness } from '../harness';
import { stage } from './support';

let em: Emulator;
let n8n: Harness;

async function open(options: EmulatorOptions) {
	({ em, n8n } = await stage(options));
}

describe('Alert on failed instances', () => {
	const workflow = example('clouds-1-alert-on-failed-instances.json');
	const triggers = ['Huawei Cloud', 'Alibaba Cloud', 'Tencent Cloud'];

	it('tells of a failed instance of each cloud, and of nothing else', async () => {
		await open({
			speed: 0,
			huawei: { instances: [{ name: 'huawei-new', status: 'CREATING' }, { name: 'fine' }] },
			alibaba: { instances: [{ name: 'alibaba-old' }, { name: 'fine' }] },
			tencent: { instances: [{ name: 'tencent-old' }, { name: 'fine' }] },
		});
		const active = n8n.makeWorkflow(workflow);
		for (const trigger of triggers) expect(await n8n.poll(active, trigger)).toBeNull();

		Object.assign(em.huawei.state.named('huawei-new') as object, { status: 'CREATEFAILED' });
		em.alibaba.state.seed({ name: 'alibaba-new', phase: 'deployFailed' });
		Object.assign(em.tencent.state.named('tencent-old') as object, { status: 5 });
		em.tencent.state.seed({ name: 'another-fine-one' });

		const texts: string[] = [];
		for (const trigger of triggers) {
			const [inputItems] = (await n8n.poll(active, trigger)) ?? [[]];
			const run = await n8n.run(workflow, { startNode: trigger, inputItems });
			expect(run.result.status).toBe('success');
			texts.push(...textsOf(run));
		}
		expect(texts.map((text) => text.replace(/\([^)]*\)/, '()'))).toEqual([
			'Kafka instance huawei-new () has the status CREATEFAILED (previously CREATING). It may be billed until it is deleted.',
			'Kafka instance alibaba-new () has the status deployment failed. It may be billed until it is deleted.',
			'Kafka instance tencent-old () has the status isolated (previously running). It may be billed until it is deleted.',
		]);
	});
});
