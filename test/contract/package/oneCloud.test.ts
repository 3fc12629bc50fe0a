/** The packages of one cloud: what is in them, and what n8n loads of them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';

import { createHarness, projectRoot } from '../../harness';
import { CLOUDS, CREDENTIALS, layOut, manifestIn, PACKAGES } from '../../support/packages';
import type { VendorName } from '../../support/clouds';

const packages = layOut();
afterAll(packages.remove);

const project = manifestIn(projectRoot);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

/** Other clouds, their services, and their companies. */
const OTHERS: Record<VendorName, RegExp> = {
	huawei: /alibaba|aliyun|apsara|alikafka|tencent|ckafka|qcloud/i,
	alibaba: /huawei|\bdms\b|tencent|ckafka|qcloud/i,
	tencent: /huawei|\bdms\b|alibaba|aliyun|apsara|alikafka/i,
};

const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name));

const loaded = async (folder: string) =>
	(await createHarness({ packageDirs: [folder] })).packages[0];

test('packages/ has the manifest and README of each; if not, run `npm run packages`', () => {
	const script = join(projectRoot, 'scripts/packages/write.mjs');
	const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
	expect([status, stderr]).toEqual([0, '']);
});

describe.each(CLOUDS)('the package for %s', (cloud) => {
	const folder = packages.of(cloud);
	const manifest = manifestIn(folder);

	test('says in its manifest what that of the project says, and only what is its own', () => {
		expect(manifest.name).toBe(PACKAGES[cloud]);
		for (const field of ['version', 'license', 'author', 'repository', 'peerDependencies']) {
			expect([field, manifest[field]]).toEqual([field, project[field]]);
		}
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest).not.toHaveProperty('scripts');
		// By this, n8n's rule `no-monorepo` tells that a repository has several packages.
		expect(manifest.repository).not.toHaveProperty('directory');
		expect(manifest.n8n.credentials).toEqual([
			`dist/credentials/${CREDENTIALS[cloud]}.credentials.js`,
		]);
	});

	test('holds nothing of another cloud, by the names of files and by what is in them', () => {
		const files = filesIn(folder);
		expect(files.length).toBeGreaterThan(300);
		const named = files.filter((file) =>
			OTHERS[cloud].test(`${file.slice(folder.length)}\n${readFileSync(file, 'utf8')}`),
		);
		expect(named).toEqual([]);
	});

	test('gives each node its codex, under its own name, and the schemas that it has in the project', () => {
		for (const path of manifest.n8n.nodes) {
			const codex = JSON.parse(readFileSync(join(folder, path.replace(/js$/, 'json')), 'utf8')) as {
				node: string;
			};
			expect(codex.node.split('.')[0]).toBe(manifest.name);
			const schemas = path.replace(/[^/]*$/, '__schema__');
			expect(existsSync(join(folder, schemas))).toBe(existsSync(join(projectRoot, schemas)));
		}
	});

	test('has nodes and a credential that are those of the package of all clouds', async () => {
		const [one, all] = [await loaded(folder), (await createHarness()).packages[0]];
		expect(one.types.nodes).toHaveLength(manifest.n8n.nodes.length);
		expect(plain(one.types.credentials.map(({ properties }) => properties))).toEqual(
			plain(
				all.types.credentials
					.filter(({ name }) => name === one.types.credentials[0].name)
					.map(({ properties }) => properties),
			),
		);
		for (const node of one.types.nodes.filter(({ name }) => !/Fleet/.test(name))) {
			const same = all.types.nodes.find(({ name }) => name === node.name);
			const told = (given?: object) => plain({ ...given, iconUrl: undefined, codex: undefined });
			expect(told(node)).toEqual(told(same));
		}
	});

	test('has a fleet of its cloud only, which nobody takes for that of all clouds', async () => {
		const [one, all] = [await loaded(folder), (await createHarness()).packages[0]];
		const fleets = one.types.nodes.filter(({ name }) => /Fleet/.test(name));
		expect(fleets).toHaveLength(2);
		const shown = all.types.nodes.map(({ displayName }) => displayName);
		for (const { displayName, credentials, properties } of fleets as INodeTypeDescription[]) {
			expect(shown).not.toContain(displayName);
			expect(credentials).toEqual([
				expect.objectContaining({ name: one.types.credentials[0].name, required: true }),
			]);
			expect(properties.map(({ name }) => name)).not.toContain('clouds');
			expect(JSON.stringify(properties)).not.toContain("'Clouds'");
		}
	});
});

test('each node that is for one cloud is in the package of that cloud', () => {
	const sources = readdirSync(join(projectRoot, 'nodes/KafkaFleet/cloud'))
		.filter((file) => file.endsWith('.node.ts'))
		.map((file) => `dist/nodes/KafkaFleet/cloud/${file.replace(/ts$/, 'js')}`);
	const named = CLOUDS.flatMap((cloud) => manifestIn(packages.of(cloud)).n8n.nodes);
	expect(named.filter((path) => path.includes('KafkaFleet/cloud')).sort()).toEqual(sources.sort());
});

test('the package of all clouds has none of the nodes that are for one', () => {
	const { files } = project as unknown as { files: string[] };
	expect(files).toContain('!dist/nodes/KafkaFleet/cloud');
	expect(project.n8n.nodes.filter((path) => path.includes('KafkaFleet/cloud'))).toEqual([]);
});
