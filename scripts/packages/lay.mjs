/**
 * Lays the packages of one cloud, as they are published, beside each other into `node_modules` of a folder, with what
 * n8n offers them: `node scripts/packages/lay.mjs FOLDER`. For tests; `npm run pack:all` makes their tarballs.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { offerModules } from '../lazy.mjs';
import { stage } from './stage.mjs';
import { PACKAGES } from './table.mjs';

const modules = join(process.argv[2], 'node_modules');
mkdirSync(modules, { recursive: true });
offerModules(modules);
for (const entry of PACKAGES) stage(entry, join(modules, entry.name));
