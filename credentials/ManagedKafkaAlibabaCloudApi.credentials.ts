import { randomUUID } from 'node:crypto';
import {
	UserError,
	type IAuthenticate,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { STACK_FIELDS, forStack } from './fields/alibabaStack';
import { hostIn, isTrusted } from './fields/hosts';
import { choiceOf, isRegion, keyIdOf, keyOf } from './fields/checks';
import {
	ALIBABA_BASE_URL,
	ALIBABA_REGION_ID,
	ALIBABA_REGIONS,
	alibabaEndpoint,
} from './regions/alibaba';
import { signAcs3, signRpcV1, withoutAcs3Signature, type AlibabaKeys } from './signing/alibaba';
import { headerOf, readHeaders, withHeaders, withoutHeaders } from './signing/headers';
import type { Pair } from './signing/query';
import { formPairs, fromWire, mayHaveBody, toWire, type WireRequest } from './signing/wire';
import { ALLOW_HTTP, checkEncrypted } from './fields/encryption';
import { IGNORE_SSL, withIgnoredSsl } from './fields/ignoreSsl';
import { failsWhen } from './fields/testRules';

function alibabaKeys(credentials: ICredentialDataDecryptedObject): AlibabaKeys {
	return {
		accessKeyId: keyIdOf(credentials, 'accessKeyId', 'Access Key ID'),
		accessKeySecret: keyOf(credentials, 'accessKeySecret', 'Access Key Secret'),
		securityToken: keyOf(credentials, 'securityToken', 'Security Token', false),
	};
}

/** The usual one first. */
const SIGNATURE_VERSIONS = ['ACS3-HMAC-SHA256', '1.0'];

/** Names of an operation: header in ACS3, parameter in version 1. Callers may use either. */
const OPERATION_NAMES = [
	['x-acs-action', 'Action'],
	['x-acs-version', 'Version'],
] as const;

const OPERATION_HEADERS: ReadonlySet<string> = new Set(OPERATION_NAMES.map(([header]) => header));

/** Moves the operation's name and version into headers, where ACS3 has them. */
function forAcs3(wire: WireRequest): WireRequest {
	let { headers, query } = wire;
	for (const [header, parameter] of OPERATION_NAMES) {
		const value = query.find(([name]) => name === parameter)?.[1];
		if (value === undefined || headerOf(headers, header) !== undefined) continue;
		headers = withHeaders(headers, readHeaders({ [header]: value }));
		query = query.filter(([name]) => name !== parameter);
	}
	// The gateway's default is XML.
	if (headerOf(headers, 'Accept') === undefined) {
		headers = withHeaders(headers, { Accept: 'application/json' });
	}
	return { ...wire, headers, query };
}

/**
 * Moves the operation's name and version into parameters, where version 1 has them.
 *
 * @throws UserError for a request that version 1 does not cover, or which has no place for the token of
 * temporary keys but the URL
 */
function forV1(wire: WireRequest, keys: AlibabaKeys): WireRequest {
	if (wire.path !== '/') {
		throw new UserError(
			"Signature version 1.0 supports only requests to the path '/'. Select ACS3-HMAC-SHA256 as 'Signature Version' in the credential",
		);
	}
	if (keys.securityToken && !mayHaveBody(wire.method)) {
		throw new UserError(
			`A ${wire.method} request has no body to carry the security token of temporary keys, and secrets do not belong in the URL. Select ACS3-HMAC-SHA256 as 'Signature Version' in the credential, or send the request with POST`,
		);
	}
	const form = formPairs(wire);
	if (wire.body !== undefined && form.length === 0) {
		throw new UserError(
			"Signature version 1.0 supports only form bodies. Send the parameters as a form or in the query string, or select ACS3-HMAC-SHA256 as 'Signature Version' in the credential",
		);
	}
	const given = new Set([...wire.query, ...form].map(([name]) => name));
	const added: Pair[] = given.has('Format') ? [] : [['Format', 'JSON']];
	for (const [header, parameter] of OPERATION_NAMES) {
		const value = headerOf(wire.headers, header);
		if (value !== undefined && !given.has(parameter)) added.push([parameter, value]);
	}
	return {
		...wire,
		headers: withoutHeaders(withoutAcs3Signature(wire.headers), OPERATION_HEADERS),
		query: [...wire.query, ...added],
	};
}

/**
 * Hosts of Alibaba Cloud's APIs: of a product, in a region or in a VPC. Others lead to what customers have
 * there, such as a bucket, whose log shows them each request.
 */
const VENDOR_HOSTS = /^[a-z\d-]+(\.([a-z]{2}(-[a-z\d]+)+|vpc-proxy))?\.aliyuncs\.com$/;

/**
 * Signature version 1.0 does not cover the host: whoever gets a request can send it on to any other API
 * host of the vendor.
 *
 * @throws UserError
 */
function checkV1Host(wire: WireRequest, credentials: ICredentialDataDecryptedObject): void {
	const given = [...wire.query, ...formPairs(wire)].find(([name]) => name === 'RegionId')?.[1];
	const regions = [undefined, ...(given !== undefined && isRegion(given) ? [given] : [])];
	const own = regions.map((region) => alibabaEndpoint(credentials, region));
	if (isTrusted(wire.origin, own, VENDOR_HOSTS)) return;
	throw new UserError(
		`Signature version 1.0 does not protect the host, so requests to ${hostIn(wire.origin)} are not signed with it: only to the credential's 'Endpoint' and to API hosts of Alibaba Cloud. Check the URL, or select ACS3-HMAC-SHA256 as 'Signature Version' in the credential`,
	);
}

/**
 * Authenticates a request to any API of Alibaba Cloud. RPC operations are named by the query parameters
 * `Action` and `Version` or by the headers `x-acs-action` and `x-acs-version`; lists and objects in the
 * query and in forms become `Name.1`, `Tag.1.Key`.
 */
const authenticateAt =
	(now: () => number) =>
	async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const keys = alibabaKeys(credentials);
		alibabaEndpoint(credentials);
		const given = forStack(toWire(requestOptions, 'dotsFrom1'), credentials);
		checkEncrypted(credentials, given.origin, 'The URL');
		if (given.unsignableBody) {
			throw new UserError(
				'Alibaba Cloud requests with multipart data or a stream cannot be signed. Send the body as JSON, as a form, or as raw text',
			);
		}
		const moment = { now: new Date(now()), nonce: randomUUID() };
		if (choiceOf(credentials, 'signatureVersion', SIGNATURE_VERSIONS) === '1.0') {
			checkV1Host(given, credentials);
			return fromWire(
				withIgnoredSsl(credentials, requestOptions),
				signRpcV1(forV1(given, keys), keys, moment),
			);
		}
		const wire = forAcs3(given);
		return fromWire(withIgnoredSsl(credentials, requestOptions), {
			...wire,
			headers: signAcs3(wire, keys, moment),
		});
	};

