import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IRequestOptions,
} from 'n8n-workflow';
import { getCredentialAllowedDomains, NodeOperationError } from 'n8n-workflow';

import { setPath } from './paths';

interface Row {
	name: string;
	value: string;
}

interface NodeOptions {
	allowUnauthorizedCerts?: boolean;
	lowercaseHeaders?: boolean;
	proxy?: string;
	queryParameterArrays?: 'indices' | 'brackets' | 'repeat';
	redirect?: { redirect?: { followRedirects?: boolean; maxRedirects?: number } };
	response?: { response?: Partial<ResponseOptions> };
	sendCredentialsOnCrossOriginRedirect?: boolean;
	timeout?: number;
}

export interface ResponseOptions {
	responseFormat: 'autodetect' | 'json' | 'text';
	fullResponse: boolean;
	neverError: boolean;
}

const accepts = {
	autodetect:
		'application/json,text/html,application/xhtml+xml,application/xml,text/*;q=0.9, image/*;q=0.8, */*;q=0.7',
	json: 'application/json,text/*;q=0.99',
	text: 'application/json,text/html,application/xhtml+xml,application/xml,text/*;q=0.9, */*;q=0.1',
};

const fiveMinutes = 300_000;

/** What the HTTP Request node of that version and with these parameters hands to n8n's request helpers. */
export async function requestOptions(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<{ options: IRequestOptions; response: ResponseOptions }> {
	const parameter = <T>(name: string, fallback?: T) =>
		context.getNodeParameter(name, itemIndex, fallback) as T;
	const version = context.getNode().typeVersion;
	const method = parameter<IRequestOptions['method']>('method');
	const settings = parameter<NodeOptions>('options', {});
	const response: ResponseOptions = {
		responseFormat: settings.response?.response?.responseFormat || 'autodetect',
		fullResponse: settings.response?.response?.fullResponse || false,
		neverError: settings.response?.response?.neverError || false,
	};

	const options: IRequestOptions = {
		headers: {},
		method,
		uri: address(context, parameter('url')),
		gzip: true,
		rejectUnauthorized: !settings.allowUnauthorizedCerts,
		followRedirect: false,
		resolveWithFullResponse: true,
		sendCredentialsOnCrossOriginRedirect:
			settings.sendCredentialsOnCrossOriginRedirect ?? version < 4.4,
		allowedDomains: await allowedDomains(context, itemIndex),
		timeout: settings.timeout || fiveMinutes,
		...(method !== 'GET' && version >= 4.1 && { followAllRedirects: false }),
		...(settings.proxy && { proxy: settings.proxy }),
		...(response.neverError && { simple: false }),
	};
	const redirect = settings.redirect?.redirect;
	if (redirect?.followRedirects || !settings.redirect) {
		Object.assign(options, { followRedirect: true, followAllRedirects: true });
		options.maxRedirects = redirect?.maxRedirects;
	}

	const sendBody = parameter('sendBody', false);
	const contentType = parameter<string>('contentType', '');
	if (sendBody) {
		const body = await bodyOf(context, contentType, parameter, version);
		if (contentType === 'form-urlencoded' && !['HEAD', 'OPTIONS'].includes(method as string)) {
			options.form = body as IDataObject;
		} else {
			options.body = body;
		}
	}
	if (parameter('sendQuery', false)) {
		options.qs =
			parameter<string>('specifyQuery', 'keypair') === 'json'
				? fromJson(context, parameter<string>('jsonQuery', ''), 'JSON Query Parameters')
				: collect(parameter<Row[]>('queryParameters.parameters', []), version);
		if (settings.queryParameterArrays) {
			options.qsStringifyOptions = { arrayFormat: settings.queryParameterArrays };
		}
	}
	if (parameter('sendHeaders', false)) {
		const headers =
			parameter<string>('specifyHeaders', 'keypair') === 'json'
				? fromJson(context, parameter<string>('jsonHeaders', ''), 'JSON Headers')
				: collect(
						parameter<Row[]>('headerParameters.parameters', []).filter(({ name }) => name),
						version,
					);
		const lowercase = settings.lowercaseHeaders ?? true;
		for (const [name, value] of Object.entries(headers)) {
			(options.headers as IDataObject)[lowercase ? name.toLowerCase() : name] = value;
		}
	}

	if (response.responseFormat === 'autodetect') {
		Object.assign(options, { encoding: null, json: false, useStream: true });
	} else if (contentType === 'raw') {
		Object.assign(options, { json: false, useStream: true });
	} else {
		options.json = true;
	}
	const headers = options.headers as IDataObject;
	if (contentType === 'raw') headers['content-type'] = parameter('rawContentType');
	headers.accept ??= accepts[response.responseFormat];
	return { options, response };
}

function address(context: IExecuteFunctions, value: unknown): string {
	const url = typeof value === 'string' ? value.trim() : '';
	if (/^https?:\/\//.test(url)) return url;
	throw new NodeOperationError(
		context.getNode(),
		`Invalid URL: ${url}. URL must start with "http" or "https".`,
	);
}

async function allowedDomains(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<string | undefined> {
	if (context.getNodeParameter('authentication', itemIndex) === 'none') return undefined;
	const type = context.getNodeParameter('nodeCredentialType', itemIndex) as string;
	const credentialData = await context.getCredentials<ICredentialDataDecryptedObject>(
		type,
		itemIndex,
	);
	return getCredentialAllowedDomains({
		node: context.getNode(),
		credentialData,
		surface: 'HTTP Request or GraphQL',
	});
}

async function bodyOf(
	context: IExecuteFunctions,
	contentType: string,
	parameter: <T>(name: string, fallback?: T) => T,
	version: number,
): Promise<unknown> {
	if (contentType === 'raw') return parameter('body', '');
	const specify = parameter<string>('specifyBody', '');
	if (specify === 'string') {
		return Object.fromEntries(new URLSearchParams(parameter<string>('body', '')));
	}
	if (specify === 'json') {
		const body = parameter<string | IDataObject>('jsonBody', '');
		return typeof body === 'string' ? fromJson(context, body, 'JSON Body') : body;
	}
	const rows = parameter<Row[]>('bodyParameters.parameters', []);
	if (contentType !== 'json') return collect(rows, version);
	// In a JSON body a name with dots makes nested objects.
	const body: IDataObject = {};
	for (const { name, value } of rows) setPath(body, name, value);
	return body;
}

/** Name and value pairs; from 4.3 a name given several times makes an array. */
function collect(rows: Row[], version: number): IDataObject {
	const values: IDataObject = {};
	for (const { name, value } of rows) {
		const before = values[name];
		const repeated = version >= 4.3 && before !== undefined;
		values[name] = repeated ? ([before].flat().concat(value) as string[]) : value;
	}
	return values;
}

function fromJson(context: IExecuteFunctions, value: string, field: string): IDataObject {
	try {
		return JSON.parse(value);
	} catch {
		const message = `The value in the "${field}" field is not valid JSON`;
		throw new NodeOperationError(context.getNode(), message);
	}
}
