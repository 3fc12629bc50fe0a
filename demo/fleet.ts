import type { Emulator } from '../emulator';
import type { Harness } from '../test/harness';
import { fillFleet, REGIONS, UNREADABLE } from './fleetClouds';
import type { Timeline } from './timeline';
import { ActiveWorkflow, example, inRegions, succeeded, textsOf, withSettings } from './workflows';

/** Polls until the deletions are through. */
const MOST_POLLS = 15;

/** How much time passes between two polls in the clouds, milliseconds. */
const POLL_EVERY = 60_000;

const NEVER_TOUCHED = ['payments', 'stock', 'clicks-dev'];

/** A fleet over three clouds and five regions: the inventory, the marks, the reminder, and the approved deletion. */
export async function fleetDemo(
	emulator: Emulator,
	harness: Harness,
	timeline: Timeline,
): Promise<Array<Record<string, string | number>>> {
	const { huawei, alibaba, tencent } = emulator;
	const workflow = (file: string) => inRegions(example(file), REGIONS);
	const inventory = workflow('fleet-1-nightly-inventory.json');
	const find = workflow('fleet-2-find-and-mark.json');
	const remind = workflow('fleet-3-remind-owners.json');
	const remove = workflow('fleet-4-delete-with-approval.json');
	const watch = new ActiveWorkflow(harness, workflow('fleet-5-tell-what-happened.json'));
	const left = () =>
		[huawei, alibaba, tencent].flatMap(({ state }) => state.instances.map(({ name }) => name));

	fillFleet(emulator);
	await watch.poll();

	timeline.step(
		'1  At night, the instances of three clouds and five regions get into one table',
		'One region cannot be read. A list that leaves it out without a word would look complete.',
	);
	const night = await harness.run(inventory);
	succeeded(timeline, 'Nightly inventory', night);
	const rows = night.items('Update Inventory');
	for (const row of rows) {
		timeline.say(
			`${String(row.name)}: ${String(row.cloud)} ${String(row.region)}, ${String(row.state)}, ${String(row.storageGb)} GB`,
		);
	}
	const [unread, ...others] = textsOf(night);
	timeline.say(unread);
	timeline.check('four instances have a row with the same columns', sameColumns(rows) === 4);
	timeline.check(
		'the region that could not be read is reported with the reason',
		others.length === 0 && unread.includes(UNREADABLE) && unread.includes('permission'),
	);

	timeline.step(
		'2  On Monday, what nobody needs is found, first in a dry run',
		'An instance is idle only if its traffic says so for 14 days. One that is protected is never marked.',
	);
	const rehearsed = await harness.run(withSettings(find, { daysUntilDeletion: 0 }));
	succeeded(timeline, 'Find and mark', rehearsed);
	for (const text of textsOf(rehearsed, 'Message for the Owners')) timeline.say(text);
	timeline.check(
		'the idle one and the expired one would be marked',
		namesOf(rehearsed.items('Mark'), 'wouldMark') === 'orders-dev trial-search',
	);
	timeline.check(
		'the protected one would not, and the one in use is no candidate',
		namesOf(rehearsed.items('Mark'), 'kept') === 'clicks-dev',
	);
	timeline.step(
		'3  Then for real: the instances get a mark, and their owners get a message',
		'The owner has until the date to say no. Here it is today, so that nobody has to wait a week.',
	);
	const marked = await harness.run(withSettings(find, { dryRun: false, daysUntilDeletion: 0 }));
	succeeded(timeline, 'Find and mark', marked);
	timeline.check(
		'the cloud has the mark as a tag',
		JSON.stringify(huawei.state.named('orders-dev')?.tags).includes('fleet-delete-after'),
	);
	const reminded = await harness.run(remind);
	succeeded(timeline, 'Reminder', reminded);
	const reminders = textsOf(reminded, 'Message for the Owners');
	for (const text of reminders) timeline.say(text);
	const again = await harness.run(remind);
	timeline.check(
		'both owners are reminded, and only once',
		reminders.length === 2 && textsOf(again, 'Message for the Owners').length === 0,
	);

	timeline.step(
		'4  In the morning, a report asks for approval, and Kim approves',
		'Messages that are deleted are gone for good. Exactly what the report lists is deleted, and nothing before.',
	);
	const asked = await harness.run(withSettings(remove, { dryRun: false }));
	const [report] = textsOf(asked, 'Report for the Channel');
	for (const line of report.split('\n').filter((text) => text !== '')) timeline.say(line);
	timeline.check(
		'nothing is deleted before somebody approves',
		asked.result.status === 'waiting' && left().length === 5,
	);
	const approval = [{ json: { Decision: 'Approve', 'Your Name': 'kim' } }];
	const approved = await harness.resume(remove, asked, approval);
	succeeded(timeline, 'Delete with approval', approved);
	for (const text of textsOf(approved)) timeline.say(text);
	timeline.check(
		'the two of the report are deleted, and recorded with who approved it',
		approved.items('Record of Removals').length === 2 &&
			approved.items('Record of Removals').every((row) => row.approvedBy === 'kim'),
	);

	timeline.step(
		'5  The trigger tells when it has happened',
		'What could not be read must not look as if it were gone.',
	);
	const gone = await watchFor(watch, timeline);
	timeline.say(gone);
	timeline.check(
		'orders-dev is gone',
		gone.includes('orders-dev') && !left().includes('orders-dev'),
	);
	timeline.check(
		'the one in use, the protected one, and the one that could not be read are still there',
		NEVER_TOUCHED.every((name) => left().includes(name)),
	);

	return [
		{ instance: 'orders-dev', cloud: 'huawei', found: 'idle for 14 days', result: 'deleted' },
		{ instance: 'trial-search', cloud: 'alibaba', found: 'past its date', result: 'released' },
		{ instance: 'clicks-dev', cloud: 'tencent', found: 'past its date', result: 'kept: protected' },
		{ instance: 'payments', cloud: 'huawei', found: 'in use', result: 'kept' },
		{ instance: 'stock', cloud: 'alibaba', found: 'not readable', result: 'reported, kept' },
	];
}

/** How many rows there are, if all have the same columns. */
function sameColumns(rows: object[]): number {
	const kinds = new Set(rows.map((row) => Object.keys(row).sort().join()));
	return kinds.size === 1 ? rows.length : 0;
}

const namesOf = (items: Array<Record<string, unknown>>, outcome: string): string =>
	items
		.filter((item) => item.outcome === outcome)
		.map(({ name }) => String(name))
		.sort()
		.join(' ');

/** The message about the instance that is gone. */
async function watchFor(watch: ActiveWorkflow, timeline: Timeline): Promise<string> {
	for (let count = 0; count < MOST_POLLS; count++) {
		await timeline.pass(POLL_EVERY);
		const items = await watch.poll();
		if (!items) continue;
		const texts = textsOf(await watch.run(items));
		const gone = texts.find((text) => text.endsWith('is gone'));
		if (gone) return gone;
	}
	throw new Error(`No instance was gone after ${MOST_POLLS} polls`);
}
