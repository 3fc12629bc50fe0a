import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { VendorName } from './clouds';

/** The packages of one cloud, laid out as npm would install them. */

const root = join(__dirname, '../..');

/** Their names, by cloud. */
export const PACKAGES: Readonly<Record<VendorName, string>> = {
	huawei: 'n8n-nodes-huawei-cloud-kafka',
	alibaba: 'n8n-nodes-alibaba-cloud-kafka',
	tencent: 'n8n-nodes-tencent-cloud-ckafka',
};

export const CLOUDS = Object.keys(PACKAGES) as VendorName[];

/** The class of the credential of each cloud. */
export const CREDENTIALS: Readonly<Record<VendorName, string>> = {
	huawei: 'ManagedKafkaHuaweiCloudApi',
	alibaba: 'ManagedKafkaAlibabaCloudApi',
	tencent: 'ManagedKafkaTencentCloudApi',
};

/** What a manifest says that tests look at. */
export interface Manifest {
	name: string;
	version: string;
	repository: object;
	peerDependencies: object;
	n8n: { nodes: string[]; credentials: string[] };
	[field: string]: unknown;
}

export const manifestIn = (folder: string): Manifest =>
	JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** The laid-out packages. */
export interface LaidOut {
	/** The folder of a package. */
	of(cloud: VendorName): string;
	/** A copy of it whose credential type lacks fields, or choices of one, as an older version does. */
	older(
		cloud: VendorName,
		lacks: { fields?: string[]; choices?: Record<string, string[]> },
	): string;
	remove(): void;
}

/** What makes a credential class one that lacks something. */
const lacking = (name: string, { fields = [], choices = {} }: Parameters<LaidOut['older']>[1]) => `
const Newer = exports.${name};
exports.${name} = class ${name} extends Newer {
	constructor(...time) {
		super(...time);
		const choices = ${JSON.stringify(choices)};
		this.properties = this.properties
			.filter((field) => !${JSON.stringify(fields)}.includes(field.name))
			.map((field) => choices[field.name]
				? { ...field, options: field.options.filter(({ value }) => !choices[field.name].includes(value)) }
				: field);
	}
};
`;

/** Lays the packages out in a new folder, of what is built. */
export function layOut(): LaidOut {
	const home = mkdtempSync(join(tmpdir(), 'managed-kafka-packages-'));
	execFileSync(process.execPath, [join(root, 'scripts/packages/lay.mjs'), home]);
	const modules = join(home, 'node_modules');
	let copies = 0;
	return {
		of: (cloud) => join(modules, PACKAGES[cloud]),
		older(cloud, lacks) {
			const folder = join(modules, `older-${++copies}`);
			cpSync(join(modules, PACKAGES[cloud]), folder, { recursive: true });
			const name = CREDENTIALS[cloud];
			appendFileSync(join(folder, `dist/credentials/${name}.credentials.js`), lacking(name, lacks));
			return folder;
		},
		remove: () => rmSync(home, { recursive: true, force: true }),
	};
}
