import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../examples');

/** A node as n8n exports it. */
export interface TemplateNode {
	name: string;
	type: string;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, unknown>;
	[key: string]: unknown;
}

/** A workflow as n8n exports it. */
export interface Workflow {
	name: string;
	nodes: TemplateNode[];
	connections: Record<string, unknown>;
	[key: string]: unknown;
}

/** What the gallery asks for, and no workflow says: a row of `examples/gallery/entries.json`. */
export interface Entry {
	/** Action verb, what it acts on, and where; sentence case. */
	title: string;
	/** From the gallery's own list. */
	categories: string[];
	/** One sentence. */
	summary: string;
	/** Who has a use for it. */
	audience: string;
	/** Accounts, services, and other workflows that it needs. */
	needs: string[];
	/** What is worth changing. */
	customize: string[];
}

export interface Example {
	/** File name without its ending. */
	key: string;
	workflow: Workflow;
	entry: Entry | undefined;
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(FOLDER, path), 'utf8')) as T;

/** What is there to submit, by key. */
export const readEntries = (): Record<string, Entry> => readJson('gallery/entries.json');

/** Every example with its entry, by name. */
export function readExamples(): Example[] {
	const entries = readEntries();
	return readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => file.replace(/\.json$/, ''))
		.map((key) => ({ key, workflow: readJson(`${key}.json`), entry: entries[key] }));
}
