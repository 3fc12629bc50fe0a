import Sequencer from '@jest/test-sequencer';

/** Suites that take long: those that go through every operation, and those with many runs. */
const SLOW = /test\/(guarantees|trigger\/manyInstances)/;

/** Begins with what takes longest, on a machine too that has not run it before, so that no worker has to wait at the end. */
export default class SlowFirst extends Sequencer {
	sort(tests) {
		const isSlow = ({ path }) => Number(SLOW.test(path.replaceAll('\\', '/')));
		return super.sort(tests).sort((a, b) => isSlow(b) - isSlow(a));
	}
}
