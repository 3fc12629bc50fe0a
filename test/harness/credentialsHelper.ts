import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeParameters,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import {
	getCredentialOwnRequestAllowedDomains,
	ICredentialsHelper,
	isExpression,
	NodeHelpers,
	UserError,
} from 'n8n-workflow';

import { Credentials, getAdditionalKeys, type PackageDirectoryLoader } from './engine';

/** Credential data by credential type; a credential of a given id goes under `<type>:<id>`. */
export type CredentialStore = Record<string, ICredentialDataDecryptedObject>;

/** n8n's own credential of its Crypto node, as far as the stand-in needs it. */
const cryptoCredential: ICredentialType = {
	name: 'crypto',
	displayName: 'Crypto',
	properties: [{ displayName: 'HMAC Secret', name: 'hmacSecret', type: 'string', default: '' }],
};

/** Looks after credentials as n8n's server does, with a plain object in the place of its database. */
export class HarnessCredentialsHelper extends ICredentialsHelper {
	constructor(
		private readonly packages: PackageDirectoryLoader[],
		private readonly emptyWorkflow: () => Workflow,
		readonly store: CredentialStore,
	) {
		super();
	}

	/** The credential class of that name. */
	type(name: string): ICredentialType {
		if (name === cryptoCredential.name) return cryptoCredential;
		// Of two packages with one type, n8n takes that of the one it loaded last.
		const loader = [...this.packages]
			.reverse()
			.find((candidate) => name in candidate.known.credentials);
		if (!loader) throw new UserError(`Unknown credential type: ${name}`);
		return loader.getCredential(name).type;
	}

	getParentTypes(name: string): string[] {
		return this.type(name).extends ?? [];
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.type(type).properties;
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		const credentials = new Credentials({ id: details.id, name: details.name }, type);
		await credentials.setData(this.stored(details, type));
		return credentials;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolve?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const stored = this.stored(details, type);
		if (raw) return stored;
		return await this.withDefaults(additionalData, stored, type, mode, executeData, resolve);
	}

	/** Fills in the defaults of the credential's fields and resolves expressions in them. */
	async withDefaults(
		additionalData: IWorkflowExecuteAdditionalData,
		stored: ICredentialDataDecryptedObject,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		resolve?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		const data = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			stored as INodeParameters,
			true,
			false,
			null,
			null,
		) as ICredentialDataDecryptedObject;
		for (const key of ['allowedHttpRequestDomains', 'allowedDomains']) {
			if (data[key] === undefined && stored[key] !== undefined) data[key] = stored[key];
		}
		const keys = getAdditionalKeys(additionalData, mode, null);
		if (resolve) {
			return resolve.workflow.expression.getParameterValue(
				data as INodeParameters,
				resolve.runExecutionData,
				resolve.runIndex,
				resolve.itemIndex,
				resolve.node.name,
				resolve.connectionInputData,
				mode,
				keys,
				executeData,
				false,
				data,
			) as ICredentialDataDecryptedObject;
		}
		const workflow = this.emptyWorkflow();
		const [node] = Object.values(workflow.nodes);
		await workflow.expression.acquireIsolate();
		try {
			return workflow.expression.getComplexParameterValue(
				node,
				data as INodeParameters,
				mode,
				keys,
				undefined,
				undefined,
				data,
			) as unknown as ICredentialDataDecryptedObject;
		} finally {
			await workflow.expression.releaseIsolate();
		}
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(type);
		const request = options as IHttpRequestOptions;
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		if (authenticate?.type !== 'generic') return request;

		const resolve = (value: string) =>
			isExpression(value)
				? String(
						workflow?.expression.getSimpleParameterValue(
							node as INode,
							value,
							'internal',
							{ $credentials: credentials },
							undefined,
							'',
						) ?? '',
					)
				: value;
		request.headers ??= {};
		const target = request as unknown as Record<string, Record<string, unknown>>;
		for (const [part, values] of Object.entries(authenticate.properties)) {
			target[part] ??= {};
			for (const [key, value] of Object.entries((values ?? {}) as Record<string, string>)) {
				target[part][resolve(key)] = resolve(value);
			}
		}
		return request;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		type: string,
		node: INode,
		expired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const field = this.type(type).properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		const beingTested = node.parameters?.temp === '' && node.type === 'n8n-nodes-base.noOp';
		if (!field || (credentials[field.name] !== '' && !expired && !beingTested)) return undefined;
		const output = await this.runPreAuthentication(helpers, credentials, type);
		if (output?.[field.name] === undefined || !node.credentials) return undefined;

		const details = node.credentials[type];
		const stored = this.stored(details, type);
		const kept = Object.entries(output).filter(
			([key]) => key === field.name || !isExpression(stored[key]),
		);
		await this.updateCredentials(details, type, { ...stored, ...Object.fromEntries(kept) });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		type: string,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const credentialType = this.type(type);
		const restricted = restrictToCredentialDomains(helpers, credentials);
		const output = await credentialType.preAuthentication?.call(restricted, credentials);
		return output as ICredentialDataDecryptedObject | undefined;
	}

	async updateCredentials(
		details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.store[this.key(details, type)] = data;
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new UserError('OAuth credentials are not supported by the harness');
	}

	private key(details: INodeCredentialsDetails, type: string): string {
		const withId = `${type}:${details.id}`;
		return withId in this.store ? withId : type;
	}

	private stored(details: INodeCredentialsDetails, type: string): ICredentialDataDecryptedObject {
		const data = this.store[this.key(details, type)];
		if (!data) {
			throw new UserError(`Credential with ID "${details.id}" does not exist for type "${type}".`);
		}
		return data;
	}
}

/** A token request of a credential is held to the domains which the credential allows. */
function restrictToCredentialDomains(
	helpers: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): IHttpRequestHelper {
	const allowedDomains = getCredentialOwnRequestAllowedDomains(credentials);
	if (allowedDomains === undefined) return helpers;
	return {
		helpers: {
			httpRequest: async (options) =>
				await helpers.helpers.httpRequest({ ...options, allowedDomains }),
		},
	};
}
