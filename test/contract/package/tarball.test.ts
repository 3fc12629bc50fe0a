/** The tarball of `npm run pack`: what n8n knows of it without loading a class is what the classes say. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createHarness, projectRoot } from '../../harness';

const script = join(projectRoot, 'scripts/pack.mjs');
const LAZY = ['known/nodes', 'known/credentials', 'types/nodes', 'types/credentials'];
const home = mkdtempSync(join(tmpdir(), 'managed-kafka-tarball-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Loaded {
	known: Record<'nodes' | 'credentials', Record<string, object>>;
	types: Record<'nodes' | 'credentials', Array<{ __loadOptionsMethods?: unknown }>>;
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
const stored = (name: string) =>
	JSON.parse(readFileSync(join(home, `package/dist/${name}.json`), 'utf8')) as unknown;

let classes: Loaded;
beforeAll(async () => {
	const file = execFileSync(process.execPath, [script, home], { encoding: 'utf8' }).trim();
	execFileSync('tar', ['-xzf', file, '-C', home]);
	const [loader] = (await createHarness()).packages;
	classes = loader as unknown as Loaded;
});

test.each(['nodes', 'credentials'] as const)('n8n knows the classes of the %s', (kind) => {
	expect(stored(`known/${kind}`)).toEqual(plain(classes.known[kind]));
});

test.each(['nodes', 'credentials'] as const)('n8n shows the %s as their classes do', (kind) => {
	const types = classes.types[kind].map(({ __loadOptionsMethods: _, ...type }) => type);
	expect(types.length).toBeGreaterThan(2);
	expect(stored(`types/${kind}`)).toEqual(plain(types));
});

test('a build has none of these files: they would outlive a change of the classes', () => {
	for (const name of LAZY) expect(existsSync(join(projectRoot, `dist/${name}.json`))).toBe(false);
});

test('says that it needs a folder', () => {
	const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
	expect([status, stderr]).toEqual([2, expect.stringContaining('npm run pack -- FOLDER')]);
});
