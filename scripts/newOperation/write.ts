import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

import type { Plan } from './plan';

/** The planned files, formatted as the project is. */
export async function formatted(root: string, { files }: Plan): Promise<Plan['files']> {
	return await Promise.all(
		files.map(async (file) => {
			const filepath = join(root, file.path);
			const config = await resolveConfig(filepath);
			return { ...file, text: await format(file.text, { ...config, filepath }) };
		}),
	);
}

/** Writes files. */
export function write(root: string, files: Plan['files']): void {
	for (const { path, text } of files) {
		const target = join(root, path);
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, text);
	}
}
