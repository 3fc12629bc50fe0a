import { format, resolveConfig } from 'prettier';

import { join } from 'node:path';

import { root } from '../root.mjs';
import { manifestOf } from './manifest.mjs';
import { readmeOf } from './readme.mjs';

/** The files of the folder of a package, by name, formatted as the project formats them. */
export async function pagesOf(entry) {
	const formatted = async (name, text, parser) => {
		const options = await resolveConfig(join(root, 'packages', entry.folder, name));
		return await format(text, { ...options, parser });
	};
	return {
		'package.json': await formatted(
			'package.json',
			JSON.stringify(manifestOf(entry)),
			'json-stringify',
		),
		'README.md': await formatted('README.md', readmeOf(entry), 'markdown'),
	};
}
