/**
 * The rules of n8n's linters over the finished nodes, in a process of its own as ESLint has to load ES modules. At full
 * breadth only: it takes eight CPU seconds, and `npm run scan` applies the same rules.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(__dirname, '../../..');

/** Built files of the nodes, relative to the root. */
const { nodes } = (
	JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { n8n: { nodes: string[] } }
).n8n;

/** What `npm run scan` finds in the nodes that are built below a folder. */
function lint(folder: string): string[] {
	const script = pathToFileURL(join(folder, 'scripts/descriptions.mjs')).href;
	const code = `import { lintDescriptions } from '${script}';
		process.stdout.write(JSON.stringify(await lintDescriptions()));
		process.exit();`;
	const output = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
		cwd: folder,
		encoding: 'utf8',
		// In a test environment the rules take every file for a trigger.
		env: { ...process.env, NODE_ENV: 'production' },
	});
	return JSON.parse(output) as string[];
}

test('are content', () => {
	expect(lint(root)).toEqual([]);
});

describe('notice', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'managed-kafka-lint-'));
		for (const part of ['package.json', 'icons', 'credentials', 'scripts', 'dist']) {
			cpSync(join(root, part), join(folder, part), { recursive: true });
		}
		symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
		for (const path of nodes) {
			const name = basename(path, '.node.js');
			appendFileSync(
				join(folder, path),
				`const Right = exports.${name};
				exports.${name} = class ${name} extends Right {
					constructor() {
						super();
						this.description.properties.push(
							{ displayName: 'not title case', name: 'a', type: 'string', default: '' },
							{ displayName: 'Switch', name: 'b', type: 'boolean', default: false, description: 'Turns it on' },
							{ displayName: 'Without Default', name: 'c', type: 'string' },
						);
					}
				};`,
			);
		}
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('in every node: names in lower case, switches without Whether, missing defaults', () => {
		const found = lint(folder);
		for (const path of nodes) {
			const own = found.filter((line) => line.startsWith(basename(path, 'js'))).join('\n');
			expect(own).toContain('node-param-display-name-miscased');
			expect(own).toContain('node-param-description-boolean-without-whether');
			expect(own).toContain('node-param-default-missing');
		}
	});
});
