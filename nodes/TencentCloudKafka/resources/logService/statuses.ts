/**
 * What the check found, by its status: 0 is success, every other the step that does not work. Source:
 * CLS CheckRechargeKafkaServer.
 */
export const FINDINGS: ReadonlyMap<number, readonly [finding: string, mend: string]> = new Map([
	[0, ['The Log Service reaches Kafka', '']],
	[
		-1,
		[
			'The brokers could not be connected to',
			'Check address, port and security groups, and that the Log Service may come in.',
		],
	],
	[
		-2,
		[
			'The brokers did not accept the SASL login',
			"Check 'User Name', 'Password' and 'SASL Mechanism'.",
		],
	],
	[
		-3,
		[
			'The Log Service lacks the role that lets it use CKafka',
			'Authorize the role in the Log Service console, under the import of data from Kafka.',
		],
	],
	[-4, ['The topics do not exist', 'Create them, or correct their names.']],
	[-5, ['There is no data in the topic', 'Send a message to it, then check again.']],
	[
		-6,
		[
			'The user has no permission for CKafka',
			'Grant the CAM user of the credential access to CKafka, or the Kafka user the ACLs it needs.',
		],
	],
	[-7, ['The consumer group exists already', 'Delete it, or use another one.']],
	[
		-8,
		[
			'The instance does not exist or has been destroyed',
			"Check 'CKafka Instance' and the region.",
		],
	],
	[-9, ['The list of brokers is empty', "Give at least one address in 'Server Address'."]],
	[
		-10,
		[
			'The address of a broker has a wrong form',
			"Write 'Server Address' as host:port, with commas between several.",
		],
	],
	[
		-11,
		[
			'The port of a broker is not a number',
			"Write 'Server Address' as host:port, e.g. 10.0.0.1:9092.",
		],
	],
]);