/**
 * Alibaba Cloud, with an AccessKey pair or temporary STS keys. Signs any RPC or ROA API of the vendor
 * from the HTTP Request node as well.
 */
export class ManagedKafkaAlibabaCloudApi implements ICredentialType {
	/** @param now Unix time in milliseconds, for tests; n8n makes credential types without any argument */
	constructor(private readonly now: () => number = () => Date.now()) {}

	name = 'managedKafkaAlibabaCloudApi';

	displayName = 'Alibaba Cloud Access Key API';

	icon = {
		light: 'file:../icons/alibabaCloudKafka.svg',
		dark: 'file:../icons/alibabaCloudKafka.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-managed-kafka/n8n-nodes-managed-kafka#alibaba-cloud-access-key-api';

	properties: INodeProperties[] = [
		{
			displayName:
				'Use a RAM user with only the permissions the workflow needs: AliyunKafkaReadOnlyAccess to monitor, AliyunKafkaFullAccess for everything else',
			name: 'permissionsNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Access Key ID',
			name: 'accessKeyId',
			type: 'string',
			default: '',
			required: true,
			description: 'From AccessKey in the RAM console',
		},
		{
			displayName: 'Access Key Secret',
			name: 'accessKeySecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Security Token',
			name: 'securityToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for temporary keys from STS',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [...ALIBABA_REGIONS, { name: 'Custom', value: 'custom' }],
			default: 'cn-hangzhou',
			required: true,
		},
		{
			displayName: 'Custom Region',
			name: 'customRegion',
			type: 'string',
			default: '',
			placeholder: 'e.g. cn-hangzhou',
			displayOptions: { show: { region: ['custom'] } },
			description: 'Region ID',
		},
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://alikafka-vpc.{region}.aliyuncs.com',
			description:
				'Endpoint of ApsaraMQ for Kafka in a VPC or private cloud. {region} is replaced with the region. Leave empty for the public endpoint.',
		},
		...STACK_FIELDS,
		IGNORE_SSL,
		ALLOW_HTTP,
		{
			displayName: 'Signature Version',
			name: 'signatureVersion',
			type: 'options',
			options: [
				{
					name: 'ACS3-HMAC-SHA256',
					value: 'ACS3-HMAC-SHA256',
					description: 'The current version, for all APIs',
				},
				{
					name: '1.0 (HMAC-SHA1)',
					value: '1.0',
					description:
						'The earlier version, for gateways that support no other; not for GET requests with temporary keys',
				},
			],
			default: 'ACS3-HMAC-SHA256',
		},
	];

