/** The documents in Chinese have what the English ones have: headings, tables, code, labels, links. */
import { outOfStep } from '../../support/documents/inStep';
import { pairs, readDocument, toChinese, toEnglish } from '../../support/documents/translations';

const both = (english: string, chinese: string) => ({
	english: readDocument(english),
	chinese: readDocument(chinese),
});

test.each(pairs)('%s and %s are in step', (english, chinese) => {
	expect(outOfStep(english, both(english, chinese))).toEqual([]);
});

test.each(pairs)('%s and %s lead to each other below their titles', (english, chinese) => {
	const texts = both(english, chinese);
	expect(texts.english.split('\n')[2]).toBe(toChinese(english));
	expect(texts.chinese.split('\n')[2]).toBe(toEnglish(english));
});

describe('A difference is told', () => {
	const [english, chinese] = ['docs/tencent.md', 'docs/zh-CN/tencent.md'];
	const texts = both(english, chinese);
	const after = (change: (text: string) => string) => {
		const changed = change(texts.english);
		expect(changed).not.toBe(texts.english);
		return outOfStep(english, { ...texts, english: changed });
	};

	it('of a heading, with what is in its place', () => {
		expect(after((text) => text.replace('\n## Tags\n', '\n## Tags\n\n### Limits\n'))).toEqual([
			expect.stringMatching(
				/^heading \d+: docs\/tencent.md has "### Limits", docs\/zh-CN\/.* has "## /,
			),
		]);
	});

	it('of a heading that the other one lacks at its end', () => {
		expect(after((text) => `${text}\n## Prices\n`)).toEqual([
			expect.stringContaining('has "## Prices", docs/zh-CN/tencent.md has nothing'),
		]);
	});

	it('of a page of a vendor that is there in Chinese', () => {
		const chinese = texts.chinese.replace('tencentcloud.com/zh/', 'tencentcloud.com/');
		expect(chinese).not.toBe(texts.chinese);
		expect(outOfStep(english, { ...texts, chinese }).join('\n')).toContain('41581 in English');
	});

	it.each([
		['a row of a table', /\n\| Lists, triggers.*/, '', 'tables below "Credential"'],
		['an entry of a list', /\n- Messages come.*/, '', 'lists of entries below "Pitfalls"'],
		['code', '`FlowId`', '`TaskId`', 'texts in code below "Creating an instance"'],
		['a label', '_Check Before Create_', '_Check First_', 'labels in italics below'],
		['a name', '**Tencent Cloud CKafka**', '**Tencent Cloud Kafka**', 'names in bold below'],
		['a link', '(triggers.md)', '(waiting.md)', 'links below "Tencent Cloud"'],
	])('of %s, with its section', (_, from, to, told) => {
		expect(after((text) => text.replace(from, to)).join('\n')).toContain(told);
	});
});
