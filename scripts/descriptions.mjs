/**
 * n8n's linters read literals, but the descriptions of these nodes are put together from many files. So each is written
 * out as one literal, as if typed by hand, and then goes through the rules of n8n's scanner.
 */
import { buildScanConfig } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { root } from './root.mjs';

const require = createRequire(import.meta.url);

/** Rules that do not hold here: fields of a group stay in the order in which they are filled in. */
const exempt = ['n8n-nodes-base/node-param-fixed-collection-type-unsorted-items'];

/** The choice of nothing may lead a list, and what is of the past may end it: each goes to where the alphabet wants it. */
function sorted(options) {
	const isFree = ({ name = '', value }) => value === '' || name.endsWith(' (Legacy)');
	return options.filter(isFree).reduce(
		(others, free) => {
			const next = others.findIndex(({ name }) => name.localeCompare(free.name) > 0);
			return others.toSpliced(next < 0 ? others.length : next, 0, free);
		},
		options.filter((option) => !isFree(option)),
	);
}

/** What the rules cannot know of: choices that stand first or last, and the vendor's identifier in brackets after a name. */
function withoutExceptions(key, value) {
	if (key === 'name' && typeof value === 'string') return value.replace(/ \([a-z0-9.-]+\)$/, '');
	return key === 'options' && Array.isArray(value) ? sorted(value) : value;
}

/** The class as one literal; functions (routing hooks) have no place in it, names and connections are as n8n wants them. */
function written(className, description) {
	const literal = JSON.stringify(description, withoutExceptions, '\t')
		.replace(/^(\t*)"([A-Za-z]\w*)": /gm, '$1$2: ')
		.replace(/\b(inputs|outputs): \[\s*"main"\s*\]/g, '$1: [NodeConnectionTypes.Main]');
	return [
		"import { NodeConnectionTypes } from 'n8n-workflow';",
		`export class ${className} implements INodeType {`,
		`description: INodeTypeDescription = ${literal};`,
		'}\n',
	].join('\n');
}

/** Lints what the nodes of `dist` look like to n8n; returns readable findings. */
export async function lintDescriptions() {
	const folder = mkdtempSync(join(tmpdir(), 'managed-kafka-descriptions-'));
	try {
		const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
		for (const part of ['package.json', 'icons', 'credentials']) {
			cpSync(join(root, part), join(folder, part), { recursive: true });
		}
		const files = manifest.n8n.nodes.map((path) => {
			const className = basename(path, '.node.js');
			const { description } = new (require(join(root, path))[className])();
			const file = join(folder, path.replace(/^dist\//, '').replace(/js$/, 'ts'));
			mkdirSync(join(file, '..'), { recursive: true });
			writeFileSync(file, written(className, description));
			return file;
		});
		const eslint = new ESLint({
			cwd: folder,
			allowInlineConfig: false,
			overrideConfigFile: true,
			overrideConfig: await buildScanConfig(),
		});
		const results = await eslint.lintFiles(files);
		const findings = results.flatMap(({ filePath, source = '', messages }) =>
			messages
				.filter(({ severity, ruleId }) => severity === 2 && !exempt.includes(ruleId))
				.map(({ line, message, ruleId }) => {
					const text = source.split('\n')[line - 1].trim();
					return `${basename(filePath)}  ${message}  ${ruleId}\n    ${text}`;
				}),
		);
		return [...new Set(findings)];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
