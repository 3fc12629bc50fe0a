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
import { regionOf } from './fields/checks';
import { TENCENT_CKAFKA_BASE_URL, TENCENT_REGIONS, tencentEndpoint } from './regions/tencent';
import { headerOf, withHeaders, withoutHeaders, type Headers } from './signing/headers';
import { signedService, signTc3 } from './signing/tencent';
import { fromWire, toWire, type WireRequest } from './signing/wire';
import { ALLOW_HTTP, checkEncrypted } from './fields/encryption';
import { IGNORE_SSL, withIgnoredSsl } from './fields/ignoreSsl';
import { EXTERNAL_ID, roleFields, SESSION_TOKEN, STS_ENDPOINT } from './fields/role';
import { TENCENT_KEY_REFUSALS, TENCENT_PLACE_REFUSALS, tencentKeys } from './fields/tencent';
import { usesWebIdentity, WEB_IDENTITY_FIELDS } from './fields/tencentWebIdentity';
import { failsWhen } from './fields/testRules';
import type { Waiting } from './session/iamTime';
import { systemTime, type SessionTime, type Timeout } from './session/kept';
import { tencentRoles } from './session/tencent';

/** Header by which a caller names the service when the host does not; it is not sent. */
const TENCENT_SERVICE_HEADER = 'X-TC-Service';

const NOT_SENT: ReadonlySet<string> = new Set([TENCENT_SERVICE_HEADER.toLowerCase()]);

/** Services of the package by API version, for endpoints whose host does not name them. */
const SERVICE_BY_VERSION = new Map([
	['2019-08-19', 'ckafka'],
	['2020-10-16', 'cls'],
	['2018-08-13', 'tag'],
]);

/**
 * The service in the credential scope: named by the caller, kept from an earlier signature, first label
 * of a Tencent Cloud host, or known by its API version.
 */
function serviceOf(wire: WireRequest): string {
	const named = headerOf(wire.headers, TENCENT_SERVICE_HEADER) ?? signedService(wire.headers);
	if (named !== undefined) {
		if (/^[a-z\d_-]+$/.test(named)) return named;
		throw new UserError(
			`The header ${TENCENT_SERVICE_HEADER} does not contain a service name. Use the first part of the service's host name, for example cvm`,
		);
	}
	const labels = wire.host.replace(/:\d+$/, '').split('.');
	if (labels.slice(-2).join('.') === 'tencentcloudapi.com') return labels[0];
	const known = SERVICE_BY_VERSION.get(headerOf(wire.headers, 'X-TC-Version') ?? '');
	if (known !== undefined) return known;
	throw new UserError(
		`The Tencent Cloud service cannot be determined from the host or the header X-TC-Version. Add the header ${TENCENT_SERVICE_HEADER}, for example cvm`,
	);
}

/**
 * Content-Type and body. The signature covers the Content-Type, so there always is one; it is sent in
 * lower case because Tencent Cloud compares it so. A POST without parameters sends `{}`.
 */
function withContent(wire: WireRequest, headers: Headers): WireRequest {
	const empty = wire.method === 'POST' && wire.body === undefined;
	const contentType =
		headerOf(headers, 'Content-Type') ??
		(wire.method === 'GET' ? 'application/x-www-form-urlencoded' : 'application/json');
	return {
		...wire,
		headers: withHeaders(headers, { 'Content-Type': contentType.toLowerCase() }),
		body: empty ? '{}' : wire.body,
	};
}

/**
 * Authenticates a request to any API of Tencent Cloud (API 3.0). The caller names the operation by the
 * headers `X-TC-Action` and `X-TC-Version`; `X-TC-Region` is the credential's region unless given.
 */
const authenticateAt =
	(now: () => number) =>
	async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const own = usesWebIdentity(credentials) ? undefined : tencentKeys(credentials);
		const region = regionOf(credentials);
		tencentEndpoint(credentials, 'ckafka');
		const keys = tencentRoles.keysFor(credentials, now()) ?? own ?? tencentKeys(credentials);
		const given = toWire(requestOptions, 'dotsFrom0');
		checkEncrypted(credentials, given.origin, 'The URL');
		if (given.unsignableBody) {
			throw new UserError(
				'Tencent Cloud requests with multipart data or a stream cannot be signed. Send the body as JSON',
			);
		}
		const headers = withoutHeaders(given.headers, NOT_SENT);
		const wire = withContent(
			given,
			headerOf(headers, 'X-TC-Region') === undefined
				? withHeaders(headers, { 'X-TC-Region': region })
				: headers,
		);
		return fromWire(withIgnoredSsl(credentials, requestOptions), {
			...wire,
			headers: signTc3(wire, keys, serviceOf(given), new Date(now())),
		});
	};

