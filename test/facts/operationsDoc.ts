import permissions from '../../emulator/api/huawei/_permissions.json';
import { resources } from '../../nodes/HuaweiCloudKafka/resources';
import type { Operation, Resource } from '../../nodes/shared/operation';

/** `docs/operations.md`, made from the node itself and the facts about permissions. */

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

const cell = (text: string) => text.replaceAll('|', '\\|');

const row = (operation: Operation) =>
	`| ${[
		operation.name,
		cell(operation.description),
		`${operation.api} (\`${operation.request.method}\`)`,
		permissionOf(operation),
	].join(' | ')} |`;

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

const section = ({ name, operations }: Resource) => [
	`### ${name}`,
	'',
	'| Operation | What it does | API operation | Permission |',
	'| --- | --- | --- | --- |',
	...[...operations].sort(byName).map(row),
	'',
];

export function operationsDoc(): string {
	const count = resources.reduce((sum, { operations }) => sum + operations.length, 0);
	return [
		'# Operations',
		'',
		'Made by `npm run docs` from the nodes; do not edit it by hand.',
		'',
		'## Huawei Cloud Kafka',
		'',
		`${count} operations in ${resources.length} resources. An IAM user needs the permission in the last column; the API`,
		'reference does not state one for each operation. Operations that wait, look something up or fill a list also use',
		'`dms:instance:get` and `dms:instance:list`.',
		'',
		...[...resources].sort(byName).flatMap(section),
	].join('\n');
}

/** Without the alignment of tables, which the formatter adds. */
export const unaligned = (markdown: string): string =>
	markdown
		.replace(/-{3,}/g, '---')
		.replace(/[ \t]+/g, ' ')
		.trim();
