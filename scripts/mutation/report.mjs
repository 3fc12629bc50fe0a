import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';
import { relative } from 'node:path';

import { roomOf } from './rooms.mjs';

/** What counts as noticed: a test failed, or did not end. */
const NOTICED = ['Killed', 'Timeout'];
/** What counts as not noticed. */
const MISSED = ['Survived', 'NoCoverage'];

const percent = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

const lineOf = (name, mutants) => {
	const count = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
	const valid = count([...NOTICED, ...MISSED]);
	return {
		room: name,
		mutants: valid,
		killed: count(['Killed']),
		timeout: count(['Timeout']),
		survived: count(['Survived']),
		'no coverage': count(['NoCoverage']),
		broken: count(['RuntimeError', 'CompileError']),
		ignored: count(['Ignored']),
		score: percent(count(NOTICED), valid),
	};
};

/**
 * The part of the mutants that were noticed.
 *
 * @returns A number from 0 to 100
 */
export function scoreOf(mutants) {
	const noticed = mutants.filter(({ status }) => NOTICED.includes(status)).length;
	const missed = mutants.filter(({ status }) => MISSED.includes(status)).length;
	return noticed + missed === 0 ? 100 : (100 * noticed) / (noticed + missed);
}

/** Path of a mutant's source, from the folder of the project. */
const pathOf = ({ fileName }) => relative(process.cwd(), fileName).replaceAll('\\', '/');

/** Prints a line for each room. */
export function show(mutants) {
	const rooms = [...new Set(mutants.map((mutant) => roomOf(pathOf(mutant))))].sort();
	const lines = rooms.map((name) =>
		lineOf(
			name,
			mutants.filter((mutant) => roomOf(pathOf(mutant)) === name),
		),
	);
	console.table(lines.length > 1 ? [...lines, lineOf('all', mutants)] : lines);
}

/** Prints each mutant that no test has noticed, as soon as that is known. */
const missed = {
	onMutantTested(mutant) {
		if (!MISSED.includes(mutant.status)) return;
		const { start, end } = mutant.location;
		const lines = start.line === end.line ? '' : ` (to line ${end.line})`;
		const replaced = mutant.replacement.replace(/\s+/g, ' ').slice(0, 120);
		const place = `${pathOf(mutant)}:${start.line}:${start.column}${lines}`;
		console.log(`${mutant.status} ${place} ${mutant.mutatorName}: ${replaced}`);
	},
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Reporter, 'missed', missed)];
