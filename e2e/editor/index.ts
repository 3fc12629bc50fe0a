import type { ServedRoom } from '../room';
import { inEditor } from './browser';
import { canvas } from './canvas';
import { credentials } from './credentials';
import { fleet } from './fleet';
import { lists } from './lists';
import { node } from './node';
import { panel } from './panel';
import { withoutPermission } from './permission';
import { report } from './report';

/** n8n's editor in a browser, whose pictures go into the documentation. */
export async function editor(room: ServedRoom): Promise<void> {
	await inEditor(room, async (opened) => {
		await panel(opened);
		// Before further credentials are there, the editor selects the only one of a cloud by itself.
		await lists(opened);
		await withoutPermission(opened);
		await fleet(opened);
		await credentials(opened);
		await node(opened);
		await canvas(opened);
		await report(opened);
	});
}
