import type { Plan } from './plan';
import { VENDORS } from './vendors';

/** What the command tells. */

const section = (title: string, lines: string[]): string[] =>
	lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`), ''] : [];

const bullets = (lines: string[]) => lines.map((line) => `- ${line}`);

/** What to run, in this order. */
function steps({ wanted, draft, testPath }: Plan): string[] {
	const cloud = VENDORS[wanted.vendor].title.split(' ')[0];
	const matrix = `npx jest -i test/guarantees/faults/matrix${cloud}`;
	return [
		'npm run build',
		`npx jest -i ${testPath}`,
		'npx jest -i test/contract/facts test/contract/descriptions test/contract/scenarios.test.ts test/contract/emulator',
		draft.kind === 'read' ? matrix : `${matrix}   once the emulator keeps what it changes`,
		'npm run docs',
		'npm run lint:fix && npm run typecheck',
	];
}

/** The report after writing, or beside the sources of a dry run. */
export function report(plan: Plan): string {
	const { wanted, draft, files, operation, notes } = plan;
	const written = files.map(({ path, isNew }) => `${isNew ? 'new    ' : 'changed'}  ${path}`);
	return [
		`${wanted.resource}/${wanted.operation} ("${operation.name}", ${draft.kind}) from ${draft.facts.operation}`,
		'',
		...section(wanted.isDryRun ? 'Would be written:' : 'Written:', written),
		...section('Check:', bullets(draft.checks)),
		...section('Notes of the facts:', bullets(notes)),
		...section('Next:', steps(plan)),
	].join('\n');
}
