import type { TemplateNode, Workflow } from './example';
import { notesOf, overviewsOf, partOf, sectionsOf, textOf, wordsOf, workOf } from './notes';

/** A rule, and what breaks it; nothing if it is kept. */
export type Rule = readonly [rule: string, broken: () => boolean];

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A node is 96 wide and high; its name stands below. */
const NODE_SIZE = 96;

const boxOf = ({ position: [x, y], parameters }: TemplateNode): Box => [
	x,
	y,
	x + Number(parameters.width ?? 240),
	y + Number(parameters.height ?? 160),
];

const overlap = (a: Box, b: Box): boolean =>
	a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

const isCovered = ([left, top, right, bottom]: Box, { position: [x, y] }: TemplateNode): boolean =>
	x >= left && y >= top && x + NODE_SIZE <= right && y + NODE_SIZE <= bottom;

const pairsOf = <T>(all: readonly T[]): Array<[T, T]> =>
	all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]));

/** The rules for notes on the canvas; see `guidelines.ts` for where they come from. */
export function noteRules(workflow: Workflow): Rule[] {
	const [work, notes, overviews, sections] = [workOf, notesOf, overviewsOf, sectionsOf].map((of) =>
		of(workflow),
	);
	const text = overviews[0] ? textOf(overviews[0]) : '';
	const covered = (section: TemplateNode) => work.filter((node) => isCovered(boxOf(section), node));
	const left = Math.min(...workflow.nodes.map(({ position }) => position[0]));
	return [
		['there is exactly one yellow note', () => overviews.length !== 1],
		[
			'the yellow note is at the top left',
			() =>
				overviews[0]?.position[0] !== left ||
				notes.some((note) => note.position[1] < overviews[0].position[1]),
		],
		['the yellow note has 100 to 300 words', () => wordsOf(text) < 100 || wordsOf(text) > 300],
		[
			'the yellow note says how it works and how to set it up',
			() => !partOf(text, 'How it works') || !partOf(text, 'Setup'),
		],
		['from four nodes on, white notes group them', () => work.length >= 4 && sections.length === 0],
		[
			'a white note has less than 50 words',
			() => sections.some((section) => wordsOf(textOf(section)) >= 50),
		],
		[
			'a white note covers two nodes or more',
			() => sections.some((section) => covered(section).length < 2),
		],
		[
			'each node is in a white note',
			() =>
				sections.length > 0 &&
				work.some((node) => !sections.some((section) => isCovered(boxOf(section), node))),
		],
		[
			'no two notes overlap',
			() => pairsOf(notes).some(([one, other]) => overlap(boxOf(one), boxOf(other))),
		],
	];
}
