/** The documents in Chinese use the vendors' own terms, each with the page or file that it is from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { cells, foreignWordsIn, linesOf, sources, terms } from '../../support/documents/terms';
import { pairs, readDocument, root } from '../../support/documents/translations';

const sdks = join(root, 'test/support/sdks/node_modules');
const addressOf = Object.fromEntries(sources.map(({ number, address }) => [number, address]));
/** What an SDK says, which is here to be read, without the spaces around Latin letters. */
const read = new Map<string, string>();
const sdkOf = (file: string) => {
	const text = read.get(file) ?? readFileSync(join(sdks, file), 'utf8').replaceAll(' ', '');
	read.set(file, text);
	return text;
};

const VENDORS =
	/^https:\/\/(?:[\w-]+\.)*(?:huaweicloud|aliyun|alibabacloud|tencent|tencentcloud)\.com\//;

describe('The table of terms', () => {
	it('has enough of them, each once, and no empty cell', () => {
		expect(terms.length).toBeGreaterThanOrEqual(60);
		expect(cells.filter((cell) => cell === '')).toEqual([]);
		const preferred = terms.map(({ english, words }) => `${english} ${words['通用'].join()}`);
		expect(new Set(preferred).size).toBe(terms.length);
	});

	it('refuses no word that it asks for', () => {
		const asked = terms.flatMap(({ words }) => Object.values(words).flat());
		expect(terms.flatMap(({ not }) => not).filter((word) => asked.includes(word))).toEqual([]);
	});

	it.each(terms)('has a source for $english', (term) => {
		expect(term.sources.filter((number) => !addressOf[number])).toEqual([]);
		const files = term.sources
			.map((number) => addressOf[number])
			.filter((one) => !/^http/.test(one));
		const words = Object.values(term.words).flat();
		for (const file of files) {
			expect(words.some((word) => sdkOf(file).includes(word.replaceAll(' ', '')))).toBe(true);
		}
	});

	it.each(sources)('has $number from a vendor, for a term', ({ number, address }) => {
		if (address.startsWith('http')) expect(address).toMatch(VENDORS);
		expect(terms.some((term) => term.sources.includes(number))).toBe(true);
	});
});

test.each(pairs)('the translation of %s uses them: %s', (_, chinese) => {
	expect(linesOf(readDocument(chinese)).flatMap(foreignWordsIn)).toEqual([]);
});

describe('A word is refused', () => {
	const refused = (document: string) => linesOf(document).flatMap(foreignWordsIn).join('\n');

	it.each([
		['that no cloud has', '# 阿里云\n\n消费者群组的消息。', '"消费者群组", write "消费组"'],
		['of another cloud', '# 阿里云\n\n选择子网。', '"子网", write "交换机"'],
		[
			'of another cloud, below a heading',
			'## 华为云\n\n### 网络\n\n专有网络',
			'write "虚拟私有云"',
		],
		['of a cloud where all are meant', '# 触发器\n\n虚拟私有云', '"虚拟私有云", write "VPC"'],
		['in a table', '# 腾讯云\n\n| A |\n| --- |\n| 按需计费 |', 'write "按量计费"'],
	])('%s', (_, document, told) => expect(refused(document)).toContain(told));

	it.each([
		['it is of the cloud that the line names', '# 触发器\n\n华为云的虚拟私有云。'],
		['it is part of another term', '# 故障排查\n\n代理服务器。腾讯云的日志主题。'],
		['it is code or a label', '# 阿里云\n\n`子网` 和 _子网_ 不变'],
	])('but not where %s', (_, document) => expect(refused(document)).toBe(''));
});
