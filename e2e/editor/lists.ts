import { byTestId } from './marks';
import type { Editor } from './browser';
import { CREATES, type Create } from './creates';
import { Form } from './form';

/** Begins a node in an empty workflow: nodes panel, the cloud's entry, one of its actions. */
export async function begin(
	editor: Editor,
	nodeName: string,
	action: string,
	isTrigger = false,
): Promise<Form> {
	const { page, url } = editor;
	await page.goto(`${url}/workflow/new`);
	await byTestId(page, 'canvas-add-button').click();
	const search = byTestId(page, 'node-creator-search-bar');
	const names = byTestId(page, 'node-creator-item-name');
	await search.fill(nodeName);
	await names.getByText(nodeName, { exact: true }).click();
	// Triggers are unfolded at first, actions below them.
	const categories = byTestId(page, 'node-creator-category-item');
	await categories.first().waitFor();
	if (!isTrigger) await categories.nth(1).click();
	await names.getByText(action, { exact: true }).click();
	await byTestId(page, 'node-parameters').waitFor();
	return new Form(page);
}

/** A create is filled in from lists alone, run by click, and compared with what the cloud has then. */
async function fromLists(editor: Editor, create: Create): Promise<Form> {
	const { emulator, picture, timeline } = editor;
	const form = await begin(editor, create.nodeName, create.action);
	await create.fill(form, async (field, search) => {
		const opened = await form.open(field);
		await picture(`create-from-lists-${create.node}`);
		timeline.say(`'${field}' offers: ${(await opened.names()).join('; ')}`);
		await opened.select(search);
	});
	await form.run();
	for (const [what, picked, made] of create.compare(emulator)) {
		timeline.check(`${what}: ${String(made)}, as picked`, made === picked);
	}
	return form;
}

/** The same form checks beforehand what the create would meet: now, the name is taken. */
async function checkBefore({ picture, timeline }: Editor, form: Form): Promise<void> {
	await form.choose('operation', 'Check Before Create');
	await form.run();
	const found = await form.shows('whatToDo', 'Create If Absent');
	timeline.check(
		`the check says: ${found.slice(0, 300)}`,
		/check result found .*Name warning/.test(found),
	);
	await picture('check-before-create');
}

/** Forms that are filled in from lists, in the editor. */
export async function lists(editor: Editor): Promise<void> {
	for (const create of CREATES) {
		editor.timeline.step(`${create.nodeName}: ${create.action}, from lists alone`);
		const form = await fromLists(editor, create);
		if (create === CREATES[0]) await checkBefore(editor, form);
	}
}
