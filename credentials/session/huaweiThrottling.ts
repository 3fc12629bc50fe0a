/** Milliseconds of the units that rules are in. */
const UNITS: Readonly<Record<string, number>> = {
	second: 1000,
	minute: 60_000,
	hour: 3_600_000,
	day: 86_400_000,
};

const RULE = /limit:[ \t]?(\d{1,9}),[ \t]?time:[ \t]?(\d{1,9})[ \t]?(second|minute|hour|day)/i;
const POLICY = /policy (\w{1,20}) /i;

const WHOM: Readonly<Record<string, string>> = {
	user: ' for this user',
	ip: ' from this IP address',
	app: ' for this application',
	api: ' for this operation',
};

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** How many requests are allowed, as the gateway says it where it turns one away. */
export interface Rule {
	/** Milliseconds after which all of them may be sent again. */
	window: number;
	/** What it says, and what to do about it. */
	text: readonly [meaning: string, advice: string];
}

/**
 * The rule in the words of a refusal: "policy user over ratelimit,limit:200,time:5 minute"
 * (terraform-provider-huaweicloud #1335).
 */
export function ruleIn(words = ''): Rule | undefined {
	const found = RULE.exec(words);
	if (!found) return undefined;
	const [, limit, count, unit] = found;
	const [, policy = ''] = POLICY.exec(words) ?? [];
	const name = unit.toLowerCase();
	const time = counted(Number(count), name);
	return {
		window: Number(count) * UNITS[name],
		text: [
			`Too many requests were sent: ${counted(Number(limit), 'request')} in ${time} are allowed${WHOM[policy.toLowerCase()] ?? ''}`,
			`Wait up to ${time}, then send fewer requests at once.`,
		],
	};
}
