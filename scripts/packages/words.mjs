/** How each cloud, its service, and its companies are called, by the folder of its package. */
const WORDS = {
	alibaba: /alibaba|aliyun|apsara|alikafka/i,
	huawei: /huawei|\bdms\b/i,
	tencent: /tencent|ckafka|qcloud/i,
};

/** The first word in a text that names another cloud than the one of a package. */
export function otherCloudIn(text, folder) {
	const others = Object.entries(WORDS).filter(([cloud]) => cloud !== folder);
	return others.map(([, pattern]) => pattern.exec(text)?.[0]).find((word) => word !== undefined);
}
