/**
 * Credential types have no package prefix in n8n, and of two with one name the last package loaded wins: a
 * name of ours that n8n has breaks n8n's own nodes. `npm run n8n-names` renews the names of n8n.
 */
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { projectRoot } from '../../harness';
import n8nNames from './n8nNames.json';

type Kind = 'credentials' | 'nodes';

/** Display name by type name. */
type Names = Record<string, string>;

const lowerCase = (text: string) => text.toLowerCase();

function ofN8n(kind: Kind): Names {
	return Object.assign({}, ...Object.values(n8nNames).map((one) => one[kind])) as Names;
}

function ours(kind: Kind): Names {
	const { n8n } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
		n8n: Record<Kind, string[]>;
	};
	const pairs = n8n[kind].map((path) => {
		const [className] = basename(path).split('.');
		const made = new (jest.requireActual(join(projectRoot, path))[className])() as
			| ICredentialType
			| INodeType;
		const { name, displayName } = 'description' in made ? made.description : made;
		return [name, displayName] as const;
	});
	return Object.fromEntries(pairs);
}

/** What of ours cannot be told from something of n8n's, by type name or as users see it. */
function taken(mine: Names, theirs: Names): string[] {
	const names = new Set(Object.keys(theirs).map(lowerCase));
	const shown = new Set(Object.values(theirs).filter(Boolean).map(lowerCase));
	return Object.entries(mine).flatMap(([name, displayName]) => [
		...(names.has(lowerCase(name)) ? [`name ${name}`] : []),
		...(shown.has(lowerCase(displayName)) ? [`display name ${displayName}`] : []),
	]);
}

describe.each(['credentials', 'nodes'] as const)('the %s', (kind) => {
	it('have names that none of n8n has', () => {
		expect(Object.keys(ours(kind)).length).toBeGreaterThan(0);
		expect(taken(ours(kind), ofN8n(kind))).toEqual([]);
	});

	it('have names and display names of their own', () => {
		const names = ours(kind);
		expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length);
	});

	it('are held against all that n8n has', () => {
		for (const one of Object.values(n8nNames)) {
			expect(one.version).toMatch(/^\d+\.\d+\.\d+$/);
			expect(Object.keys(one[kind]).length).toBeGreaterThan(20);
		}
	});
});

describe('a name that n8n has', () => {
	it.each([
		['alibabaCloudApi', 'Anything', ['name alibabaCloudApi']],
		['AlibabaCloudAPI', 'Anything', ['name AlibabaCloudAPI']],
		['ofOurOwn', 'Qwen Cloud', ['display name Qwen Cloud']],
	])('%s, shown as %s, is refused', (name, displayName, expected) => {
		expect(taken({ [name]: displayName }, ofN8n('credentials'))).toEqual(expected);
	});

	it('is refused of a node, too', () => {
		expect(taken({ kafka: 'Kafka' }, ofN8n('nodes'))).toEqual(['name kafka', 'display name Kafka']);
	});
});
