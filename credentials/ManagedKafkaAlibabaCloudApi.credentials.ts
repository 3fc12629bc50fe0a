import { randomUUID } from 'node:crypto';
import {
	UserError,
	type IAuthenticate,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { OIDC_FIELDS, usesOidc } from './fields/alibabaOidc';
import { STACK_FIELDS, forStack } from './fields/alibabaStack';
import { hostIn, isTrusted } from './fields/hosts';
import { isRegion } from './fields/checks';
import { alibabaKeys, signsV1 } from './fields/alibaba';
import { ALIBABA_TEST_RULES } from './fields/alibabaTest';
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
import { EXTERNAL_ID, roleFields, SESSION_TOKEN, STS_ENDPOINT } from './fields/role';
import { alibabaRoles } from './session/alibaba';
import { systemTime, type SessionTime, type Timeout } from './session/kept';
import type { Waiting } from './session/iamTime';

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
		const own = usesOidc(credentials) ? undefined : alibabaKeys(credentials);
		alibabaEndpoint(credentials);
		const keys = alibabaRoles.keysFor(credentials, now()) ?? own ?? alibabaKeys(credentials);
		const given = forStack(toWire(requestOptions, 'dotsFrom1'), credentials);
		checkEncrypted(credentials, given.origin, 'The URL');
		if (given.unsignableBody) {
			throw new UserError(
				'Alibaba Cloud requests with multipart data or a stream cannot be signed. Send the body as JSON, as a form, or as raw text',
			);
		}
		const moment = { now: new Date(now()), nonce: randomUUID() };
		if (signsV1(credentials)) {
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

/** Fetches the keys of the role, if the credential assumes one. n8n calls it with its request helpers as `this`. */
const preAuthenticateAt = (time: SessionTime) =>
	async function (
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<Record<string, never>> {
		alibabaEndpoint(credentials);
		await alibabaRoles.ensure(
			async (options) => await this.helpers.httpRequest(options),
			credentials,
			time,
		);
		// Nothing for n8n to store.
		return {};
	};

/**
 * Alibaba Cloud, with an AccessKey pair, temporary STS keys, or a RAM role, which a token of an OIDC provider can assume, too. Signs any RPC or ROA API of the vendor
 * from the HTTP Request node as well.
 */
export class ManagedKafkaAlibabaCloudApi implements ICredentialType {
	/**
	 * n8n makes credential types without any argument; tests hand in a time.
	 *
	 * @param now Unix time in milliseconds
	 */
	constructor(
		private readonly now: () => number = systemTime.now,
		private readonly timeout: Timeout = systemTime.timeout,
		private readonly waiting: Waiting = systemTime.waiting,
	) {}

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
			description:
				'From AccessKey in the RAM console; not needed if a role is assumed with an OIDC token',
		},
		{
			displayName: 'Access Key Secret',
			name: 'accessKeySecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
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
				'Endpoint of ApsaraMQ for Kafka in a VPC or private cloud. {service} is replaced with alikafka, vpc, or the name of another service, {region} with the region. Leave empty for the public endpoint.',
		},
		...roleFields(
			[
				{
					displayName: 'Role ARN',
					name: 'roleArn',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. acs:ram::1234567890123456:role/kafka-operator',
					description: 'From the role in the RAM console',
				},
			],
			[EXTERNAL_ID, STS_ENDPOINT],
		),
		...OIDC_FIELDS,
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
		SESSION_TOKEN,
	];

	authenticate: IAuthenticate = authenticateAt(this.now);

	test: ICredentialTestRequest = {
		request: {
			baseURL: ALIBABA_BASE_URL,
			url: '/',
			method: 'POST',
			qs: { Action: 'GetInstanceList', Version: '2019-09-16', RegionId: ALIBABA_REGION_ID },
			// The rules read the answer.
			ignoreHttpStatusErrors: true,
		},
		rules: ALIBABA_TEST_RULES,
	};

	preAuthentication = preAuthenticateAt({
		now: this.now,
		timeout: this.timeout,
		waiting: this.waiting,
	});
}
