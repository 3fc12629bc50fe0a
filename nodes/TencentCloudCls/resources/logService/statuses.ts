/**
 * What the check found, by its status: 0 is success, every other the step that does not work. Source:
 * CLS CheckRechargeKafkaServer.
 */
export const FINDINGS: ReadonlyMap<number, readonly [finding: string, advice: string]> = new Map([
	[0, ['CLS can access the Kafka cluster', '']],
	[
		-1,
		[
			'CLS could not connect to the brokers',
			'Check the address, port, and security groups, and that CLS is allowed to connect.',
		],
	],
	[
		-2,
		[
			'The brokers did not accept the SASL authentication',
			"Check 'SASL User Name', 'Password', and 'SASL Mechanism'.",
		],
	],
	[
		-3,
		[
			'CLS does not have the role that allows it to access CKafka',
			'Authorize the role in the CLS console, under Kafka data import.',
		],
	],
	[-4, ['The topics do not exist', 'Create them, or correct their names.']],
	[-5, ['The topic contains no data', 'Send a message to it, then check again.']],
	[
		-6,
		[
			'The user does not have permission for CKafka',
			'Grant the CAM user of the credential access to CKafka, or grant the Kafka user the ACLs that it needs.',
		],
	],
	[-7, ['The consumer group already exists', 'Delete it, or use another one.']],
	[
		-8,
		['The instance does not exist or has been deleted', "Check 'CKafka Instance' and the region."],
	],
	[-9, ['The list of brokers is empty', "Enter at least one address in 'Server Address'."]],
	[
		-10,
		[
			'A broker address has an invalid format',
			"Enter 'Server Address' as host:port, comma-separated.",
		],
	],
	[
		-11,
		[
			'A broker port is not a number',
			"Enter 'Server Address' as host:port, for example 10.0.0.1:9092.",
		],
	],
]);
