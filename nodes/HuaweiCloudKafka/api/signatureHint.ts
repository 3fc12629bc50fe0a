/**
 * What to look at when the gateway did not accept a signature (APIGW.0301). Its message echoes the
 * canonical request as the server saw it, with `|` for each line break.
 *
 * @param host Host and port that the request was sent to
 * @param now Unix time in milliseconds
 */
export function signatureHint(message = '', host = '', now: number): string {
	const echoed = /x-sdk-date:(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/i.exec(message);
	if (/decrypt token|token/i.test(message) && !echoed) {
		return "The token was not accepted. For temporary keys, check the credential's 'Security Token', which expires; for a password, check 'User Name', 'Password', 'Account Name', and 'Region'.";
	}
	if (/access key|ak not exist|ak .*(not found|invalid)/i.test(message)) {
		return "The 'Access Key ID' does not exist. Check it, and that it belongs to this cloud.";
	}
	const hints = ["Check the credential's 'Access Key ID' and 'Secret Access Key'"];
	if (echoed) {
		const [, year, month, day, hour, minute, second] = echoed.map(Number);
		const sent = Date.UTC(year, month - 1, day, hour, minute, second);
		const off = Math.round(Math.abs(sent - now) / 60_000);
		if (off >= 15) {
			hints.push(
				`the request timestamp is off by ${off} minutes; synchronize the clock of the n8n server`,
			);
		}
	}
	if (/expired|time/i.test(message)) {
		hints.push('the clock of the n8n server may be off by more than 15 minutes');
	}
	const seenHost = /(?:\||^)host:([^|\s]+)/i.exec(message)?.[1];
	if (seenHost && host && seenHost.toLowerCase() !== host.toLowerCase()) {
		hints.push(
			`the service received a request for ${seenHost} instead of ${host}; a proxy may have changed it`,
		);
	}
	hints.push(
		'for temporary keys, also check that the security token belongs to them and has not expired',
	);
	return `${hints.join('; ')}.`;
}
