type Close = () => Promise<void>;

/** What the test that runs right now has opened; undefined between two tests. */
let ofTest: Close[] | undefined;
/** What was opened outside of tests, for all tests of the file. */
const ofFile: Close[] = [];

/**
 * Has something closed when the test ends that has opened it, or after the last test of the file where
 * none has: also when the test fails, so that nothing keeps the run alive.
 *
 * @returns Closes it before that
 */
export function closeAtEnd(close: Close): Close {
	let closed: Promise<void> | undefined;
	const once = async () => await (closed ??= close());
	(ofTest ?? ofFile).push(once);
	return once;
}

const closeAll = async (list: Close[]) =>
	void (await Promise.all(list.map(async (close) => await close())));

// These come with the import, so they are the first `beforeEach` and, after those of inner blocks, the
// first `afterEach` of a file.
beforeEach(() => {
	ofTest = [];
});
afterEach(async () => {
	const opened = ofTest ?? [];
	ofTest = undefined;
	await closeAll(opened);
});
afterAll(async () => await closeAll(ofFile));
