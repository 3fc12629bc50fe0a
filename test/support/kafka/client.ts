import { Kafka, logLevel, type KafkaConfig, type SASLOptions } from 'kafkajs';
import type { IDataObject } from 'n8n-workflow';

/** What people enter in n8n's own credential of the type Kafka, which its Kafka nodes use. */
export interface KafkaCredential {
	clientId: string;
	brokers: unknown;
	ssl: unknown;
	authentication: unknown;
	username?: string;
	password?: string;
	saslMechanism?: string;
	/** PEM. */
	ca?: string;
	cert?: string;
	key?: string;
	/** "Ignore SSL Issues (Insecure)" */
	allowUnauthorizedCerts?: boolean;
}

/** A SASL user as it was created, without what a cloud puts before its name. */
export interface SaslUser {
	name: string;
	password: string;
	mechanism: string;
}

/** The credential that the pages of the clouds have people fill in from connection settings. */
export const credentialFrom = (
	settings: IDataObject,
	user?: SaslUser,
	more: Partial<KafkaCredential> = {},
): KafkaCredential => ({
	clientId: 'n8n',
	brokers: settings.bootstrapServers,
	ssl: settings.ssl,
	authentication: settings.authentication,
	...(user && {
		username: `${String(settings.usernamePrefix ?? '')}${user.name}`,
		password: user.password,
		saslMechanism: user.mechanism.toLowerCase(),
	}),
	...more,
});

/** TLS as n8n's Kafka nodes want it: n8n-nodes-base 2.41.1, nodes/Kafka/utils.ts, `resolveKafkaSsl`. */
function tlsOf(credential: KafkaCredential): KafkaConfig['ssl'] {
	const { ssl, ca, cert, key, allowUnauthorizedCerts } = credential;
	if (!ssl) return false;
	if (!ca && !cert && !allowUnauthorizedCerts) return true;
	return {
		...(ca && { ca: [ca] }),
		...(cert && { cert, key }),
		...(allowUnauthorizedCerts && { rejectUnauthorized: false }),
	};
}

/** How n8n's Kafka nodes set KafkaJS up: nodes/Kafka/v1/KafkaV1.node.ts, `execute`. */
export const configOf = (credential: KafkaCredential): KafkaConfig => ({
	clientId: credential.clientId,
	brokers: String(credential.brokers)
		.split(',')
		.map((item) => item.trim()),
	ssl: tlsOf(credential),
	...(credential.authentication === true && {
		sasl: {
			username: credential.username,
			password: credential.password,
			mechanism: credential.saslMechanism,
		} as SASLOptions,
	}),
});

/** Signs in with KafkaJS, and returns the topics that the broker lists; throws what went wrong, at once. */
export async function topicsWith(credential: KafkaCredential): Promise<string[]> {
	const kafka = new Kafka({
		...configOf(credential),
		logLevel: logLevel.NOTHING,
		retry: { retries: 0 },
		// By default one second, which a busy machine can take.
		connectionTimeout: 30_000,
		authenticationTimeout: 30_000,
	});
	const admin = kafka.admin();
	try {
		await admin.connect();
		return await admin.listTopics();
	} finally {
		await admin.disconnect();
	}
}
