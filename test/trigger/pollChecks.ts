import type { IDataObject } from 'n8n-workflow';

/** What has to be true of each poll of a history. */

/**
 * Each change is reported once.
 *
 * @throws What was not reported, and what was though it did not happen
 */
export function checkReported(reported: string[], happened: string[]): void {
	const extra = [...reported];
	const lost = happened.filter((line) => {
		const index = extra.indexOf(line);
		if (index >= 0) extra.splice(index, 1);
		return index < 0;
	});
	const problems = [
		...lost.map((line) => `never reported: ${line}`),
		...extra.map((line) => `reported, but did not happen, or twice: ${line}`),
	];
	if (problems.length > 0) throw new Error(problems.join('\n'));
}

/** A poll fails because of a trouble alone, says so, and changes nothing. */
export function checkFailed(error: Error, isTroubled: boolean, before: string, data: IDataObject) {
	if (!error.message.startsWith('Poll did not succeed: ')) throw error;
	if (!isTroubled) throw new Error(`failed without trouble: ${error.message}`);
	const after = JSON.stringify(data);
	if (after !== before) {
		throw new Error(`a poll that failed changed the state: ${before} became ${after}`);
	}
}
