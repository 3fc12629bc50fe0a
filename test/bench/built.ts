import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { INodeType } from 'n8n-workflow';

import type { Clock } from '../../nodes/shared/contract/clock';
import { systemClock } from '../../nodes/shared/request/clock';

/** The root of the project. */
export const root = resolve(__dirname, '../..');

const fromRoot = createRequire(join(root, 'package.json'));

/** What n8n reads of the package.json. */
export const { n8n: listed } = fromRoot('./package.json') as {
	n8n: { nodes: string[]; credentials: string[] };
};

/** A module of the built package, by its path under `dist`. */
export const built = <T>(path: string): T => fromRoot(join(root, 'dist', path)) as T;

/** The system's time, but nobody waits for it: the limits of the services would only add waiting. */
export const unpaced: Clock = { ...systemClock, sleep: async () => await nextTurn() };

/** A new node of the built package, by its path under `dist`. */
export function builtNode(path: string, clock = systemClock): INodeType {
	const [NodeClass] = Object.values(built<Record<string, new (clock: Clock) => INodeType>>(path));
	return new NodeClass(clock);
}