	authenticate: IAuthenticate = authenticateAt(this.now);

	test: ICredentialTestRequest = {
		request: {
			baseURL: ALIBABA_BASE_URL,
			url: '/',
			method: 'POST',
			qs: { Action: 'GetInstanceList', Version: '2019-09-16', RegionId: ALIBABA_REGION_ID },
			// The rules below read the answer; the last ones fail on anything but a success.
			ignoreHttpStatusErrors: true,
		},
		rules: [
			...[
				'InvalidAccessKeyId.NotFound',
				'InvalidAccessKeyId',
				'RAM.USER.NOT.FOUND.BY.ACCESSKEY',
				'RAM_USER_NOT_FOUND_BY_ACCESSKEY',
			].map((code) =>
				failsWhen(
					'Code',
					code,
					"Alibaba Cloud does not recognize this key. Check 'Access Key ID', and enter 'Security Token' if the keys are temporary",
				),
			),
			failsWhen(
				'Code',
				'InvalidAccessKeyId.Inactive',
				"This key is disabled. Enable it in the RAM console, or use a different 'Access Key ID'",
			),
			...[
				'SignatureDoesNotMatch',
				'IncompleteSignature',
				'AUTH_SIGNATURE_CHECK_ERROR',
				'AUTH_CAL_SIGNATURE_ERROR',
			].map((code) =>
				failsWhen(
					'Code',
					code,
					"The signature does not match. Check 'Access Key Secret': it does not belong to 'Access Key ID'",
				),
			),
			...['InvalidTimeStamp.Expired', 'InvalidTimeStamp.Format'].map((code) =>
				failsWhen(
					'Code',
					code,
					'The clock of the n8n server is off by more than 15 minutes. Synchronize it',
				),
			),
			...[
				'InvalidSecurityToken.Expired',
				'InvalidSecurityToken.Malformed',
				'InvalidSecurityToken.MismatchWithAccessKey',
				'MissingSecurityToken',
			].map((code) =>
				failsWhen(
					'Code',
					code,
					"'Security Token' is missing, invalid, or expired. Get new temporary keys from STS",
				),
			),
			...[
				'Forbidden.RAM',
				'NoPermission',
				'AUTH_PERMISSION_CHECK_ERROR',
				'AUTH_REQUEST_NOT_ALLOWED',
			].map((code) =>
				failsWhen(
					'Code',
					code,
					'The RAM user is not allowed to list Kafka instances. Grant it alikafka:ListInstance, for example with the policy AliyunKafkaReadOnlyAccess',
				),
			),
			...['Throttling', 'Throttling.User', 'Throttling.Api', 'ONS_SYSTEM_FLOW_CONTROL'].map(
				(code) =>
					failsWhen(
						'Code',
						code,
						'Alibaba Cloud received too many requests. Wait a minute, then test again',
					),
			),
			...[false, undefined].map((success) =>
				failsWhen(
					'Success',
					success,
					"Alibaba Cloud did not return a list of instances. Check 'Region' and 'Endpoint', and that ApsaraMQ for Kafka is activated for the account",
				),
			),
		],
	};
}
