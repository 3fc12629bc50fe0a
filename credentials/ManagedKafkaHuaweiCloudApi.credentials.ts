import {
	UserError,
	type IAuthenticate,
	type IAuthenticateRuleResponseCode,
	type IAuthenticateRuleResponseSuccessBody,
	type ICredentialDataDecryptedObject,
	type ICredentialTestRequest,
	type ICredentialType,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { AGENCY_FIELDS } from './fields/agency';
import { checkedRegion, regionOf } from './fields/checks';
import { hostIn, isTrusted } from './fields/hosts';
import { huaweiKeys } from './fields/huawei';
import { SESSION_TOKEN } from './fields/role';
import { huaweiAgencies } from './session/huaweiAgency';
import { noteAccount, withAccount } from './session/huaweiDomain';
import { renewSession, sessionFor, type SessionTime, type Timeout } from './session/huawei';
import { systemWaiting, type Waiting } from './session/iamTime';
import { HUAWEI_BASE_URL, HUAWEI_REGIONS, huaweiEndpoint } from './regions/huawei';
import { huaweiOrigins } from './regions/huaweiServices';
import { percentEncode } from './signing/encoding';
import { headerOf, withHeaders } from './signing/headers';
import { signHuawei, withoutHuaweiAuthentication } from './signing/huawei';
import { fromWire, toWire, type WireRequest } from './signing/wire';
import { ALLOW_HTTP, checkEncrypted } from './fields/encryption';
import { IGNORE_SSL, isUncheckedByNode, withIgnoredSsl } from './fields/ignoreSsl';
import { failsWhen } from './fields/testRules';

/** The path segment `{project_id}`, encoded, in whose place the project ID is put. */
const PROJECT_PLACEHOLDER = /\/%7Bproject_id%7D(?=\/|$)/;

/** Only the first one: what follows it may be a name that somebody gave, such as of a consumer group. */
const withProject = (path: string, projectId: string): string =>
	path.replace(PROJECT_PLACEHOLDER, () => `/${percentEncode(projectId)}`);

/**
 * Hosts of Huawei Cloud's APIs: of a service, in a region. Others lead to what customers have there, such as a bucket,
 * which has a host without a region, too.
 */
const VENDOR_HOSTS = /^[a-z\d-]+(\.[a-z]{2}(-[a-z\d]+)+)?\.myhuaweicloud\.(com|eu)$/;

/**
 * A token is good for everything that its user may do, for a day, whoever has it; a signature is for one
 * host and request.
 *
 * @throws UserError
 */
function checkTokenHost(origin: string, own: string[]): void {
	if (isTrusted(origin, own, VENDOR_HOSTS)) return;
	throw new UserError(
		`The sign-in token is not sent to ${hostIn(origin)}: it only goes to the credential's 'Endpoint' and 'IAM Endpoint' and to hosts of Huawei Cloud. Check the URL, or use an access key, which signs each request for one host`,
	);
}

/**
 * Who only uses a credential must not be able to read its token, by a proxy of his own that shows any certificate.
 *
 * @throws UserError
 */
function checkTokenWay(
	credentials: ICredentialDataDecryptedObject,
	origin: string,
	options: IHttpRequestOptions,
): void {
	if (!origin.startsWith('https:') || !isUncheckedByNode(credentials, options)) return;
	throw new UserError(
		"The sign-in token is not sent to a host whose certificate is not checked. Turn off 'Ignore SSL Issues (Insecure)' in the node; if the certificate cannot be validated, turn it on in the credential instead",
	);
}

/**
 * Authenticates a request to any API of Huawei Cloud.
 *
 * - The first path segment `{project_id}` becomes the project ID.
 * - A header `X-Region` says that the request is for another region than the credential's; it is sent
 *   along, unsigned.
 * - `X-Project-Id` is added unless the caller names a project or, for services of a whole account, a
 *   domain: `{domain_id}` in `X-Domain-Id` becomes its ID.
 */
const authenticateAt =
	(now: () => number) =>
	async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		huaweiEndpoint(credentials);
		const given = toWire(requestOptions, 'repeat');
		checkEncrypted(credentials, given.origin, 'The URL');
		const own = regionOf(credentials);
		const region = checkedRegion(headerOf(given.headers, 'X-Region') ?? own);
		if (region !== own) huaweiEndpoint(credentials, region);
		noteAccount(credentials, given.headers);
		const session = sessionFor(credentials, region, now());
		if (session.token !== undefined) {
			checkTokenWay(credentials, given.origin, requestOptions);
			checkTokenHost(
				given.origin,
				[own, region].flatMap((one) => huaweiOrigins(credentials, one)),
			);
		}

		const keys = huaweiAgencies.keysFor(credentials, now());

		let headers = withoutHuaweiAuthentication(given.headers);
		const scoped = headerOf(headers, 'X-Project-Id') ?? headerOf(headers, 'X-Domain-Id');
		if (scoped === undefined) {
			headers = withHeaders(headers, { 'X-Project-Id': session.projectId });
		}
		headers = withAccount(credentials, headers, session.token !== undefined);
		if (headerOf(headers, 'Content-Type') === undefined && !given.unsignableBody) {
			headers = withHeaders(headers, { 'Content-Type': 'application/json' });
		}
		const wire: WireRequest = {
			...given,
			headers,
			path: withProject(given.path, session.projectId),
		};
		return fromWire(withIgnoredSsl(credentials, requestOptions), {
			...wire,
			headers:
				session.token === undefined
					? signHuawei(wire, keys ?? huaweiKeys(credentials), new Date(now()))
					: withHeaders(headers, { 'X-Auth-Token': session.token }),
		});
	};

