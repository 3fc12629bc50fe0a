import type { Editor } from './browser';
import { begin } from './lists';

/** Without it, the list of VPCs cannot be read. */
const PERMISSION = 'vpc:vpcs:list';

/** A key without the right to list networks: the list says which one is missing, and the ID still works. */
export async function withoutPermission(editor: Editor): Promise<void> {
	const { emulator, picture, timeline } = editor;
	timeline.step('A list without the permission for it');
	const { state } = emulator.huawei;
	const [project] = state.accounts.projects;
	const [vpc] = state.surroundings(project).vpcs;
	state.denied.add(PERMISSION);
	try {
		const form = await begin(editor, 'Huawei Cloud Kafka', 'Create instance');
		const opened = await form.open('vpcId');
		const told = (await opened.error.innerText()).replace(/\s+/g, ' ');
		timeline.check(
			`the list says what is missing and what to do: ${told}`,
			told.includes(`(${PERMISSION})`) && told.includes("select 'By ID'"),
		);
		await picture('list-without-permission');
		await opened.close();
		await form.type('vpcId', 'By ID', vpc.id);
		const subnets = await (await form.open('subnetId')).names();
		timeline.check(
			`by its ID, the VPC has its subnets: ${subnets.join('; ')}`,
			subnets.length === 2 && subnets.every((name) => name.startsWith('brokers')),
		);
	} finally {
		state.denied.delete(PERMISSION);
	}
}
