import type { RecordedRequest } from '../../emulator';

/** Says of failed expectations about money what a user would have lost, where Jest would say a number. */

/** What exists in a cloud: by its ID or name, and what it was asked for as. */
interface Existing {
	key: string;
	name?: string;
}

const COUNTS = ['none', 'one', 'two', 'three'];
const inWords = (count: number) => COUNTS[count] ?? String(count);

const lineOf = ({ method, url, body, status }: RecordedRequest) =>
	`  ${method} ${url} ${body.slice(0, 200)} -> ${status ?? 'no answer'}`;

/** "two named orders-dev: ID, ID" */
function counted(existing: Existing[]): string {
	const names = [...new Set(existing.map(({ name }) => name))];
	const groups = names.map((name) => {
		const keys = existing.filter((one) => one.name === name).map(({ key }) => key);
		return `${inWords(keys.length)} named ${name ?? 'nothing'}: ${keys.join(', ')}`;
	});
	return groups.join('; ');
}

expect.extend({
	/** That so many requests were sent, each of them shown if there were others. */
	toBeSent(requests: RecordedRequest[], times: number) {
		const { length } = requests;
		return {
			pass: length === times,
			message: () =>
				[
					`${String(requests[0]?.operation ?? 'The request')} was sent ${length} times and not ${times}:`,
					...requests.map(lineOf),
				].join('\n'),
		};
	},

	/** That so much of what was created exists, each named if there is more or less. */
	toExist(existing: Existing[], count: number) {
		const { length } = existing;
		return {
			pass: length === count,
			message: () =>
				length > count
					? `${inWords(count)} should exist, and ${inWords(length)} do: ${counted(existing)}`
					: `${inWords(count)} should exist; what exists is ${counted(existing) || 'nothing'}`,
		};
	},
});

declare global {
	// eslint-disable-next-line @typescript-eslint/no-namespace -- how Jest's types are extended
	namespace jest {
		// eslint-disable-next-line @typescript-eslint/no-unused-vars -- Jest declares it with both
		interface Matchers<R, T> {
			toBeSent(times: number): R;
			toExist(count: number): R;
		}
	}
}
