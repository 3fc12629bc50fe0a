/** The rules of n8n's linters over the finished nodes, in a process of its own as ESLint has to load ES modules. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(__dirname, '../..');

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
		const node = join(folder, 'dist/nodes/HuaweiCloudKafka/HuaweiCloudKafka.node.js');
		appendFileSync(
			node,
			`const Right = exports.HuaweiCloudKafka;
			exports.HuaweiCloudKafka = class HuaweiCloudKafka extends Right {
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
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('names in lower case, switches without Whether, missing defaults', () => {
		const found = lint(folder).join('\n');
		expect(found).toContain('node-param-display-name-miscased');
		expect(found).toContain('node-param-description-boolean-without-whether');
		expect(found).toContain('node-param-default-missing');
	});
});
