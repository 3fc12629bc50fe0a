/** What one try of the node may have created is told by the item that a later try leaves. */
import { fault } from '../../../emulator';
import { VENDORS } from '../../support/clouds';
import { KINDS, type Kind } from '../../support/creates/kinds';
import { homeOf, start } from '../../support/creates/play';
import { openVendor, type VendorName } from '../../support/stage';

const kinds = (Object.keys(VENDORS) as VendorName[]).flatMap((vendor) =>
	KINDS[vendor].filter(({ ifAbsent }) => ifAbsent),
);

describe.each(kinds.map((kind): [string, Kind] => [`${kind.vendor} ${kind.operation}`, kind]))(
	'%s, lost in the first try and not to be looked for in the second',
	(_, kind) => {
		test.each(['continueRegularOutput', 'continueErrorOutput'] as const)('%s', async (onError) => {
			const cloud = await openVendor(kind.vendor);
			const isPart = !/^(instance|legacyApi)/.test(kind.operation);
			const names = kind.operation.startsWith('acl') ? ['orders-dev'] : [];
			const home = isPart ? homeOf(cloud, kind.vendor, names) : '';
			cloud.em.faults.add({ operation: kind.api, effect: fault.answerLost() });
			for (const operation of kind.reads) {
				const effect = fault.serverError(500);
				cloud.em.faults.add({ operation, nth: 2, times: 'always', optional: true, effect });
			}
			const parameters = { ...kind.parameters(home), createIfAbsent: true };
			const settings = { onError, retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
			const { operation, vendor } = kind;
			const run = await start(
				cloud,
				vendor,
				operation,
				parameters,
				[{ n: 'orders-dev' }],
				settings,
			);
			expect(cloud.sent(kind.api)).toBeSent(1);
			const [item] = run.items('K', onError === 'continueErrorOutput' ? 1 : 0);
			expect(item.details).toMatch(
				/not known whether .* took effect: .*(orders-dev|Topic Names or IDs: seeded)/,
			);
			expect(item.details).not.toContain('Nothing was created');
		});
	},
);
