/** Writes the tarballs of all packages, as they are published, into a folder: `npm run pack:all -- FOLDER`. */
import { packInto } from './packed.mjs';
import { PACKAGES } from './packages/table.mjs';

const [destination] = process.argv.slice(2);
if (destination === undefined) {
	console.error('Name the folder for the tarballs: npm run pack:all -- FOLDER');
	process.exit(2);
}
for (const entry of [undefined, ...PACKAGES]) console.log(await packInto(destination, entry));
// n8n's loader leaves handles open, so the process is ended here.
process.exit(0);