/** Fetches what requests need besides the key. n8n calls it with its request helpers as `this`. */
const preAuthenticateAt = (time: SessionTime) =>
	async function (
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<{ sessionToken?: string }> {
		// Nobody signs in with a credential that cannot be used.
		huaweiEndpoint(credentials);
		return await renewSession(
			async (options) => await this.helpers.httpRequest(options),
			credentials,
			time,
		);
	};

const showFor = (authentication: 'accessKey' | 'password') => ({
	show: { authentication: [authentication] },
});

/**
 * Huawei Cloud, with an access key (SDK-HMAC-SHA256), an agency, or an IAM user's password (token of 24 hours).
 * Signs any API of the vendor from the HTTP Request node as well.
 */
export class ManagedKafkaHuaweiCloudApi implements ICredentialType {
	/**
	 * n8n makes credential types without any argument.
	 *
	 * @param now Unix time in milliseconds, for tests
	 * @param timeout Makes a signal that comes after so many milliseconds, for tests
	 * @param waiting How it waits for its turn at IAM, for tests
	 */
	constructor(
		private readonly now: () => number = () => Date.now(),
		private readonly timeout: Timeout = (duration) => AbortSignal.timeout(duration),
		private readonly waiting: Waiting = systemWaiting,
	) {}

	name = 'managedKafkaHuaweiCloudApi';

	displayName = 'Huawei Cloud Access Key API';

	icon = {
		light: 'file:../icons/huaweiCloudKafka.svg',
		dark: 'file:../icons/huaweiCloudKafka.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-managed-kafka/n8n-nodes-managed-kafka#huawei-cloud-access-key-api';

	properties: INodeProperties[] = [
		{
			displayName:
				'Use an IAM user with only the permissions the workflow needs: DMS ReadOnlyAccess to monitor, DMS UserAccess to operate, DMS FullAccess to create and delete instances',
			name: 'permissionsNotice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			// By an expression, n8n would require the fields of both ways before it saves the credential.
			noDataExpression: true,
			options: [
				{
					name: 'Access Key (AK/SK)',
					value: 'accessKey',
					description: 'Sign each request with permanent or temporary keys',
				},
				{
					name: 'IAM User Password',
					value: 'password',
					description: 'Sign in to get a token, which is kept for up to 24 hours',
				},
				{
					name: 'OIDC Token',
					value: 'oidc',
					description: 'Exchange a token of an identity provider for temporary keys of an agency',
				},
			],
			default: 'accessKey',
		},
		{
			displayName: 'Access Key ID',
			name: 'accessKeyId',
			type: 'string',
			default: '',
			required: true,
			displayOptions: showFor('accessKey'),
			description: 'From My Credentials > Access Keys in the console',
		},
		{
			displayName: 'Secret Access Key',
			name: 'secretAccessKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: showFor('accessKey'),
		},
		{
			displayName: 'Security Token',
			name: 'securityToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: showFor('accessKey'),
			description: 'Only for temporary access keys',
		},
		{
			displayName: 'Account Name',
			name: 'domainName',
			type: 'string',
			default: '',
			required: true,
			displayOptions: showFor('password'),
			description: 'Name of the account (domain) that the IAM user belongs to',
		},
		{
			displayName: 'User Name',
			name: 'userName',
			type: 'string',
			default: '',
			required: true,
			displayOptions: showFor('password'),
			description: 'Name of the IAM user, which must have programmatic access',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: showFor('password'),
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [...HUAWEI_REGIONS, { name: 'Custom', value: 'custom' }],
			default: 'ap-southeast-3',
			required: true,
		},
		{
			displayName: 'Custom Region',
			name: 'customRegion',
			type: 'string',
			default: '',
			placeholder: 'e.g. cn-north-4',
			displayOptions: { show: { region: ['custom'] } },
			description: 'Region ID',
		},
		{
			displayName: 'Project ID',
			name: 'projectId',
			type: 'string',
			default: '',
			placeholder: 'e.g. e9993fc787d94b6c886cbaa340f9c0f4',
			description:
				'Project of the region, from My Credentials in the console. If empty, it is looked up by region name.',
		},
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://dms.{region}.example.com',
			description:
				'Endpoint of DMS in a private or partner cloud. {region} is replaced with the region, and {service} with the name of the service, which lists of networks, keys, and projects need. Leave empty for the public cloud.',
		},
		{
			displayName: 'IAM Endpoint',
			name: 'iamEndpoint',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://iam.{region}.example.com',
			description:
				'Endpoint of IAM in a private or partner cloud, used to sign in and to look up the project ID. Leave empty for the public cloud.',
		},
		...AGENCY_FIELDS,
		IGNORE_SSL,
		ALLOW_HTTP,
		SESSION_TOKEN,
	];

	authenticate: IAuthenticate = authenticateAt(this.now);

	test: ICredentialTestRequest = {
		request: {
			baseURL: HUAWEI_BASE_URL,
			url: '/v2/{project_id}/instances',
			qs: { engine: 'kafka', limit: 1 },
			// The rules below read the answer; a 401 has to stay one, for n8n to renew the session.
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
		},
		// n8n runs both kinds of rules; its type allows only one of them at a time.
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						"Huawei Cloud did not accept the credential. Check the access key or the user name and password, that 'Project ID' belongs to 'Region', and that the clock of the n8n server is correct",
				},
			} satisfies IAuthenticateRuleResponseCode,
			...['DMS.00403002', 'DMS.10240310'].map((code) =>
				failsWhen(
					'error_code',
					code,
					'The account is read-only. Pay overdue bills or request write access in the console',
				),
			),
			...['DMS.00403003', 'DMS.00403007', 'DMS.10240309', 'DMS.10240311', 'APIGW.0302'].map(
				(code) =>
					failsWhen(
						'error_code',
						code,
						'The user is not allowed to list Kafka instances. Grant it dms:instance:list, for example with the policy DMS ReadOnlyAccess',
					),
			),
			failsWhen(
				'error_code',
				'APIGW.0308',
				'Huawei Cloud received too many requests. Wait a minute, then test again',
			),
			failsWhen(
				'instances',
				undefined,
				"Huawei Cloud did not return a list of instances. Check 'Region', 'Project ID', and 'Endpoint'",
			),
		] as IAuthenticateRuleResponseSuccessBody[],
	};

	preAuthentication = preAuthenticateAt({
		now: this.now,
		timeout: this.timeout,
		waiting: this.waiting,
	});
}
