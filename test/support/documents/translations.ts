import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { anchorOf, sectionsOf } from './markdown';

/** The documents that are there in Chinese as well. */

export const root = join(__dirname, '../../..');

const PAGES = [
	...['huawei', 'alibaba', 'tencent', 'fleet', 'triggers', 'waiting', 'troubleshooting'],
	...['agents', 'scaling'],
];

/** English document -> the same in Chinese. */
export const TRANSLATIONS: Readonly<Record<string, string>> = {
	'README.md': 'README.zh-CN.md',
	'examples/README.md': 'examples/README.zh-CN.md',
	...Object.fromEntries(PAGES.map((page) => [`docs/${page}.md`, `docs/zh-CN/${page}.md`])),
};

export const pairs: Array<[english: string, chinese: string]> = Object.entries(TRANSLATIONS);

/** Pages of the vendors, English address -> the same in Chinese. */
const ADDRESSES: Readonly<Record<string, string>> = {
	'https://support.huaweicloud.com/intl/en-us/api-kafka/kafka-api-180423001.html':
		'https://support.huaweicloud.com/api-kafka/kafka-api-180423001.html',
	'https://www.alibabacloud.com/help/en/apsaramq-for-kafka/cloud-message-queue-for-kafka/developer-reference/api-alikafka-2019-09-16-overview':
		'https://help.aliyun.com/document_detail/94526.html',
	'https://www.tencentcloud.com/document/product/597':
		'https://cloud.tencent.com/document/product/597',
	'https://www.tencentcloud.com/document/product/597/41581':
		'https://www.tencentcloud.com/zh/document/product/597/41581',
};

const isChinese = (path: string): boolean => Object.values(TRANSLATIONS).includes(path);

/** What an address is in English; one that a Chinese document has in English, though it is there in Chinese, says so. */
function meaningOfAddress(address: string, from: string): string {
	if (!isChinese(from)) return address;
	if (ADDRESSES[address]) return `${address} in English`;
	const [english] = Object.entries(ADDRESSES).find(([, chinese]) => chinese === address) ?? [];
	return english ?? address;
}

/** The table of terms, which is there in Chinese alone. */
export const TERMS = 'docs/zh-CN/terms.md';

export const readDocument = (path: string): string => readFileSync(join(root, path), 'utf8');

/** @returns The link from one document to another, as Markdown has it */
export const linkBetween = (from: string, to: string): string => relative(dirname(from), to);

/** @returns The line at the top of an English document that leads to the Chinese one */
export const toChinese = (english: string): string =>
	`English | [简体中文](${linkBetween(english, TRANSLATIONS[english])})`;

/** @returns The line at the top of the Chinese document that leads back */
export const toEnglish = (english: string): string =>
	`[English](${linkBetween(TRANSLATIONS[english], english)}) | 简体中文`;

/**
 * Where a link leads, in words that both languages share: the English document of a pair, and the number of
 * the heading in it.
 *
 * @param from The document that has the link
 */
export function meaningOf(target: string, from: string): string {
	if (/^https?:/.test(target)) return meaningOfAddress(target, from);
	const [path, anchor] = target.split('#');
	const file = path ? join(dirname(from), path) : from;
	const [english, chinese] = pairs.find((pair) => pair.includes(file)) ?? [file, ''];
	// A reader of Chinese is led to Chinese wherever there is any.
	const strayed = file === english && chinese && isChinese(from);
	const place = strayed ? `${english} in English` : english;
	if (!anchor) return place;
	const at = sectionsOf(readDocument(file)).findIndex(
		({ heading }) => anchorOf(heading) === anchor,
	);
	return `${place}, heading ${at}`;
}
