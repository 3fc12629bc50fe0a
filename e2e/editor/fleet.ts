import { fillFleet } from '../../demo/fleetClouds';
import type { Editor } from './browser';
import type { Form } from './form';
import { begin } from './lists';
import { byTestId } from './marks';

const DAY = 86_400_000;
const CLOUDS = ['Alibaba Cloud', 'Huawei Cloud', 'Tencent Cloud'];
const MARKED = 'trial-dev';

/** The editor selects the credential of the first cloud by itself. */
async function selectCredentials(form: Form): Promise<void> {
	await form.useCredential(1, 'Huawei Cloud (emulated)');
	await form.useCredential(2, 'Tencent Cloud (emulated)');
}

/** Instances of the three clouds, of which one is marked and due, and no others: the table shows one page. */
function fill({ emulator }: Editor): void {
	for (const { state } of [emulator.huawei, emulator.alibaba, emulator.tencent]) {
		for (const left of state.instances) left.gone = true;
	}
	fillFleet(emulator);
	const now = emulator.clock.now();
	emulator.huawei.state.seed({
		name: MARKED,
		createdAt: now - 60 * DAY,
		tags: [
			{ key: 'env', value: 'dev' },
			{ key: 'fleet-delete-after', value: new Date(now - DAY).toISOString().slice(0, 10) },
		],
	});
}

/** Get Many: each cloud that is chosen asks for its credential, and one list has them all. */
async function getMany(editor: Editor): Promise<void> {
	const { page, picture, timeline } = editor;
	const credentials = byTestId(page, 'node-credentials-select');
	const form = await begin(editor, 'Kafka Fleet', 'Get many instances');
	timeline.check('without a cloud, no credential is asked for', (await credentials.count()) === 0);
	await form.chooseSeveral('clouds', CLOUDS);
	await credentials.nth(CLOUDS.length - 1).waitFor();
	timeline.check(
		'each chosen cloud asks for its credential',
		(await credentials.count()) === CLOUDS.length,
	);
	await picture('fleet-form');
	await form.run();
	const told = await form.shows("'Clouds'");
	timeline.check(
		'a credential that is missing is named',
		told.includes('for Huawei Cloud') && told.includes("'Clouds'"),
	);
	await picture('fleet-without-credential');
	await selectCredentials(form);
	await form.run();
	const found = await form.shows('orders-dev', 'trial-search', 'clicks-dev');
	await picture('fleet-output');
	timeline.check(`one list has the instances of all clouds: ${found.slice(0, 80)} ...`, true);
}

/** Find Candidates: rules are added one by one, and each result says which applied. */
async function find(editor: Editor): Promise<Form> {
	const { picture, timeline } = editor;
	const form = await begin(editor, 'Kafka Fleet', 'Find candidates to clean up');
	await form.chooseSeveral('clouds', CLOUDS);
	await selectCredentials(form);
	await form.add('Older Than (Days)');
	await form.run();
	timeline.check('a rule finds candidates', (await form.shows(MARKED)) !== '');
	await picture('fleet-candidates');
	return form;
}

/** Delete Marked: the form warns, and begins with a dry run. */
async function deleteMarked(editor: Editor, form: Form): Promise<void> {
	const { emulator, picture, timeline } = editor;
	await form.choose('operation', 'Delete Marked');
	await form.run();
	timeline.check('a dry run lists what is due', (await form.shows(MARKED)) !== '');
	await picture('fleet-delete-marked');
	timeline.check('and deletes nothing', emulator.huawei.state.named(MARKED)?.status === 'RUNNING');
}

/** Kafka Fleet in the editor: its forms, and what comes out. */
export async function fleet(editor: Editor): Promise<void> {
	const { emulator, picture, timeline } = editor;
	timeline.step('Kafka Fleet in the editor');
	fill(editor);
	await getMany(editor);
	const form = await find(editor);
	await deleteMarked(editor, form);
	await begin(editor, 'Kafka Fleet', 'On expiring', true);
	await picture('fleet-trigger');
	emulator.faults.clear();
}
