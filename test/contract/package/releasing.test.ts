/** That npm does with the commands of a release what the workflow and CONTRIBUTING.md take it to do. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectRoot } from '../../harness';

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

/** Settings of the npm that runs the tests, such as its silence, are not those of a release. */
const settings = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));

/** Nobody's settings of Git, and no network: a repository cannot be reached by any protocol. */
const env = {
	...Object.fromEntries(settings),
	GIT_ALLOW_PROTOCOL: 'none',
	GIT_CONFIG_GLOBAL: '/dev/null',
	...Object.fromEntries(
		['AUTHOR', 'COMMITTER'].flatMap((who) => [
			[`GIT_${who}_NAME`, 'Maintainer'],
			[`GIT_${who}_EMAIL`, 'maintainer@example.com'],
		]),
	),
};

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'managed-kafka-release-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const git = (...args: string[]) =>
	execFileSync('git', args, { cwd: home, env, encoding: 'utf8' }).trim();

/** Runs a line of a document or a workflow in a shell. */
function run(line: string, more: Record<string, string> = {}) {
	const options = { cwd: home, env: { ...env, ...more }, encoding: 'utf8' } as const;
	const { status, stdout, stderr } = spawnSync('bash', ['-c', line], options);
	return { status, output: `${stdout}${stderr}` };
}

test('publishing takes the tarball, and not a repository of its name', () => {
	const [, line] = /run: (npm publish .*)/.exec(read('.github/workflows/publish.yml')) ?? [];
	const name = 'n8n-nodes-not-there';
	writeFileSync(join(home, 'package.json'), JSON.stringify({ name, version: '0.0.1' }));
	mkdirSync(join(home, 'packed'));
	expect(run('npm pack --pack-destination packed').status).toBe(0);
	rmSync(join(home, 'package.json'));

	const harmless = line.replace('npm publish', 'npm publish --dry-run --offline');
	const { status, output } = run(harmless, { PACKAGE: name });

	expect(output).toContain(`+ ${name}@0.0.1`);
	expect(status).toBe(0);
});

test('a new version is that of all packages, in one commit with its tag', () => {
	const [line] = /npm version \d[^`]*/.exec(read('CONTRIBUTING.md')) ?? [''];
	const manifest = JSON.parse(read('package.json'));
	const written = 'packages/version.txt';
	// In the place of the build: what it writes is tested where it is made.
	const stub = `require('fs').writeFileSync('${written}', require('./package.json').version)`;
	manifest.scripts.packages = `node -e "${stub}"`;
	manifest.version = '0.1.0';
	writeFileSync(join(home, 'package.json'), JSON.stringify(manifest));
	mkdirSync(join(home, 'packages'));
	writeFileSync(join(home, written), manifest.version);
	cpSync(join(projectRoot, '.npmrc'), join(home, '.npmrc'));
	git('init', '--quiet');
	git('add', '.');
	git('commit', '--quiet', '-m', 'chore: begin');

	expect(run(line).status).toBe(0);

	expect(git('show', `v0.2.0:${written}`)).toBe('0.2.0');
	expect(JSON.parse(git('show', 'v0.2.0:package.json')).version).toBe('0.2.0');
	expect(git('log', '--format=%s', '-1')).toBe('chore: release 0.2.0');
	expect(git('status', '--porcelain')).toBe('');
});

describe('The workflow with a real n8n', () => {
	const workflow = read('.github/workflows/e2e.yml');

	test('runs every command that needs one', () => {
		const { scripts } = JSON.parse(read('package.json')) as { scripts: object };
		const commands = Object.keys(scripts).filter((name) => /^e2e/.test(name));
		const run = [...workflow.matchAll(/run: npm run (\S+)$/gm)].map(([, name]) => name);
		expect(run.sort()).toEqual(commands.sort());
	});

	test('installs what they need, but for the browser, which the runner has', () => {
		const installed = (text: string) =>
			(/apt-get install (?:-y )?([\w -]+)/.exec(text)?.[1] ?? '').split(' ');
		const needed = installed(read('docs/development.md')).filter((name) => name !== 'chromium');
		expect(needed).toContain('kcat');
		expect(installed(workflow).sort()).toEqual(needed.sort());
		expect(workflow).toMatch(/CHROMIUM: \/usr\/bin\/google-chrome/);
	});
});
