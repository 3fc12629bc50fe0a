import type { ServedRoom } from '../room';
import { inEditor } from './browser';
import { canvas } from './canvas';
import { credentials } from './credentials';
import { node } from './node';
import { panel } from './panel';

/** n8n's editor in a browser, whose pictures go into the documentation. */
export async function editor(room: ServedRoom): Promise<void> {
	await inEditor(room, async (opened) => {
		await panel(opened);
		await credentials(opened);
		await node(opened);
		await canvas(opened);
	});
}
