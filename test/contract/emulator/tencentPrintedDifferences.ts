const NEWER = 'a field of the newest SDK; the example is older';
const NO_HEADERS = 'the message has none';
const NO_CONTENT = 'by the comments of the SDK, the list comes without it';

const MESSAGES = {
	'.Result[].Headers is null instead of string': NO_HEADERS,
	'.Result[].Key is missing': NO_CONTENT,
	'.Result[].Value is missing': NO_CONTENT,
};

/** Where the emulated Tencent Cloud answers otherwise than the vendor's example, and why. */
export const DIFFERENCES: Record<string, Record<string, string>> = {
	DescribeInstanceAttributes: {
		'.Result.DeleteProtectionEnable is not in the example': NEWER,
		'.Result.ElasticBandwidthOpenStatus is not in the example': NEWER,
		'.Result.ElasticBandwidthSwitch is not in the example': NEWER,
		'.Result.MaxMessageByte is not in the example': NEWER,
		'.Result.RetentionBytes is not in the example': NEWER,
		'.Result.SystemMaintenanceTime is not in the example': NEWER,
		'.Result.TransactionalIdExpirationMs is not in the example': NEWER,
		'.Result.UncleanLeaderElectionEnable is not in the example': NEWER,
	},
	DescribeInstancesDetail: {
		'.Result.InstanceList[].RetentionBytes is not in the example': NEWER,
	},
	FetchMessageByOffset: { '.Result.Headers is null instead of string': NO_HEADERS },
	FetchMessageListByOffset: MESSAGES,
	FetchMessageListByTimestamp: MESSAGES,
};
