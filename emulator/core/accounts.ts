/** A role of an account, which its trust policy lets some keys take on. */
export interface Role {
	/** What names it: ARN, or name of an agency. */
	name: string;
	/** IDs of the keys, or names of the identity providers, that may assume it. */
	trusts: string[];
	/** What its trust policy asks for besides. */
	externalId?: string;
	/** Maximum session duration, seconds. */
	longest: number;
}

/** What a role's temporary key has besides. */
interface Ending {
	/** Unix time in milliseconds; absent for a key without an end. */
	expiresAt?: number;
	/** Role that it was granted for, and the name of the session. */
	assumed?: { role: string; session: string };
}

/** An access key; with a security token it is a temporary one. */
export interface AccessKey extends Ending {
	accessKey: string;
	secretKey: string;
	securityToken?: string;
	/** Name and session of the agency that it is for: `kafka-operator/n8n`. */
	session?: string;
}

/** A Huawei IAM user, for tokens by password. */
export interface HuaweiUser {
	userName: string;
	password: string;
	domainName: string;
}

/** A Huawei project: that of a region, one of a customer's own within a region, or one of no region. */
export interface HuaweiProject {
	id: string;
	/** Region that it is in; of one without a region, such as MOS, its name. */
	region: string;
	/** Where it is not the region's own: `<region>_<name>`, or what the vendor uses. */
	name?: string;
	/** Whether it may be used; by default it may. */
	enabled?: boolean;
}

/** Name by which IAM lists a project. */
export const nameOfProject = ({ name, region }: HuaweiProject): string => name ?? region;

/** An Alibaba access key; with a security token it is a temporary one (STS). */
export interface AlibabaKey extends Ending {
	accessKeyId: string;
	accessKeySecret: string;
	securityToken?: string;
	/** What its policies do not allow, such as `vpc:DescribeVpcs` or `vpc:*`. */
	denied?: string[];
}

/** A token of an identity provider that an Alibaba account knows. */
export interface AlibabaIdentity {
	/** ARN. */
	provider: string;
	token: string;
}

/** A Tencent secret; with a token it is a temporary one. */
export interface TencentKey extends Ending {
	secretId: string;
	secretKey: string;
	token?: string;
	/** What its policies do not allow, such as `vpc:DescribeVpcs` or `vpc:*`. */
	denied?: string[];
}

/** A token of an identity provider that a Tencent account knows. */
export interface TencentIdentity {
	provider: string;
	token: string;
}

/** Everything the emulator lets in. All values are made up. */
export interface Accounts {
	huawei: {
		/** ID of the account all users and projects belong to. */
		domainId: string;
		keys: AccessKey[];
		users: HuaweiUser[];
		projects: HuaweiProject[];
		/** Agencies, in accounts that delegate. */
		agencies?: Array<Role & { domainName: string; domainId?: string }>;
	};
	alibaba: { keys: AlibabaKey[]; roles?: Role[]; identities?: AlibabaIdentity[] };
	tencent: { keys: TencentKey[]; roles?: Role[]; identities?: TencentIdentity[] };
}

/** A key of the console, or a temporary one that the tests outlive. */
type Endless<K> = Omit<K, 'expiresAt' | 'assumed' | 'denied'>;

/** The example credentials of all vendors. */
export interface Examples {
	huawei: {
		permanent: Endless<AccessKey>;
		temporary: Endless<AccessKey> & { securityToken: string };
		user: HuaweiUser;
		/** An agency that the permanent key may assume, and the account that has it. */
		agency: { name: string; domainName: string };
		/** A region with a project, and that project. */
		region: string;
		projectId: string;
		/** A region without a project. */
		regionWithoutProject: string;
	};
	alibaba: {
		permanent: Endless<AlibabaKey>;
		temporary: Endless<AlibabaKey> & { securityToken: string };
		/** ARN of a role that the permanent key may assume. */
		role: string;
		region: string;
	};
	tencent: {
		permanent: Endless<TencentKey>;
		temporary: Endless<TencentKey> & { token: string };
		/** ARN of a role that the permanent key may assume. */
		role: string;
		region: string;
	};
}

/** Example credentials, the ones `npm run emulator` prints. */
export const EXAMPLE: Examples = {
	huawei: {
		permanent: {
			accessKey: 'EMULATORHWAK00000001',
			secretKey: 'emulator-huawei-secret-key-not-real',
		},
		temporary: {
			accessKey: 'EMULATORHWAK0000TEMP',
			secretKey: 'emulator-huawei-temporary-secret-key',
			securityToken: 'emulator-huawei-security-token-with-a-plausible-length-0123456789',
		},
		user: { userName: 'emulator-user', password: 'Emulator-pass-1', domainName: 'emulator-domain' },
		agency: { name: 'kafka-operator', domainName: 'emulator-delegating' },
		region: 'cn-north-4',
		projectId: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
		regionWithoutProject: 'la-south-2',
	},
	alibaba: {
		permanent: {
			accessKeyId: 'LTAIemulatorkey00001',
			accessKeySecret: 'emulator-alibaba-access-key-secret',
		},
		temporary: {
			accessKeyId: 'STS.emulatorkey00000001',
			accessKeySecret: 'emulator-alibaba-temporary-secret',
			securityToken: 'emulator-alibaba-sts-token/with+signs==',
		},
		role: 'acs:ram::1234567890123456:role/kafka-operator',
		region: 'cn-hangzhou',
	},
	tencent: {
		permanent: { secretId: 'AKIDemulatorsecretid0001', secretKey: 'emulator-tencent-secret-key' },
		temporary: {
			secretId: 'AKIDemulatortemporary001',
			secretKey: 'emulator-tencent-temporary-key',
			token: 'emulator-tencent-session-token',
		},
		role: 'qcs::cam::uin/100000000001:roleName/kafka-operator',
		region: 'ap-guangzhou',
	},
};

/** The accounts behind the example credentials. */
export function exampleAccounts(): Accounts {
	return {
		huawei: {
			domainId: 'd0a1b2c3d4e5f60718293a4b5c6d7e8f',
			keys: [EXAMPLE.huawei.permanent, EXAMPLE.huawei.temporary],
			users: [EXAMPLE.huawei.user],
			agencies: [
				{
					...EXAMPLE.huawei.agency,
					trusts: [EXAMPLE.huawei.permanent.accessKey],
					longest: 86_400,
				},
				{ ...EXAMPLE.huawei.agency, name: 'of-others', trusts: [], longest: 86_400 },
			],
			projects: [
				{ id: EXAMPLE.huawei.projectId, region: EXAMPLE.huawei.region },
				{ id: '1b2c3d4e5f60718293a4b5c6d7e8f90a', region: 'ap-southeast-1' },
				{ id: '2c3d4e5f60718293a4b5c6d7e8f90a1b', region: 'eu-west-101' },
			],
		},
		alibaba: {
			keys: [EXAMPLE.alibaba.permanent, EXAMPLE.alibaba.temporary],
			roles: [
				{
					name: EXAMPLE.alibaba.role,
					trusts: [EXAMPLE.alibaba.permanent.accessKeyId],
					longest: 3600,
				},
			],
		},
		tencent: {
			keys: [EXAMPLE.tencent.permanent, EXAMPLE.tencent.temporary],
			roles: [
				{
					name: EXAMPLE.tencent.role,
					trusts: [EXAMPLE.tencent.permanent.secretId],
					longest: 7200,
				},
			],
		},
	};
}
