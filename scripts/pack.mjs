/** Writes the npm tarball, as it is published, into the folder that is named: `npm run pack -- FOLDER`. */
import { packInto } from './packed.mjs';

const [destination] = process.argv.slice(2);
if (destination === undefined) {
	console.error('Name the folder for the tarball: npm run pack -- FOLDER');
	process.exit(2);
}
console.log(await packInto(destination));
// n8n's loader leaves handles open, so the process is ended here.
process.exit(0);
