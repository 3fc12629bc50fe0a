import { certainHint, signatureHint } from '../../../credentials/session/huaweiSignature';

describe('what to check when Huawei Cloud did not accept a signature', () => {
	const now = Date.parse('2026-11-22T10:00:00Z');
	const echo = (date: string) =>
		`verify aksk signature fail, canonicalRequest:GET|/|host:dms.example.com|x-sdk-date:${date}||x`;
	test.each([
		[
			'Incorrect IAM authentication information: token expires',
			/'User Name', 'Password', 'Account Name'/,
		],
		['decrypt token fail', /token was not accepted/],
		['Access key not exist', /'Access Key ID' does not exist/],
		['ak LTAI5tExample not exist', /'Access Key ID' does not exist/],
		['AK access failed to reach the limit,forbidden', /locked for 5 minutes/],
		[
			echo('20261122T100000Z'),
			/^Check the credential's 'Access Key ID' and 'Secret Access Key'; for temporary keys/,
		],
		[echo('20261122T093000Z'), /request timestamp is off by 30 minutes; synchronize the clock/],
		[echo('20261122T103000Z'), /request timestamp is off by 30 minutes/],
		['', /'Secret Access Key'/],
		[
			'verify aksk signature fail, canonicalRequest:GET|/v2/||host:other.example.com|x-sdk-date:20261122T100000Z||host;x-sdk-date|e3b0',
			/a request for other\.example\.com instead of dms\.example\.com; a proxy may have changed it/,
		],
		[
			'verify aksk signature fail, canonicalRequest:GET|/v2/||host:dms.example.com|x-sdk-date:20261122T100000Z||host;x-sdk-date|e3b0',
			/Secret Access Key'; for temporary keys/,
		],
	])('follows from its words: %s', (message, hint) =>
		expect(signatureHint(message, 'dms.example.com', now)).toMatch(hint),
	);

	test.each([
		['ak LTAI5tExample not exist', /'Access Key ID' does not exist/],
		['AK access failed to reach the limit,forbidden', /locked for 5 minutes/],
	])('is certain in a credential test, too: %s', (words, hint) =>
		expect(certainHint(`Incorrect IAM authentication information: ${words}`, now)).toMatch(hint),
	);
});
