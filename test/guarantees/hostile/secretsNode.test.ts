/** The quick one: no secret of a credential comes out of a node whose cloud repeats it. `secrets*` tries everything. */
import { openVendor, type VendorName } from '../../support/stage';
import { ACCESS, accessesOf, everythingOf, formsOf, secretsIn, CANARIES } from './canaries';

const VENDORS: VendorName[] = ['huawei', 'alibaba', 'tencent'];

/** A refusal in the words of any of the three clouds. */
const refusal = (said: string) => ({
	error_code: 'Strange.Code',
	error_msg: said,
	Code: 'Strange.Code',
	Message: said,
	Response: { Error: { Code: 'InvalidParameter', Message: said } },
});

describe.each(VENDORS)('a refusal of %s that repeats the credential', (vendor) => {
	test.each([undefined, 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'shows none of it with On Error %s',
		async (onError) => {
			const { type, accounts } = ACCESS[vendor];
			const cloud = await openVendor(vendor, { accounts });
			for (const access of accessesOf(vendor, cloud.em)) {
				Object.assign(cloud.n8n.credentials, { [type]: access });
				const sent = CANARIES.filter((secret) => Object.values(access).includes(secret));
				const said = sent.flatMap((secret) => formsOf(secret).slice(0, 3)).join(' and ');
				cloud.em.faults.clear();
				cloud.em.faults.add({
					vendor,
					times: 'always',
					effect: { kind: 'answer', status: 400, body: refusal(said) },
				});
				const { run } = await cloud.run('instance/getAll', {}, { onError });
				const shown = everythingOf(run);
				expect(shown).toContain('********');
				expect(secretsIn(shown, sent)).toEqual([]);
			}
		},
	);
});
