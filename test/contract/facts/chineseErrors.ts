import alibaba from './errorTexts/alibaba.json';
import huawei from './errorTexts/huawei.json';
import tencent from './errorTexts/tencent.json';

/** What the texts of error codes are in Chinese, for the page on troubleshooting: of each cloud, English -> Chinese. */
export const CHINESE_ERRORS: Readonly<
	Record<'huawei' | 'alibaba' | 'tencent', Readonly<Record<string, string>>>
> = { huawei, alibaba, tencent };
