import Sequencer from '@jest/test-sequencer';

/** Suites that take long; each has one test that cannot be shared out. */
const SLOW = /test\/(faults\/matrix|money\/creates|trigger\/manyInstances|descriptions\/lint)/;

/** Begins with what takes longest, on a machine too that has not run it before, so that no worker has to wait at the end. */
export default class SlowFirst extends Sequencer {
	sort(tests) {
		const isSlow = ({ path }) => Number(SLOW.test(path.replaceAll('\\', '/')));
		return super.sort(tests).sort((a, b) => isSlow(b) - isSlow(a));
	}
}
