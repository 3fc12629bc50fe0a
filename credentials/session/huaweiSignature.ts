/** Times as the gateway writes them. */
const TIME = String.raw`(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z`;

const SENT = new RegExp(String.raw`x-sdk-date:${TIME}`, 'i');
const EXPIRED_AT = new RegExp(String.raw`signature time:\s*${TIME}`, 'i');
const SERVER_TIME = new RegExp(String.raw`server time:\s*${TIME}`, 'i');

/** Unix time in milliseconds; `undefined` where the message does not say it. */
function timeIn(message: string, form: RegExp): number | undefined {
	const found = form.exec(message);
	if (!found) return undefined;
	const [, year, month, day, hour, minute, second] = found.map(Number);
	return Date.UTC(year, month - 1, day, hour, minute, second);
}

const minutes = (duration: number) => Math.round(Math.abs(duration) / 60_000);

/** The signature is too old or too new for the service, so the keys have not even been looked at. */
function clockHint(message: string, now: number): string | undefined {
	if (!/signature expired/i.test(message)) return undefined;
	const signed = timeIn(message, EXPIRED_AT);
	if (signed === undefined) return undefined;
	const off = signed - (timeIn(message, SERVER_TIME) ?? now);
	const by = `${minutes(off)} minutes ${off < 0 ? 'behind' : 'ahead of'}`;
	return `The clock of the n8n server is ${by} that of the service: synchronize it. The keys are not the cause.`;
}

/** What is certain: which of key, secret and clock it is. */
export function certainHint(message: string, now: number): string | undefined {
	const clock = clockHint(message, now);
	if (clock) return clock;
	if (LOCKED_KEY.test(message)) return KEY_LOCKED;
	if (UNKNOWN_KEY.test(message)) return NO_KEY;
	if (!/verify aksk signature fail/i.test(message)) return undefined;
	return "The 'Access Key ID' exists, but 'Secret Access Key' does not belong to it. Copy it again.";
}

/** With the key in it or without: "ak HST3W… not exist" (ddns-go #844). */
const UNKNOWN_KEY = /access key|\bak (\S+ )?not exist|ak .*(not found|invalid)/i;

/** More than five refusals in a row lock a key for five minutes (API Gateway, "Common Errors Related to IAM"). */
const LOCKED_KEY = /failed to reach the limit/i;

const KEY_LOCKED =
	"The access key is locked for 5 minutes, because too many signatures in a row were not accepted. Check that 'Secret Access Key' belongs to 'Access Key ID', stop what uses a wrong one, and try again after that time.";

const NO_KEY = "The 'Access Key ID' does not exist. Check it, and that it belongs to this cloud.";

/**
 * What to look at when the gateway did not accept a signature (APIGW.0301). Its message echoes the
 * canonical request as the server saw it, with `|` for each line break.
 *
 * @param host Host and port that the request was sent to
 * @param now Unix time in milliseconds
 */
export function signatureHint(message = '', host = '', now: number): string {
	const clock = clockHint(message, now);
	if (clock) return clock;
	if (LOCKED_KEY.test(message)) return KEY_LOCKED;
	// huaweicloud-devkit #262, and a recording of cloud-custodian of 2025.
	if (/information:\s*unauthorized\W*$/i.test(message)) {
		return "The keys are known, but not for this project: check that the credential's 'Project ID' belongs to this account and to 'Region', or clear it to look it up. Otherwise, check the access key and its user's access to the region.";
	}
	const sent = timeIn(message, SENT);
	if (/decrypt token|token/i.test(message) && sent === undefined) {
		return "The token was not accepted. For temporary keys, check the credential's 'Security Token', which expires; for a password, check 'User Name', 'Password', 'Account Name', and 'Region'.";
	}
	if (UNKNOWN_KEY.test(message)) return NO_KEY;
	const hints = ["Check the credential's 'Access Key ID' and 'Secret Access Key'"];
	const off = sent === undefined ? 0 : minutes(sent - now);
	if (off >= 15) {
		hints.push(
			`the request timestamp is off by ${off} minutes; synchronize the clock of the n8n server`,
		);
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
