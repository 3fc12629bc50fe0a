import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './root.mjs';

/**
 * Draws the rooms and which imports from which into docs/architecture.md, as the sources are now. With
 * `--check` it only says whether the picture is current, by its exit code.
 */
const page = join(root, 'docs/architecture.md');
const START = '<!-- rooms:start -->';
const END = '<!-- rooms:end -->';

/** The room of a file; what is in none, such as a node class, stands for its folder. */
const ROOM =
	/^(nodes\/shared\/\w+|nodes\/[A-Z]\w+(?:\/(?:legacy|maintenance))?|credentials(?:\/(?:signing|fields|regions|session))?(?=\/)|emulator\/(?:core|http|huawei|alibaba|tencent)|emulator(?=\/))/;

function importsOf() {
	const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
	const output = execFileSync(
		process.execPath,
		[cruiser, 'nodes', 'credentials', 'emulator', '--output-type', 'json'],
		{ cwd: root, maxBuffer: 1 << 28 },
	);
	return JSON.parse(output.toString()).modules;
}

function picture() {
	const arrows = new Set();
	const rooms = new Set();
	const roomOf = (file) => ROOM.exec(file)?.[1];
	for (const { source, dependencies } of importsOf()) {
		const from = roomOf(source);
		if (!from) continue;
		rooms.add(from);
		for (const { resolved } of dependencies) {
			const to = roomOf(resolved);
			if (to && to !== from) arrows.add(`${from} ${to}`);
		}
	}
	const id = (room) => room.replaceAll('/', '_');
	const group = (title, names) => [
		`  subgraph ${title.replaceAll(/\W/g, '_')}["${title}"]`,
		...names.map(
			(name) =>
				`    ${id(name)}["${name.replace(/^(nodes(\/shared)?|credentials|emulator)\//, '')}"]`,
		),
		'  end',
	];
	const under = (test) => [...rooms].filter(test).sort();
	const shared = under((room) => room.startsWith('nodes/shared/'));
	const vendors = under((room) => room.startsWith('nodes/') && !shared.includes(room));
	return [
		'```mermaid',
		'flowchart TD',
		...group('vendors', vendors),
		...group('nodes/shared', shared),
		...group(
			'credentials',
			under((room) => room.startsWith('credentials')),
		),
		...group(
			'emulator',
			under((room) => room.startsWith('emulator')),
		),
		...[...arrows].sort().map((arrow) => `  ${arrow.split(' ').map(id).join(' --> ')}`),
		'```',
	].join('\n');
}

const text = readFileSync(page, 'utf8');
const before = text.slice(0, text.indexOf(START) + START.length);
const after = text.slice(text.indexOf(END));
const drawn = `${before}\n\n${picture()}\n\n${after}`;
if (!process.argv.includes('--check')) writeFileSync(page, drawn);
else if (drawn !== text) {
	console.error(
		'docs/architecture.md shows other rooms than the sources have: run npm run architecture',
	);
	process.exitCode = 1;
}
