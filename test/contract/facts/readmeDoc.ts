import type { Operation, Resource } from '../../../nodes/shared/contract/operation';
import { presentNodes, resourcesOf, type FactsNode } from '../../support/facts/vendors';

/** The tables of operations in `README.md`, made from the nodes themselves. */

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

const names = (operations: readonly Operation[]) =>
	[...operations]
		.sort(byName)
		.map(({ name }) => name)
		.join(', ');

const row = ({ name, operations }: Resource) => `| ${name} | ${names(operations)} |`;

const table = (node: FactsNode) => [...resourcesOf(node)].sort(byName).map(row).join('\n');

/** A section's heading, and its first table: header, rule, and rows. */
const sectionOf = (title: string) =>
	new RegExp(
		`(^### ${title.replace(/[()]/g, '\\$&')}\\n(?:(?!#|\\|).*\\n)*\\|.*\\n\\|[ :|-]+\\n)((?:\\|.*\\n)*)`,
		'm',
	);

/**
 * @param written The page, with a section for each node, named as n8n shows the node
 * @returns The page with the rows of each section's table as the nodes are now
 * @throws If a node has no section with a table
 */
export function withOperationTables(written: string): string {
	return presentNodes().reduce((page, node) => {
		const section = sectionOf(node.title);
		if (!section.test(page)) throw new Error(`No table of operations below "### ${node.title}"`);
		return page.replace(section, (_all, head: string) => `${head}${table(node)}\n`);
	}, written);
}
