import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IRunExecutionData } from 'n8n-workflow';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { credentialsOf } from '../demo/credentials';
import { n8nCli } from './n8n';
import type { Room } from './room';
import { chain, credentialOf, itemsOf, kafkaNode } from './workflows';

const ID = 'provisionFromCli';

/** What `Create` needs; the emulator takes any network. */
export const NEW_INSTANCE = {
	resource: 'instance',
	operation: 'create',
	engineVersion: '2.7',
	productId: 'c6.2u4g.cluster',
	brokerNum: 3,
	storageSpace: 300,
	storageSpecCode: 'dms.physical.storage.ultra.v2',
	availableZones: ['cn-north-4a'],
	vpcId: 'vpc-1',
	subnetId: 'subnet-1',
	securityGroupId: 'group-1',
};

/** n8n's command line: credentials and a workflow are imported, and the workflow is executed. */
export async function cli({ runtime, settings, emulator, timeline }: Room): Promise<void> {
	const home = mkdtempSync(join(tmpdir(), 'managed-kafka-'));
	const file = (name: string, content: unknown) => {
		const path = join(home, name);
		writeFileSync(path, JSON.stringify(content));
		return `--input=${path}`;
	};
	const run = async (...args: string[]) => await n8nCli(runtime, settings, ...args);
	try {
		timeline.step("n8n's command line");
		const credentials = Object.entries(credentialsOf(emulator)).map(([type, data]) => ({
			...credentialOf(type)[type],
			type,
			data,
		}));
		await run('import:credentials', file('credentials.json', credentials));
		timeline.say(`imported ${credentials.length} credentials`);
		const create = { ...NEW_INSTANCE, name: 'orders-cli', createIfAbsent: true };
		const workflow = chain(
			kafkaNode('Create', 'huaweiCloudKafka', {
				...create,
				waitForCompletion: true,
				waitOptions: { pollInterval: 1 },
			}),
			kafkaNode('Create Again', 'huaweiCloudKafka', create),
		);
		await run('import:workflow', file('workflow.json', { ...workflow, id: ID, active: false }));
		timeline.say('imported a workflow');
		const printed = await run('execute', `--id=${ID}`, '--rawOutput');
		// n8n prints warnings of its own before the result.
		const { data, status } = JSON.parse(printed.slice(printed.indexOf('{\n'))) as {
			data: IRunExecutionData;
			status: string;
		};
		const [made] = itemsOf(data, 'Create');
		const [again] = itemsOf(data, 'Create Again');
		const instance = emulator.huawei.state.named('orders-cli');
		timeline.check('"n8n execute" ends well', status === 'success');
		timeline.check(
			`an instance was created and waited for: ${String(made?.instance_id)}, ${String(made?.status)}`,
			made?.created === true && made.status === 'RUNNING' && made.instance_id === instance?.id,
		);
		timeline.check(
			'Create If Absent found it the second time',
			again?.created === false && again.instance_id === made.instance_id,
		);
		timeline.check('the cloud has one instance', emulator.huawei.state.instances.length === 1);
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
}
