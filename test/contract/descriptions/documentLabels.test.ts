/** Labels that documents name, in italics, are what the editor shows: in English, in whatever language the text is. */
import type { ICredentialType } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { italicsOf } from '../../support/documents/markdown';
import { pairs, readDocument, root } from '../../support/documents/translations';
import { allNodes } from './nodes';

/** Labels of n8n itself. */
const OF_N8N = [
	...['Batching', 'On Error', 'Retry On Fail', 'Loop Over Items', 'Timeout Workflow'],
	...['Execute workflow', 'Fetch Test Event', 'Test', 'Predefined Credential Type'],
	...['Import from File', 'Tool', 'Stop Workflow', 'Continue', 'Limit Wait Time'],
	...['Settings', 'Community Nodes', 'Install'],
	...['Allowed HTTP Request Domains', 'Allowed Domains'],
	...['Request Options', 'Timeout', 'Ignore SSL Issues'],
	...['CA Certificate', 'Client Certificate', 'Client Private Key'],
];

/** Pages of the vendors' consoles. */
const OF_CONSOLES = ['My Credentials', 'Access Keys', 'AccessKey', 'API Keys'];

/** What is in italics, and is no label: names that somebody gives. */
const EMPHASIS = ['Retried', 'How it works', 'Setup', 'Create 3-Broker Instance in cn-north-4'];

/** The short name of a node, in front of what is in it. */
const NODES = ['Maintenance'];

const labels = new Set([...OF_N8N, ...OF_CONSOLES, ...EMPHASIS, ...NODES]);

/** Takes every label of a description: of fields, options, resources, and operations. */
function take(part: unknown): void {
	if (Array.isArray(part)) part.forEach(take);
	if (typeof part !== 'object' || part === null) return;
	const { displayName, name } = part as { displayName?: unknown; name?: unknown };
	const label = displayName ?? name;
	if (typeof label === 'string') labels.add(label);
	Object.values(part).forEach(take);
}

beforeAll(async () => {
	for (const { node } of await allNodes()) take(node.description);
	const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		n8n: { credentials: string[] };
	};
	for (const path of n8n.credentials) {
		const source = path.replace(/^dist\//, '').replace(/\.js$/, '');
		const [type] = Object.values(await import(join(root, source))) as Array<
			new () => ICredentialType
		>;
		take(new type().properties);
	}
});

/** "Instance: Get", "Request Options > Timeout": of each, what it consists of. */
const partsOf = (label: string) => label.split(/: | > /);

const unknownIn = (text: string) =>
	italicsOf(text)
		.filter((label) => /^[\x20-\x7e]+$/.test(label))
		.filter((label) => !partsOf(label).every((part) => labels.has(part)));

it.each(pairs.flat())('%s names labels that are there', (path) => {
	expect(unknownIn(readDocument(path))).toEqual([]);
});

it.each(['_Create If Absend_', '_Instance: Crate_'])('%s is found', (text) => {
	expect(unknownIn(`Turn on ${text}.`)).toEqual([text.slice(1, -1)]);
});
