/**
 * Create If Absent with Retry On Fail, whose later tries come when nothing holds a second create up any
 * more: the item has sent its one create.
 */
import { KINDS } from '../../support/creates/kinds';
import { homeOf, openPlayground, readable, start } from '../../support/creates/play';

const kinds = Object.values(KINDS)
	.flat()
	.filter(({ unique, ifAbsent }) => ifAbsent && !unique);

test.each(kinds)(
	'$vendor $operation: a create that is lost is sent once an item',
	async ({ vendor, operation, api, parameters, held }) => {
		// Nothing is remembered, so that it is in doubt for no time.
		const cloud = await openPlayground(vendor, { times: { listingLag: -1 } });
		cloud.em.faults.add({ operation: api, effect: { kind: 'cut', when: 'before' } });
		const home = /instance/i.test(operation) ? '' : homeOf(cloud, vendor, []);
		const given = { ...parameters(home), createIfAbsent: true };
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const run = await start(cloud, vendor, operation, given, [{ n: 'orders' }], settings);
		expect(cloud.sent(api)).toBeSent(1);
		expect(held(cloud.em, home)).toEqual([]);
		expect(readable(run)).toContain('not found by name afterwards');
	},
);
