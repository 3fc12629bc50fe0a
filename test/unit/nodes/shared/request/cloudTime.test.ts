import { inCloudTime, readClock, noteTime } from '../../../../../nodes/shared/request/cloudTime';

const SECOND = 1_000;

/** A machine whose clock can be set, and stands still while it sleeps. */
const machine = { now: 1_700_000_000_000, monotonic: 5_000 };
const clock = { now: () => machine.now, monotonic: () => machine.monotonic } as never;
const pass = (duration: number) => {
	machine.now += duration;
	machine.monotonic += duration;
};
const dateOf = (time: number) => new Date(time).toUTCString();

test("a moment is told by the cloud's clock, which is 10 minutes ahead", () => {
	noteTime(clock, 'there', dateOf(machine.now + 600 * SECOND));
	pass(90 * SECOND);
	expect(inCloudTime('there', readClock(clock))).toBe(machine.now + 600 * SECOND);
});

// Taken for the cloud's time, a moment of a clock that was set would make an old resource look new.
test.each([
	['set ahead', () => (machine.now += 600 * SECOND)],
	['set back', () => (machine.now -= 600 * SECOND)],
	['at rest while the machine slept', () => (machine.monotonic -= 600 * SECOND)],
])('nothing is told after a clock was %s, until the next response', (_, disturb) => {
	noteTime(clock, 'there', dateOf(machine.now));
	disturb();
	expect(inCloudTime('there', readClock(clock))).toBeUndefined();
	noteTime(clock, 'there', dateOf(machine.now));
	expect(inCloudTime('there', readClock(clock))).toBe(Date.parse(dateOf(machine.now)));
});

test('a response without a date says nothing', () => {
	noteTime(clock, 'there', dateOf(machine.now));
	noteTime(clock, 'there', undefined);
	expect(inCloudTime('there', readClock(clock))).toBeUndefined();
});

test('a clock that differs by no more than responses leave open still tells the time', () => {
	noteTime(clock, 'there', dateOf(machine.now));
	machine.monotonic -= 2 * SECOND;
	expect(inCloudTime('there', readClock(clock))).toBe(Date.parse(dateOf(machine.now)));
	machine.monotonic -= 1;
	expect(inCloudTime('there', readClock(clock))).toBeUndefined();
});

test('nothing is known of a cloud that has not responded', () => {
	expect(inCloudTime('nowhere', readClock(clock))).toBeUndefined();
});
