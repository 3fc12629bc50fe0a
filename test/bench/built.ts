import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { INodeType } from 'n8n-workflow';

/** The root of the project. */
export const root = resolve(__dirname, '../..');

const fromRoot = createRequire(join(root, 'package.json'));

/** What n8n reads of the package.json. */
export const { n8n: listed } = fromRoot('./package.json') as {
	n8n: { nodes: string[]; credentials: string[] };
};

/** A module of the built package, by its path under `dist`. */
export const built = <T>(path: string): T => fromRoot(join(root, 'dist', path)) as T;

/** A new node of the built package, by its path under `dist`. */
export function builtNode(path: string): INodeType {
	const [NodeClass] = Object.values(built<Record<string, new () => INodeType>>(path));
	return new NodeClass();
}

/** Takes away the pace of a built vendor: its limits would only add waiting. */
export function unlimited(path: string): void {
	const [vendor] = Object.values(built<Record<string, object>>(path)).filter(
		(exported) => 'pace' in exported,
	);
	Object.assign(vendor, { pace: () => ({ perSecond: Infinity, atOnce: 8 }) });
}
