import permissions from '../../emulator/api/huawei/_permissions.json';
import type { FactsVendor } from '../../emulator/facts';
import type { Operation, Resource } from '../../nodes/shared/operation';
import { effectOf } from '../../nodes/shared/operation';
import { presentNodes, resourcesOf, type FactsNode } from './vendors';

/** `docs/operations.md`, made from the nodes themselves and the facts about permissions. */

interface Entry {
	operation: string;
	action: string | null;
	/** Permission by the value of the body's `action`. */
	actions?: Record<string, string>;
}

const entries = permissions.entries as Entry[];

/** What an IAM user needs for an operation: stated by itself, or else by the reference. */
function permissionOf(operation: Operation & { permission?: string }): string {
	const entry = entries.find((one) => one.operation === operation.api);
	const action = String(operation.constant?.body?.action);
	const documented = entry?.actions?.[action] ?? entry?.action;
	const permission = operation.permission ?? documented;
	return permission ? `\`${permission}\`` : 'not stated';
}

/** What a vendor's section says that the others do not. */
interface Section {
	/** Lines below the count of operations. */
	about: string[];
	/** Title of the last column, and what an operation has there. */
	column: [string, (operation: Operation) => string];
}

/** Of the vendors whose users get a policy for the whole service. */
const policies = (user: string, reading: string, all: string): Section => ({
	about: [`${user} needs \`${all}\` for what writes; \`${reading}\` is meant for what reads.`],
	column: ['Effect', (operation) => (effectOf(operation) === 'read' ? 'reads' : 'writes')],
});

const SECTIONS: Record<FactsVendor, Section> = {
	huawei: {
		about: [
			'An IAM user needs the permission in the last column; the API reference does not state one for each operation.',
			'Operations that wait, look something up or fill a list also use `dms:instance:get` and `dms:instance:list`.',
		],
		column: ['Permission', permissionOf],
	},
	alibaba: policies('A RAM user', 'AliyunKafkaReadOnlyAccess', 'AliyunKafkaFullAccess'),
	tencent: policies('A CAM user', 'QcloudCkafkaReadOnlyAccess', 'QcloudCKafkaFullAccess'),
};

const cell = (text: string) => text.replaceAll('|', '\\|');

/** The API operations that an operation calls; of those with a method of its own, with it. */
function apisOf(
	operation: Operation,
	resource: Resource,
	{ style, deliberate }: FactsNode,
): string {
	if (!style.place) return `${operation.api} (\`${operation.request.method}\`)`;
	const further = deliberate.further[`${resource.value}/${operation.value}`] ?? [];
	return [operation.api, ...further.map(({ api }) => api)].join(', ');
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

function resourceSection(node: FactsNode, resource: Resource): string[] {
	const [title, last] = SECTIONS[node.vendor].column;
	const row = (operation: Operation) =>
		`| ${[
			operation.name,
			cell(operation.description),
			apisOf(operation, resource, node),
			last(operation),
		].join(' | ')} |`;
	return [
		`### ${resource.name}`,
		'',
		`| Operation | What it does | API operation | ${title} |`,
		'| --- | --- | --- | --- |',
		...[...resource.operations].sort(byName).map(row),
		'',
	];
}

function nodeSection(node: FactsNode): string[] {
	const resources = resourcesOf(node);
	const count = resources.reduce((sum, { operations }) => sum + operations.length, 0);
	return [
		`## ${node.title}`,
		'',
		`${count} operations in ${resources.length} resources.`,
		...SECTIONS[node.vendor].about,
		'',
		...[...resources].sort(byName).flatMap((resource) => resourceSection(node, resource)),
	];
}

export function operationsDoc(): string {
	return [
		'# Operations',
		'',
		'Made by `npm run docs` from the nodes; do not edit it by hand.',
		'',
		...presentNodes().map(
			({ title }) => `- [${title}](#${title.toLowerCase().replaceAll(' ', '-')})`,
		),
		'',
		...presentNodes().flatMap(nodeSection),
	].join('\n');
}

/** Without the alignment of tables, which the formatter adds. */
export const unaligned = (markdown: string): string =>
	markdown
		.replace(/-{3,}/g, '---')
		.replace(/[ \t]+/g, ' ')
		.trim();
