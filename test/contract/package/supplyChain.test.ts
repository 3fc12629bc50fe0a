/** What keeps somebody else's code out of a release. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../../harness';
import { PACKAGES } from '../../support/packages';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

const WORKFLOWS = '.github/workflows';
const workflows = readdirSync(join(projectRoot, WORKFLOWS)).map((file): [string, string] => [
	file,
	read(`${WORKFLOWS}/${file}`),
]);

/** The jobs of a workflow, by name. */
const jobsOf = (workflow: string) =>
	new Map(
		workflow
			.slice(workflow.indexOf('\njobs:\n'))
			.split(/^ {2}(?=[\w-]+:$)/m)
			.slice(1)
			.map((job): [string, string] => [job.slice(0, job.indexOf(':')), job]),
	);

const matches = (text: string, pattern: RegExp) =>
	[...text.matchAll(pattern)].map(([, one]) => one);

describe.each(workflows)('%s', (_, workflow) => {
	test('names each action by its commit, with the version beside it', () => {
		const actions = matches(workflow, /uses: (.*)/g);
		expect(
			actions.filter((one) => !/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(one)),
		).toEqual([]);
	});

	test('may only read, unless a job says more, and keeps no credentials for its steps', () => {
		expect(workflow).toMatch(/^permissions:( \{\}|\n {2}contents: read)\n(?! )/m);
		const checkouts = matches(workflow, /(uses: actions\/checkout@)/g).length;
		expect(matches(workflow, /(persist-credentials: false)/g)).toHaveLength(checkouts);
	});

	test('runs nothing of a pull request with rights, and no text of an event as a script', () => {
		expect(workflow).not.toMatch(/pull_request_target|workflow_run/);
		const scripts = matches(workflow, /run: (?:\|\n((?: {10}.*\n)+)|.*)/g).join('\n');
		expect(scripts).not.toMatch(/\$\{\{/);
	});
});

test('one action is the same commit everywhere', () => {
	const all = workflows.flatMap(([, workflow]) => matches(workflow, /uses: (.*)/g));
	const names = new Set(all.map((one) => one.split('@')[0]));
	expect(new Set(all).size).toBe(names.size);
});

describe('publishing', () => {
	const jobs = jobsOf(read(`${WORKFLOWS}/publish.yml`));
	const [pack, publish] = ['pack', 'publish'].map((name) => jobs.get(name) ?? '');

	test('is the only job in any workflow that may ask for a token', () => {
		const asking = workflows.flatMap(([file, workflow]) =>
			[...jobsOf(workflow)]
				.filter(([, job]) => /id-token|contents: write|packages: write|write-all/.test(job))
				.map(([name]) => `${file}: ${name}`),
		);
		expect(asking).toEqual(['publish.yml: publish']);
	});

	test('has nothing but the tarballs, waits for a reviewer, and runs nothing but npm', () => {
		expect(publish).toMatch(/^ {4}needs: pack$/m);
		expect(publish).toMatch(/^ {4}environment: npm$/m);
		expect(matches(publish, /uses: (.*)@/g)).toEqual([
			'actions/setup-node',
			'actions/download-artifact',
		]);
		expect(matches(publish, /run: (.*)/g)).toEqual([
			'npm publish "./packed/$PACKAGE"-[0-9]*.tgz --ignore-scripts --provenance --access public',
		]);
		expect(publish).not.toContain('secrets.');
	});

	test('is of every package, each by itself', () => {
		const names = matches(publish, /^ {10}- (n8n-nodes-[\w-]+)$/gm);
		const { name } = JSON.parse(read('package.json')) as { name: string };
		expect(names.sort()).toEqual([name, ...Object.values(PACKAGES)].sort());
		expect(publish).toMatch(/^ {6}fail-fast: false$/m);
		expect(publish).toMatch(/^ {10}PACKAGE: \$\{\{ matrix\.package \}\}$/m);
	});

	test('is of a commit on main, whose version the tag names, and which passed all checks', () => {
		expect(pack).toContain('fetch-depth: 0');
		expect(matches(pack, /run: (.*)/g)).toEqual([
			'git merge-base --is-ancestor "$GITHUB_SHA" origin/main',
			expect.stringMatching(/^test "\$\{GITHUB_REF_NAME#v\}" = /),
			'bash .ci/run',
			'npm run pack:all -- packed',
		]);
	});
});

describe.each(['package-lock.json', 'test/support/sdks/package-lock.json'])('%s', (path) => {
	interface Locked {
		resolved?: string;
		integrity?: string;
		link?: boolean;
	}
	const { packages } = JSON.parse(read(path)) as { packages: Record<string, Locked> };
	const locked = Object.entries(packages).filter(([place, { link }]) => place !== '' && !link);

	test('has the hash of every package, those of other platforms too', () => {
		const open = locked.filter(([, { integrity }]) => !/^sha512-[\w+/]+=*$/.test(integrity ?? ''));
		expect(open.map(([place]) => place)).toEqual([]);
	});

	test('takes every package from the npm registry', () => {
		const others = locked.filter(
			([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
		);
		expect(others.map(([place]) => place)).toEqual([]);
	});
});

test('installing runs no scripts of packages, and updates are proposed for all that is pinned', () => {
	expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
	const ecosystems = matches(read('.github/dependabot.yml'), /package-ecosystem: (.*)/g);
	expect(new Set(ecosystems)).toEqual(new Set(['npm', 'github-actions']));
	expect(matches(read('.github/dependabot.yml'), /directory: (.*)/g)).toContain(
		'/test/support/sdks',
	);
});
