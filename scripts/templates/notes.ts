import type { TemplateNode, Workflow } from './example';

const STICKY_NOTE = 'n8n-nodes-base.stickyNote';

/** n8n's numbers of colors: a note without one is yellow. */
const YELLOW = 1;
const WHITE = 7;

const isNote = ({ type }: TemplateNode) => type === STICKY_NOTE;
const colorOf = ({ parameters }: TemplateNode) => Number(parameters.color ?? YELLOW);

/** The text of a note. */
export const textOf = ({ parameters }: TemplateNode): string => String(parameters.content ?? '');

/** Nodes that do something. */
export const workOf = ({ nodes }: Workflow): TemplateNode[] =>
	nodes.filter((node) => !isNote(node));

/** Notes of all colors. */
export const notesOf = ({ nodes }: Workflow): TemplateNode[] => nodes.filter(isNote);

/** Yellow notes; the gallery wants exactly one. */
export const overviewsOf = (workflow: Workflow): TemplateNode[] =>
	notesOf(workflow).filter((note) => colorOf(note) === YELLOW);

/** White notes, which group the nodes of a step. */
export const sectionsOf = (workflow: Workflow): TemplateNode[] =>
	notesOf(workflow).filter((note) => colorOf(note) === WHITE);

/** The part of a note below a heading, without the heading; undefined if there is none. */
export function partOf(text: string, heading: string): string | undefined {
	const [, part] =
		new RegExp(`^### ${heading}\n([\\s\\S]*?)(?=^### |(?![\\s\\S]))`, 'm').exec(text) ?? [];
	return part?.trim();
}

/** What a note says before its first part, without its title. */
export const introOf = (text: string): string =>
	text
		.split(/^### /m)[0]
		.replace(/^## .*\n/, '')
		.trim();

/** Words as a reviewer counts them: signs of Markdown are none. */
export const wordsOf = (text: string): number =>
	(text.replace(/[-#*`_[\]()>|]/g, ' ').match(/\S+/g) ?? []).length;