/** Fetches the keys of the role, if the credential assumes one. n8n calls it with its request helpers as `this`. */
const preAuthenticateAt = (time: SessionTime) =>
	async function (
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<Record<string, never>> {
		tencentEndpoint(credentials, 'ckafka');
		await tencentRoles.ensure(
			async (options) => await this.helpers.httpRequest(options),
			credentials,
			time,
		);
		// Nothing for n8n to store.
		return {};
	};

/**
 * Tencent Cloud, with an API key, temporary keys, or a CAM role, which a token of an OIDC provider can assume, too; of the
 * China or the international site. Signs any API 3.0 of the vendor from the HTTP Request node as well.
 */
export class ManagedKafkaTencentCloudApi implements ICredentialType {
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

	name = 'managedKafkaTencentCloudApi';

	displayName = 'Tencent Cloud Access Key API';

	icon = {
		light: 'file:../icons/tencentCloudKafka.svg',
		dark: 'file:../icons/tencentCloudKafka.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-managed-kafka/n8n-nodes-managed-kafka#tencent-cloud-access-key-api';

	properties: INodeProperties[] = [
		{
			displayName:
				'Use a CAM user with only the permissions the workflow needs: QcloudCkafkaReadOnlyAccess to monitor, QcloudCKafkaFullAccess for everything else',
			name: 'permissionsNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Secret ID',
			name: 'secretId',
			type: 'string',
			default: '',
			description:
				'From API Keys in the CAM console; not needed if a role is assumed with an OIDC token',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for temporary keys from STS',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [...TENCENT_REGIONS, { name: 'Custom', value: 'custom' }],
			default: 'ap-guangzhou',
			required: true,
		},
		{
			displayName: 'Custom Region',
			name: 'customRegion',
			type: 'string',
			default: '',
			placeholder: 'e.g. ap-guangzhou',
			displayOptions: { show: { region: ['custom'] } },
			description: 'Region ID',
		},
		{
			displayName: 'Site',
			name: 'site',
			type: 'options',
			options: [
				{ name: 'China', value: 'china', description: 'For accounts on cloud.tencent.com' },
				{
					name: 'International',
					value: 'international',
					description: 'For accounts on www.tencentcloud.com',
				},
			],
			default: 'china',
			description: 'The two sites have separate accounts and keys',
		},
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://{service}.{region}.tencentcloudapi.com',
			description:
				'Endpoint of a nearby access point or a private cloud. {service} is replaced with the service, such as ckafka, {region} with the region. Leave empty for the endpoint of the site.',
		},
		...roleFields(
			[
				{
					displayName: 'Role ARN',
					name: 'roleArn',
					type: 'string',
					default: '',
					required: true,
					placeholder: 'e.g. qcs::cam::uin/100000000001:roleName/kafka-operator',
					description: 'From the role in the CAM console',
				},
			],
			[EXTERNAL_ID, STS_ENDPOINT],
		),
		...WEB_IDENTITY_FIELDS,
		IGNORE_SSL,
		ALLOW_HTTP,
		SESSION_TOKEN,
	];

	authenticate: IAuthenticate = authenticateAt(this.now);

	test: ICredentialTestRequest = {
		request: {
			baseURL: TENCENT_CKAFKA_BASE_URL,
			url: '/',
			method: 'POST',
			headers: {
				'X-TC-Action': 'DescribeInstances',
				'X-TC-Version': '2019-08-19',
				'X-TC-Language': 'en-US',
			},
			body: { Limit: 1 },
			// The rules below read the answer; the last one fails on anything but a success.
			ignoreHttpStatusErrors: true,
		},
		rules: [
			...TENCENT_KEY_REFUSALS.map(([code, text]) => failsWhen('Response.Error.Code', code, text)),
			...['AuthFailure.UnauthorizedOperation', 'UnauthorizedOperation'].map((code) =>
				failsWhen(
					'Response.Error.Code',
					code,
					'The CAM user or role is not allowed to list Kafka instances. Grant it ckafka:DescribeInstances, for example with the policy QcloudCkafkaReadOnlyAccess',
				),
			),
			...TENCENT_PLACE_REFUSALS.map(([code, text]) => failsWhen('Response.Error.Code', code, text)),
			failsWhen(
				'Response.Error.Code',
				'RequestLimitExceeded',
				'Tencent Cloud received too many requests. Wait a minute, then test again',
			),
			...['AuthFailure', 'AuthFailure.InvalidAuthorization'].map((code) =>
				failsWhen(
					'Response.Error.Code',
					code,
					"Tencent Cloud did not accept the key. Check 'Secret ID', 'Secret Key', and 'Token'",
				),
			),
			failsWhen(
				'Response.Result',
				undefined,
				"Tencent Cloud did not return a list of instances. Check 'Region', 'Site', and 'Endpoint'",
			),
		],
	};

	preAuthentication = preAuthenticateAt({
		now: this.now,
		timeout: this.timeout,
		waiting: this.waiting,
	});
}
