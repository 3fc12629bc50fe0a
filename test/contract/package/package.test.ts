/** What must hold for the built package and for every node and credential that package.json names. */
import type {
	ICredentialType,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { createHarness, projectRoot } from '../../harness';

interface Manifest {
	name: string;
	main: string;
	files: string[];
	license: string;
	keywords: string[];
	scripts: Record<string, string>;
	dependencies?: object;
	optionalDependencies?: object;
	bundleDependencies?: unknown;
	peerDependencies: Record<string, string>;
	n8n: { n8nNodesApiVersion: number; nodes: string[]; credentials: string[] };
}

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
const manifest: Manifest = JSON.parse(read('package.json'));
const { nodes: nodePaths, credentials: credentialPaths } = manifest.n8n;

/** The class in a built file, which n8n finds by the name of the file. */
function instance<T>(path: string): T {
	const className = basename(path).replace(/\.(node|credentials)\.js$/, '');
	return new (jest.requireActual(join(projectRoot, path))[className])();
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const categories = [
	'Data & Storage',
	'Finance & Accounting',
	'Marketing & Content',
	'Productivity',
	'Miscellaneous',
	'Sales',
	'Development',
	'Analytics',
	'Communication',
	'Utility',
];

function expectIcons(path: string, icon: INodeTypeDescription['icon'] | ICredentialType['icon']) {
	expect(icon).toEqual({
		light: expect.stringMatching(/^file:.*\.svg$/),
		dark: expect.stringMatching(/^file:.*\.dark\.svg$/),
	});
	const { light, dark } = icon as { light: string; dark: string };
	const [lightSvg, darkSvg] = [light, dark].map((file) => {
		const built = resolve(projectRoot, dirname(path), file.replace('file:', ''));
		expect(existsSync(built)).toBe(true);
		return readFileSync(built, 'utf8');
	});
	expect(lightSvg).not.toBe(darkSvg);
}

describe('package.json', () => {
	it('needs nothing at run time but n8n itself', () => {
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest).not.toHaveProperty('optionalDependencies');
		expect(manifest).not.toHaveProperty('bundleDependencies');
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('is a community package which n8n accepts', () => {
		expect(manifest.name).toBe('n8n-nodes-managed-kafka');
		expect(manifest.license).toBe('MIT');
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.n8n.n8nNodesApiVersion).toBe(1);
		const forbidden = /^(pre|post)?(prepare|install)$|^prepublish$/;
		expect(Object.keys(manifest.scripts).filter((name) => forbidden.test(name))).toEqual([]);
	});

	it('names all nodes and credentials which the sources have', () => {
		const sources = ['nodes', 'credentials'].flatMap((folder) =>
			readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
				.filter((file) => /\.(node|credentials)\.ts$/.test(file))
				// Those of a package for one cloud, see `oneCloud.test.ts`.
				.filter((file) => !file.startsWith('KafkaFleet/cloud/'))
				.map((file) => `dist/${folder}/${file.replace(/ts$/, 'js')}`),
		);
		expect([...nodePaths, ...credentialPaths].sort()).toEqual(sources.sort());
	});

	it('is loaded by n8n with all of them', async () => {
		const { types } = (await createHarness()).packages[0];
		expect(types.nodes).toHaveLength(nodePaths.length);
		expect(types.credentials).toHaveLength(credentialPaths.length);
	});

	it('starts without the collation rules of the system, which take longer to load than a node', () => {
		const collations = jest.spyOn(String.prototype, 'localeCompare');
		jest.isolateModules(() => [...nodePaths, ...credentialPaths].forEach(instance));
		const count = collations.mock.calls.length;
		collations.mockRestore();
		expect(count).toBe(0);
	});

	it('has a map with every class', () => {
		const map = Object.keys(jest.requireActual(join(projectRoot, manifest.main)));
		const classes = [...nodePaths, ...credentialPaths].map((path) => basename(path).split('.')[0]);
		expect(map.sort()).toEqual(classes.sort());
	});
});

describe.each(credentialPaths)('%s', (path) => {
	const credential = instance<ICredentialType>(path);

	it('has the name of its file, icons, documentation and a test', () => {
		expect(credential.name).toBe(lowerFirst(basename(path, '.credentials.js')));
		expectIcons(path, credential.icon);
		expect(credential.documentationUrl).toMatch(/^https:\/\//);
		expect(credential.test?.request).toBeDefined();
		expect(typeof credential.authenticate).toBe('function');
	});
});

describe.each(nodePaths)('%s', (path) => {
	const { description, methods } = instance<INodeType>(path);
	const operations = description.properties.filter(({ name }) => name === 'operation');

	it('has the name of its file, and icons', () => {
		expect(description.name).toBe(lowerFirst(basename(path, '.node.js')));
		expectIcons(path, description.icon);
	});

	it('has a codex file', () => {
		const codex = JSON.parse(read(path.replace(/js$/, 'json')));
		expect(codex).toMatchObject({
			node: `${manifest.name}.${description.name}`,
			nodeVersion: '1.0',
			codexVersion: '1.0',
		});
		expect(categories).toEqual(expect.arrayContaining(codex.categories));
		expect(codex.categories.length).toBeGreaterThan(0);
	});

	it('uses only credentials of this package', () => {
		const known = credentialPaths.map((file) => lowerFirst(basename(file, '.credentials.js')));
		for (const { name } of description.credentials ?? []) expect(known).toContain(name);
	});

	it('has an action and a description for every operation, none of them twice', () => {
		const choices = operations.flatMap(({ options = [] }) => options);
		expect(choices.filter((choice) => !('action' in choice && choice.action))).toEqual([]);
		expect(choices.filter((choice) => !('description' in choice && choice.description))).toEqual(
			[],
		);
		const actions = choices.map((choice) => ('action' in choice ? choice.action : ''));
		expect(new Set(actions).size).toBe(actions.length);
	});

	it('shows fields only depending on fields and choices that there are', () => {
		expect(unknownConditions(description.properties)).toEqual([]);
	});

	it('has every method that its fields call', () => {
		const { listSearch = {}, loadOptions = {} } = methods ?? {};
		const { searches, loaders } = calledMethods(description.properties);
		expect(Object.keys(listSearch)).toEqual(expect.arrayContaining(searches));
		expect(Object.keys(loadOptions)).toEqual(expect.arrayContaining(loaders));
	});

	it('stays cheap: n8n walks every top-level field twice for each item', () => {
		expect(description.properties.length).toBeLessThan(160);
		expect(JSON.stringify(description).length).toBeLessThan(1_000_000);
	});
});

/** Conditions on a top-level field that does not exist, or on a choice which it does not have. */
function unknownConditions(properties: INodeProperties[]): string[] {
	return properties.flatMap(({ name, displayOptions }) =>
		Object.entries({ ...displayOptions?.show, ...displayOptions?.hide })
			.filter(([field]) => !field.startsWith('@'))
			.flatMap(([field, wanted = []]) => {
				const targets = properties.filter((property) => property.name === field.replace(/^\//, ''));
				if (targets.length === 0) return [`${name}: ${field}`];
				const choices = targets.flatMap(({ options = [] }) =>
					options.map((option) => ('value' in option ? option.value : undefined)),
				);
				return wanted
					.filter((value) => choices.length > 0 && typeof value !== 'object')
					.filter((value) => !choices.includes(value as string))
					.map((value) => `${name}: ${field} = ${String(value)}`);
			}),
	);
}

/** Names of the methods that fill lists and drop-downs, at any depth. */
function calledMethods(value: unknown): { searches: string[]; loaders: string[] } {
	const searches = new Set<string>();
	const loaders = new Set<string>();
	const walk = (part: unknown) => {
		if (typeof part !== 'object' || part === null) return;
		for (const [key, inner] of Object.entries(part)) {
			if (key === 'searchListMethod') searches.add(inner as string);
			if (key === 'loadOptionsMethod') loaders.add(inner as string);
			walk(inner);
		}
	};
	walk(value);
	return { searches: [...searches], loaders: [...loaders] };
}
