import type { IAuthenticateRuleResponseSuccessBody } from 'n8n-workflow';
import { ALIBABA_KEY_REFUSALS } from './alibaba';
import { failsWhen } from './testRules';

type Refusal = readonly [codes: readonly string[], text: string];

/**
 * What a refusal of the test means where the key itself is right. Source: the service's list of errors and
 * the table that RPC products have in common; both are in the facts.
 */
const REFUSALS: readonly Refusal[] = [
	[
		[
			'Forbidden.RAM',
			'NoPermission',
			'AUTH_PERMISSION_CHECK_ERROR',
			'AUTH_REQUEST_NOT_ALLOWED',
			'AUTH_SYSTEM_PERMISSION_CHECK_ERROR',
		],
		'The RAM user or role is not allowed to list Kafka instances. Grant it alikafka:ListInstance, for example with the policy AliyunKafkaReadOnlyAccess',
	],
	// One gateway knows the keys of all sites, so a foreign one is not an unknown key.
	[
		['AUTH_ONS_CHANNEL_INVALID'],
		"ApsaraMQ for Kafka is not available to this account here: accounts of the China site (aliyun.com), of the international site (alibabacloud.com), and of resellers differ. Check 'Region', or use a key of an account of the other site",
	],
	[
		['AUTH_SERVICE_CHECK_ERROR'],
		'ApsaraMQ for Kafka is not activated for the account. Activate it in the console',
	],
	[
		['AUTH_USER_IN_BLACK_LIST'],
		'The account is blocked from ApsaraMQ for Kafka. Contact Alibaba Cloud support',
	],
	// The gateway says Invalid{ParameterName}, the service Invalid.%s, other services .NotFound.
	[
		['InvalidRegionId', 'Invalid.RegionId', 'InvalidRegionId.NotFound'],
		"What answers at this address does not serve the region. Check 'Region', or the ID in 'Custom Region', and 'Endpoint'",
	],
	[
		['InvalidProduct.NotFound', 'InvalidApi.NotFound', 'InvalidAction.NotFound', 'InvalidVersion'],
		"What answers at this address is not ApsaraMQ for Kafka. Check 'Endpoint': {service} stands for the name of the service",
	],
	[
		['InvalidProtocol.NeedSsl'],
		"What answers at this address accepts only encrypted requests. Enter an 'Endpoint' that begins with https://",
	],
	[
		['Throttling', 'Throttling.User', 'Throttling.Api', 'ONS_SYSTEM_FLOW_CONTROL', 'FlowControl'],
		'Alibaba Cloud received too many requests. Wait a minute, then test again',
	],
	[
		['ServiceUnavailable', 'InternalError', 'ONS_SYSTEM_ERROR', 'AUTH_USER_CHECK_ERROR'],
		'Alibaba Cloud could not process the request at the moment. Wait a minute, then test again',
	],
];

/** The rules of the credential test; the last ones fail on anything but a list of instances. */
export const ALIBABA_TEST_RULES: IAuthenticateRuleResponseSuccessBody[] = [
	...[...ALIBABA_KEY_REFUSALS, ...REFUSALS].flatMap(([codes, text]) =>
		codes.map((code) => failsWhen('Code', code, text)),
	),
	...[false, undefined].map((success) =>
		failsWhen(
			'Success',
			success,
			"Alibaba Cloud did not return a list of instances. Check 'Region' and 'Endpoint', and that ApsaraMQ for Kafka is activated for the account",
		),
	),
];
