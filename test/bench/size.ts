import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { root } from './built';
import { rounded } from './measure';
import { needSdks, SDK_CLIENTS, sdksFolder } from './peers';
import type { Cell, Table } from './table';

/** Folder of a package as Node.js finds it from another package's folder. */
function folderOf(name: string, from: string): string | undefined {
	for (let at = from; at !== dirname(at); at = dirname(at)) {
		const folder = join(at, 'node_modules', name);
		if (existsSync(folder)) return folder;
	}
	return undefined;
}

/** Folders of a package and of everything that it depends on. */
function installed(folder: string, found = new Set<string>()): Set<string> {
	if (found.has(folder)) return found;
	found.add(folder);
	const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		dependencies?: Record<string, string>;
	};
	for (const name of Object.keys(dependencies)) {
		const next = folderOf(name, folder);
		if (next) installed(next, found);
	}
	return found;
}

/** Bytes of a package's own files. */
function bytesIn(folder: string): number {
	return readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => name !== 'node_modules')
		.map((entry) => {
			const path = join(folder, entry.name);
			return entry.isDirectory() ? bytesIn(path) : statSync(path).size;
		})
		.reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * What other n8n packages for these clouds bring along: KiB and number of the dependencies that they
 * declare, as npm installed them on 2026-11-22. Not installed by the bench, hence fixed figures.
 */
const OTHER_PACKAGES: Cell[][] = [
	['n8n-nodes-alicloud 0.2.24, dependencies alone', '', 41_300, 153],
	['n8n-nodes-tencentcloud-ocr-general 1.0.0, dependencies alone', '', 45_100, 39],
	['n8n-nodes-alicloud-oss 0.0.1, dependencies alone', '', 10_200, 92],
];

const kibibytes = (bytes: number) => rounded(bytes / 1024);

/** What is downloaded and what is on disk after an installation. */
export function bench(): Table {
	needSdks();
	const args = ['pack', '--json', '--dry-run', '--ignore-scripts'];
	const output = execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
	const [tarball] = Object.values(JSON.parse(output.toString())) as Array<{
		size: number;
		unpackedSize: number;
	}>;
	return {
		title: 'Size',
		about: 'Installed files, with all dependencies; n8n itself is not included.',
		columns: ['Package', 'KiB packed', 'KiB installed', 'packages'],
		rows: [
			['This package', kibibytes(tarball.size), kibibytes(tarball.unpackedSize), 1],
			...SDK_CLIENTS.map((name) => {
				const folders = [...installed(join(sdksFolder, 'node_modules', name))];
				const bytes = folders.map(bytesIn).reduce((sum, size) => sum + size, 0);
				return [name, '', kibibytes(bytes), folders.length];
			}),
			...OTHER_PACKAGES,
		],
		meaning: 'An installation downloads one file and no dependencies.',
		notes: [
			'No other n8n package for Kafka on these clouds was found, and none at all for Huawei Cloud. The search covered public repositories whose names refer to n8n nodes and these clouds or Kafka, and their manifests. The packages in the last rows are for other services: virtual machines, object storage, and speech on Alibaba Cloud, and text recognition on Tencent Cloud. The registry did not contain them, so the figures are for the dependencies that their manifests declare, installed on 2026-11-22, without their own files.',
		],
		plot: { label: 0, value: 2 },
	};
}
