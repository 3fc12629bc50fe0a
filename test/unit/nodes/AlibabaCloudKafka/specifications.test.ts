import facts from '../../../../emulator/api/alibaba/_specifications.json';
import {
	SPECIFICATIONS,
	SPECIFICATIONS_AS_OF,
} from '../../../../nodes/AlibabaCloudKafka/api/specifications';

test('the specifications are those of the facts, but for the one that is not to be offered', () => {
	const known = facts.specifications
		.filter(({ code }) => code !== 'alikafka.hw.test')
		.map((row) => ({
			code: row.code,
			editions: row.SpecType,
			write: row.peakWrite,
			read: row.peakRead,
			included: row.partitionsIncluded,
			most: row.partitionsMax,
			leastDisk: row.terraformRanges?.DiskSize.minimum,
			isUnconfirmed: row.confidence === 'low',
		}));
	expect(SPECIFICATIONS).toEqual(known);
	expect(SPECIFICATIONS_AS_OF).toBe(facts.state);
});
