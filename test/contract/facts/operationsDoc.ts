import type { FactsVendor } from '../../../emulator/core/facts';
import type { Operation, Resource } from '../../../nodes/shared/contract/operation';
import { effectOf } from '../../../nodes/shared/contract/operation';
import { permissionsOf } from './permissions';
import { presentNodes, resourcesOf, type FactsNode } from '../../support/facts/vendors';

/** `docs/operations.md`, made from the nodes themselves and the facts about permissions. */

/** What a vendor's section says that the others do not: lines below the count of operations. */
const ABOUT: Record<FactsVendor, string[]> = {
	huawei: [
		'An IAM user requires the permission in the last column; the API reference does not state one for every operation.',
		'Operations that wait, look something up, or fill a list also use `dms:instance:get` and `dms:instance:list`.',
	],
	alibaba: [
		'A RAM user requires the action in the last column; if none is stated, `AliyunKafkaFullAccess` includes it.',
		'Operations that wait, look something up, or fill a list also use `alikafka:ListInstance`, `alikafka:ListTopic`, and `alikafka:ListGroup`.',
	],
	tencent: [
		'A CAM user requires the action in the last column, or `QcloudCKafkaFullAccess`.',
		'Operations that wait, look something up, or fill a list also use `ckafka:DescribeInstances`, `ckafka:DescribeInstanceAttributes`, and other actions that start with `ckafka:Describe`.',
	],
};

const cell = (text: string) => text.replaceAll('|', '\\|');

/** The API operations that an operation calls; of those with a method of its own, with it. */
function apisOf(operation: Operation, resource: Resource, { deliberate }: FactsNode): string[] {
	const further = deliberate.further[`${resource.value}/${operation.value}`] ?? [];
	return [operation.api, ...further.map(({ api }) => api)];
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

function resourceSection(node: FactsNode, resource: Resource): string[] {
	const row = (operation: Operation) => {
		const apis = apisOf(operation, resource, node);
		const method = node.style.place ? '' : ` (\`${operation.request.method}\`)`;
		return `| ${[
			operation.name,
			cell(operation.description),
			apis.join(', ') + method,
			effectOf(operation) === 'read' ? 'reads' : 'writes',
			permissionsOf(node.vendor, operation, apis),
		].join(' | ')} |`;
	};
	return [
		`### ${resource.name}`,
		'',
		'| Operation | Description | API operation | Effect | Permission |',
		'| --- | --- | --- | --- | --- |',
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
		...ABOUT[node.vendor],
		'',
		...[...resources].sort(byName).flatMap((resource) => resourceSection(node, resource)),
	];
}

export function operationsDoc(): string {
	return [
		'# Operations',
		'',
		'Generated from the nodes by `npm run docs`; do not edit by hand.',
		'',
		...presentNodes().map(({ title }) => `- [${title}](#${anchorOf(title)})`),
		'',
		...presentNodes().flatMap(nodeSection),
	].join('\n');
}

const anchorOf = (title: string) =>
	title.toLowerCase().replaceAll(/[()]/g, '').replaceAll(' ', '-');

/** Without the alignment of tables, which the formatter adds. */
export const unaligned = (markdown: string): string =>
	markdown
		.replace(/-{3,}/g, '---')
		.replace(/[ \t]+/g, ' ')
		.trim();
