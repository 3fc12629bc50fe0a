import { ERROR_CODES as alibaba } from '../../nodes/AlibabaCloudKafka/api/errorCodes';
import { ERROR_CODES as huawei } from '../../nodes/HuaweiCloudKafka/api/errorCodes';
import { ERROR_CODES as tencent } from '../../nodes/TencentCloudKafka/api/errorCodes';

/** The tables of `docs/troubleshooting.md`, made from the error codes that the nodes know. */

/** Where the part begins that is made; what is above it is written by hand. */
const MADE = '<!-- Made by `npm run docs` from here on -->';

const CLOUDS = [
	['Huawei Cloud', huawei],
	['Alibaba Cloud', alibaba],
	['Tencent Cloud', tencent],
] as const;

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const rowsOf = (codes: (typeof CLOUDS)[number][1]) =>
	Object.entries(codes)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([code, [happened, mend]]) => `| \`${code}\` | ${cell(happened)} | ${cell(mend)} |`);

const errorTables = (): string =>
	[
		MADE,
		'',
		...CLOUDS.flatMap(([cloud, codes]) => [
			`## Error codes of ${cloud}`,
			'',
			'| Code | What happened | What to do |',
			'| --- | --- | --- |',
			...rowsOf(codes),
			'',
		]),
	].join('\n');

/** The page with its tables made anew. */
export const withErrorTables = (page: string): string =>
	`${page.split(MADE)[0].trimEnd()}\n\n${errorTables()}`;
