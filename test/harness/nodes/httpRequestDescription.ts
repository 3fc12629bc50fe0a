import { choice, describe, group, property, rows } from './describe';

const pair = [property('name', 'string', ''), property('value', 'string', '')];
const body = { sendBody: [true] };
const jsonBody = { ...body, contentType: ['json'] };
const form = { ...body, contentType: ['form-urlencoded'] };

/** The parameters of the HTTP Request node which the stand-in knows, with their places and defaults. */
export const httpRequestDescription = describe(
	'httpRequest',
	[4, 4.1, 4.2, 4.3, 4.4, 4.5],
	[
		choice('method', ['GET', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']),
		property('url', 'string', '', undefined, { required: true }),
		choice('authentication', ['none', 'predefinedCredentialType']),
		property(
			'nodeCredentialType',
			'credentialsSelect',
			'',
			{ authentication: ['predefinedCredentialType'] },
			{ required: true, credentialTypes: ['has:authenticate'] },
		),
		property('sendQuery', 'boolean', false),
		choice('specifyQuery', ['keypair', 'json'], { sendQuery: [true] }),
		rows('queryParameters', 'parameters', pair, { sendQuery: [true], specifyQuery: ['keypair'] }),
		property('jsonQuery', 'json', '', { sendQuery: [true], specifyQuery: ['json'] }),
		property('sendHeaders', 'boolean', false),
		choice('specifyHeaders', ['keypair', 'json'], { sendHeaders: [true] }),
		rows('headerParameters', 'parameters', pair, {
			sendHeaders: [true],
			specifyHeaders: ['keypair'],
		}),
		property('jsonHeaders', 'json', '', { sendHeaders: [true], specifyHeaders: ['json'] }),
		property('sendBody', 'boolean', false),
		choice('contentType', ['json', 'form-urlencoded', 'raw'], body),
		choice('specifyBody', ['keypair', 'json'], jsonBody),
		rows('bodyParameters', 'parameters', pair, { ...jsonBody, specifyBody: ['keypair'] }),
		property('jsonBody', 'json', '', { ...jsonBody, specifyBody: ['json'] }),
		choice('specifyBody', ['keypair', 'string'], form),
		rows('bodyParameters', 'parameters', pair, { ...form, specifyBody: ['keypair'] }),
		property('body', 'string', '', { ...body, specifyBody: ['string'] }),
		property('rawContentType', 'string', '', { ...body, contentType: ['raw'] }),
		property('body', 'string', '', { ...body, contentType: ['raw'] }),
		property('options', 'collection', {}, undefined, {
			options: [
				property('allowUnauthorizedCerts', 'boolean', false),
				property('lowercaseHeaders', 'boolean', true),
				property('proxy', 'string', ''),
				choice('queryParameterArrays', ['brackets', 'indices', 'repeat']),
				property('sendCredentialsOnCrossOriginRedirect', 'boolean', false),
				property('timeout', 'number', 10_000),
				property('redirect', 'fixedCollection', {}, undefined, {
					options: [
						group('redirect', [
							property('followRedirects', 'boolean', true),
							property('maxRedirects', 'number', 21),
						]),
					],
				}),
				property('response', 'fixedCollection', {}, undefined, {
					options: [
						group('response', [
							property('fullResponse', 'boolean', false),
							property('neverError', 'boolean', false),
							choice('responseFormat', ['autodetect', 'json', 'text']),
						]),
					],
				}),
			],
		}),
	],
);
