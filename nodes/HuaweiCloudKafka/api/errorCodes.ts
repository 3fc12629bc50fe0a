import type { ErrorText } from '../../shared/request/serviceFailure';

/**
 * Error codes of DMS for Kafka in plain words. Source: DMS for Kafka API Reference, 8.2, for the
 * gateway's codes the API Gateway's, and for those that are numbers or begin with `public` (V1) the
 * Chinese reference of 2022.
 */
export const ERROR_CODES: Readonly<Record<string, ErrorText>> = {
	'111400002': ['The project ID is malformed.', 'Correct the project ID in the path.'],
	'111400004': ['The request has no body.', 'Send the JSON body that the operation requires.'],
	'111400005': ['The body is not valid JSON or contains an invalid field.', 'Correct the body.'],
	'111400007': ['The given type is not supported.', 'Use a supported type.'],
	'111400008': ['The given version is not supported.', 'Use a supported version.'],
	'111400009': [
		'The flavor (product_id) is not valid.',
		'Select a flavor from the list of products.',
	],
	'111400010': [
		'The instance name must have 4-64 letters, digits, underscores, or hyphens.',
		'Choose a valid name.',
	],
	'111400011': [
		'The instance description is longer than 1024 characters.',
		'Shorten the description.',
	],
	'111400012': [
		'The password must have 8-32 characters of several types.',
		'Use at least three types of characters.',
	],
	'111400013': ['The VPC ID (vpc_id) is empty.', "Select 'VPC'."],
	'111400014': ['The security group ID (security_group_id) is empty.', "Select 'Security Group'."],
	'111400015': [
		'The user name must have 4-64 letters, digits, or hyphens.',
		'Choose a valid name.',
	],
	'111400016': ['The subnet ID (subnet_id) is empty.', "Select 'Subnet'."],
	'111400018': ['The subnet is not part of the VPC.', 'Use a subnet of this VPC.'],
	'111400019': ['The password is not complex enough.', 'Choose a stronger password.'],
	'111400020': ['DHCP is disabled in the subnet.', 'Enable DHCP or use another subnet.'],
	'111400026': [
		'The status of the instance does not allow this now.',
		'Wait until the status has changed, then try again.',
	],
	'111400037': [
		'instanceParams is not valid JSON or contains an invalid field.',
		'Correct instanceParams.',
	],
	'111400038': ['periodNum is not a whole number.', 'Enter a whole number.'],
	'111400042': ['The availability zone does not exist.', 'Select a zone from the list.'],
	'111400046': ['The security group does not exist.', 'Use an existing security group.'],
	'111400048': [
		'The security group has no rules for protocol ANY in both directions.',
		'Add an inbound and an outbound rule.',
	],
	'111400060': ['Another instance already has this name.', 'Choose another name.'],
	'111400061': ['The instance ID is malformed.', 'Correct the instance ID.'],
	'111400062': [
		'The status filter is not a valid instance status.',
		'Select a status from the list.',
	],
	'111400063': [
		'A configuration parameter is not valid.',
		'Correct the parameter named in the service response.',
	],
	'111400064': ['action must be delete or restart.', 'Set action to delete or restart.'],
	'111400065': ['The list of instances is empty.', 'Select at least one instance.'],
	'111400066': [
		'A configuration parameter is not valid.',
		'Correct the parameter named in the service response.',
	],
	'111400067': [
		'The list of zones (available_zones) must contain exactly one zone ID.',
		'Select one zone.',
	],
	'111400068': ['The VPC does not exist.', 'Use an existing VPC.'],
	'111400080': ['The password of the instance is incorrect.', 'Enter the correct password.'],
	'111400081': ['The instance name is used twice.', 'Choose another name.'],
	'111400099': [
		'Instances that are being created, started, stopped, or restarted cannot be deleted.',
		'Wait until their status is stable, then delete them.',
	],
	'111400100': ['More than 50 instances were specified.', 'Specify at most 50 at once.'],
	'111400101': [
		'The topic name must have 4-64 letters, digits, hyphens, or underscores, and start with a letter.',
		'Choose a valid name.',
	],
	'111400102': [
		'The number of partitions is out of range.',
		'Enter a number in the range that the operation allows.',
	],
	'111400103': [
		'The number of replicas is out of range.',
		'Enter a number in the range that the operation allows.',
	],
	'111400105': [
		'The retention is out of range.',
		'Enter a number of hours in the range that the operation allows.',
	],
	'111400106': ['The maintenance window is not valid.', 'Use one of the available windows.'],
	'111400124': [
		'The disk has reached the maximum number of expansions.',
		'It cannot be expanded again.',
	],
	'111400125': ['The specification code is not valid.', 'Correct the specification code.'],
	'111400500': ['The disk size is not valid.', 'Correct the disk size.'],
	'111400800': [
		'The topic already exists, the instance is not a Kafka instance, or a parameter is not valid.',
		'Check the service response and correct the request.',
	],
	'111401001': ['The token is not valid.', "Check the credential's 'User Name' and 'Password'."],
	'111401003': ['The request has no token.', "Check 'Authentication' in the credential."],
	'111401004': [
		'The project ID and the token belong to different projects.',
		"Check the credential's 'Project ID'.",
	],
	'111403002': [
		'The account is read-only and cannot change anything in DMS.',
		'Ask the administrator of the account to allow it.',
	],
	'111403003': [
		'The role of the user does not allow this operation.',
		'Ask the administrator of the account to allow it.',
	],
	'111404001': ['The URL does not exist.', "Check the credential's 'Endpoint'."],
	'111404002': ['The instance does not exist.', 'Check the instance ID.'],
	'111405001': ['The HTTP method is not allowed.', 'Use the documented method.'],
	'111500000': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500003': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500006': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500007': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500024': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500025': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500032': ['The order could not be created.', 'Contact support.'],
	'111500041': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500051': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500052': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500053': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500054': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500070': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500071': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500094': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'111500106': [
		'The service was unable to process the request.',
		'Try again later; contact support if that does not help.',
	],
	'APIGW.0101': [
		'This cloud does not publish the API at this address.',
		"Check the credential's 'Endpoint' and 'Region'. Private and partner clouds may only have the older paths: use the node Huawei Cloud Kafka (Legacy), resource 'Legacy API'.",
	],
	'APIGW.0201': [
		'The gateway did not accept the request, or got no response from the service in time.',
		'Send less data at once, or try again later.',
	],
	'APIGW.0301': [
		'The signature or token was not accepted.',
		"Check the keys in the credential, that 'Project ID' belongs to them and to 'Region', and the clock of the n8n server.",
	],
	'APIGW.0302': [
		'This user is not allowed to call the API.',
		'Ask the administrator of the account to allow it.',
	],
	'APIGW.0303': ['Authentication did not succeed.', 'Check the keys in the credential.'],
	'APIGW.0305': [
		'An access control rule rejected the request.',
		'Check the access control lists of the account.',
	],
	'APIGW.0307': [
		'The token was not accepted.',
		"Check 'User Name', 'Password', and 'Region' in the credential.",
	],
	'APIGW.0308': [
		'Too many requests were sent.',
		'Send fewer requests at once, or try again later.',
	],
	'CBC.99003651': [
		'Another operation is in progress on the order of this instance.',
		'Wait until it has finished, then try again.',
	],
	'DMS.00400002': ['The project ID is malformed.', 'Correct the project ID in the path.'],
	'DMS.00400004': ['The request has no body.', 'Send the JSON body that the operation requires.'],
	'DMS.00400005': [
		'The body is not valid JSON or contains forbidden characters.',
		'Correct the JSON, and remove the forbidden characters.',
	],
	'DMS.00400007': ['The given type is not supported.', 'Use a supported type.'],
	'DMS.00400008': ['The given version is not supported.', 'Use a supported version.'],
	'DMS.00400009': [
		'The flavor (product_id) is not valid.',
		'Select a flavor from the list of products.',
	],
	'DMS.00400010': [
		'The instance name must have 4-64 letters, digits, underscores, or hyphens.',
		'Choose a valid name.',
	],
	'DMS.00400011': [
		'The instance description is longer than 1024 characters.',
		'Shorten the description.',
	],
	'DMS.00400012': [
		'The password does not meet the complexity requirements.',
		'Use 8-32 characters of three types; avoid weak passwords.',
	],
	'DMS.00400013': ['The VPC ID (vpc_id) is empty.', "Select 'VPC'."],
	'DMS.00400014': [
		'The security group ID (security_group_id) is empty.',
		"Select 'Security Group'.",
	],
	'DMS.00400015': [
		'The user name must have 4-64 letters, digits, or hyphens.',
		'Choose a valid name.',
	],
	'DMS.00400016': ['The subnet ID (subnet_id) is empty.', "Select 'Subnet'."],
	'DMS.00400017': [
		'A background task on this instance is still running.',
		'Wait until the task has finished, then try again.',
	],
	'DMS.00400018': ['The subnet is not part of the VPC.', 'Use a subnet of this VPC.'],
	'DMS.00400019': [
		'The password does not meet the complexity requirements.',
		'Choose a password that meets them.',
	],
	'DMS.00400020': ['DHCP is disabled in the subnet.', 'Enable DHCP or use another subnet.'],
	'DMS.00400021': ['isAutoRenew must be 0 or 1.', 'Set isAutoRenew to 0 or 1.'],
	'DMS.00400022': ['The engine and the product ID do not match.', 'Use a product for this engine.'],
	'DMS.00400026': [
		'The status of the instance does not allow this operation.',
		'Check the status, and try again when it allows the operation.',
	],
	'DMS.00400028': [
		'specCode does not exist in the query for advanced products.',
		'Correct origin_spec_code.',
	],
	'DMS.00400029': ['No advanced product matches the request.', 'Correct origin_spec_code.'],
	'DMS.00400030': ['The instance ID is not a UUID.', 'Enter the UUID of the instance.'],
	'DMS.00400035': ['The instance quota of the account is exhausted.', 'Request a quota increase.'],
	'DMS.00400037': [
		'instanceParams is not valid JSON or contains forbidden characters.',
		'Correct instanceParams.',
	],
	'DMS.00400038': ['periodNum is not a whole number.', "Set 'Period' to a whole number."],
	'DMS.00400039': ['A quota is exhausted.', 'Request a quota increase.'],
	'DMS.00400042': ['The availability zone does not exist.', 'Select a zone from the list.'],
	'DMS.00400045': [
		'The instance is not frozen, so it cannot be unfrozen.',
		'Check the status of the instance.',
	],
	'DMS.00400046': ['The security group does not exist.', 'Use an existing security group.'],
	'DMS.00400047': ['periodType must be 2 or 3.', 'Set periodType to 2 or 3.'],
	'DMS.00400048': [
		'The security group has no inbound and outbound rules for protocol ANY.',
		'Add rules for both directions.',
	],
	'DMS.00400049': ['The availability zone does not support IPv6.', 'Choose another zone.'],
	'DMS.00400051': [
		'No upgrade package exists for the target version.',
		'Choose another target version.',
	],
	'DMS.00400052': [
		'Only a running instance can be upgraded.',
		'Try again when the instance is running.',
	],
	'DMS.00400053': [
		'The target version is the same as the current version.',
		'Choose another target version.',
	],
	'DMS.00400055': ['Servers, volumes, or other resources are sold out.', 'Try again later.'],
	'DMS.00400060': ['Another instance already has this name.', 'Choose another name.'],
	'DMS.00400061': ['The instance ID is malformed.', 'Correct the instance ID.'],
	'DMS.00400062': ['The request parameters are not valid.', 'Check the parameters.'],
	'DMS.00400063': [
		'A configuration parameter is not valid.',
		'Correct the parameter named in the service response.',
	],
	'DMS.00400064': ['action must be delete or restart.', 'Set action to delete or restart.'],
	'DMS.00400065': ['The list of instances is empty.', 'Select at least one instance.'],
	'DMS.00400066': [
		'A configuration parameter is not valid.',
		'Correct the parameter named in the service response.',
	],
	'DMS.00400067': [
		'The list of zones (available_zones) must contain exactly one zone ID.',
		'Select one zone.',
	],
	'DMS.00400068': ['The VPC does not exist.', 'Use an existing VPC.'],
	'DMS.00400070': ['The task ID is malformed.', 'Correct the task ID.'],
	'DMS.00400077': ['The subnet does not have enough free IP addresses.', 'Choose a larger subnet.'],
	'DMS.00400081': ['The instance name is used twice.', 'Choose another name.'],
	'DMS.00400082': ['An instance ID occurs more than once.', 'Remove or change the duplicate ID.'],
	'DMS.00400085': [
		'The body is not valid JSON, or the named key contains forbidden characters.',
		'Correct the named key.',
	],
	'DMS.00400099': [
		'Instances that are being created, started, stopped, or restarted cannot be deleted.',
		'Wait until their status is stable, then delete them.',
	],
	'DMS.00400100': [
		'More than 50 instances were specified.',
		'Split the request into smaller batches.',
	],
	'DMS.00400101': [
		'The topic name must have 4-64 letters, digits, underscores, or hyphens, and start with a letter.',
		'Choose a valid name.',
	],
	'DMS.00400102': ['The number of partitions must be 1-200.', 'Use 1 to 200 partitions.'],
	'DMS.00400103': ['The number of replicas must be 1-20.', 'Use 1 to 20 replicas.'],
	'DMS.00400105': ['The retention must be 1-168 hours.', 'Use a value from 1 to 168.'],
	'DMS.00400106': ['The maintenance window is not valid.', 'Use one of the available windows.'],
	'DMS.00400107': ['An order to resize the instance is awaiting payment.', 'Pay that order first.'],
	'DMS.00400108': [
		'An order to resize the instance is being processed.',
		'Try again when it has been processed.',
	],
	'DMS.00400124': [
		'The disk has reached the maximum number of expansions.',
		'Check how many expansions are allowed.',
	],
	'DMS.00400125': ['SPEC_CODE is not valid.', 'Correct SPEC_CODE.'],
	'DMS.00400127': ['This instance cannot change its retention policy.', 'Contact support.'],
	'DMS.00400128': [
		'The public access parameters are not valid.',
		'Check the public access parameters.',
	],
	'DMS.00400129': ['The instance version is too old for this operation.', 'Contact support.'],
	'DMS.00400134': ['An earlier order has not been paid.', 'Pay that order first.'],
	'DMS.00400135': ['Disk encryption is not supported here.', 'Turn disk encryption off.'],
	'DMS.00400136': ['The disk encryption key is missing.', 'Enter the key.'],
	'DMS.00400137': ['The disk encryption key is disabled.', 'Enable the key.'],
	'DMS.00400142': ['The timestamp is not valid.', 'Enter a valid timestamp.'],
	'DMS.00400500': ['The disk space is not valid.', 'Correct the disk space.'],
	'DMS.00400800': ['A request parameter is not valid.', 'Check the parameters.'],
	'DMS.00400861': [
		'The topic requires more replicas than there are brokers available.',
		'Use fewer replicas, or contact support.',
	],
	'DMS.00400882': [
		'The consumer group still subscribes to the topic, so its offset was not deleted.',
		'Stop the subscription first.',
	],
	'DMS.00400970': ['The RabbitMQ plug-in does not exist.', 'Check the list of plug-ins.'],
	'DMS.00400971': ['SSL is not enabled on this instance.', 'Check whether SSL is enabled.'],
	'DMS.00400975': ['The topics could not be queried.', 'Check that the topic exists.'],
	'DMS.00403002': [
		'The account is read-only.',
		'Ask the administrator of the account for write permission.',
	],
	'DMS.00403003': [
		'The role does not allow this operation.',
		'Ask the administrator of the account to grant the permission to the role.',
	],
	'DMS.00403007': [
		'The action is not allowed.',
		"Check the permissions of the credential's user, and that 'Project ID' belongs to the region.",
	],
	'DMS.00404001': ['The URL does not exist.', 'Correct the URL.'],
	'DMS.00404022': [
		'The instance does not exist.',
		'Check the instance ID and that the instance is in this region and project. It may also have been deleted.',
	],
	'DMS.00404033': [
		'The RabbitMQ disk space cannot be expanded.',
		'Add nodes to the RabbitMQ cluster.',
	],
	'DMS.00405001': ['The HTTP method is not allowed here.', 'Use the documented method.'],
	'DMS.00500000': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.00500006': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.00500017': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.00500024': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.00500025': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.00500033': [
		'The Enterprise Project Management Service could not update the project.',
		'Contact support.',
	],
	'DMS.00500041': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.00500052': [
		'The service encountered an internal fault: the upgrade job was not submitted.',
		'Contact support.',
	],
	'DMS.00500053': [
		'The service encountered an internal fault: the instance node was not found.',
		'Contact support.',
	],
	'DMS.00500054': [
		'The service encountered an internal fault: the password could not be generated.',
		'Contact support.',
	],
	'DMS.00500070': [
		'The service encountered an internal fault: the instance could not be configured.',
		'Contact support.',
	],
	'DMS.00500071': [
		'The service encountered an internal fault: the backup policy could not be created.',
		'Contact support.',
	],
	'DMS.00500094': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.00500106': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.00500978': [
		'A consumer group with this name already exists.',
		'Choose another consumer group name.',
	],
	'DMS.00500980': [
		'A partition reassignment is in progress.',
		'Check the reassignment, and try again when it has finished.',
	],
	'DMS.00500982': [
		'A broker does not have enough disk space.',
		'Check the free disk space of the target broker.',
	],
	'DMS.00500986': ['The account is suspended.', 'Contact the billing center.'],
	'DMS.00500987': ['The balance of the account is too low.', 'Top up the account, then try again.'],
	'DMS.00500990': ['The topics could not be updated.', 'Contact support.'],
	'DMS.00501000': [
		'The agency could not be created, possibly due to missing permissions.',
		'Check that the user is allowed to create agencies.',
	],
	'DMS.00501001': ['The role ID of the agency could not be read.', 'Try again later.'],
	'DMS.00501002': ['The role name has no role ID.', 'Check the role name in the request.'],
	'DMS.00501003': [
		'The role could not be granted to the agency.',
		'Try again later; contact support if that does not help.',
	],
	'DMS.00501007': ['The log is already turned off.', 'There is nothing to do.'],
	'DMS.00501008': [
		'A task of the log is still running.',
		'Wait until it has finished, then try again.',
	],
	'DMS.00501118': ['The CPU quota is not sufficient.', 'Request an increase of the CPU quota.'],
	'DMS.10240002': ['Too many queues were queried.', 'Query fewer queues.'],
	'DMS.10240004': ['The tag name is not valid.', 'Correct the tag name.'],
	'DMS.10240005': ['The project ID is malformed.', 'Correct the project ID.'],
	'DMS.10240007': ['The name contains forbidden characters.', 'Correct the name.'],
	'DMS.10240009': [
		'The body is not valid JSON or contains forbidden characters.',
		'Correct the body.',
	],
	'DMS.10240010': ['The description contains forbidden characters.', 'Correct the description.'],
	'DMS.10240011': ['The name must have 1-64 characters.', 'Use 1 to 64 characters.'],
	'DMS.10240012': ['The name must have 1-32 characters.', 'Use 1 to 32 characters.'],
	'DMS.10240013': ['The description is longer than 160 characters.', 'Shorten the description.'],
	'DMS.10240014': ['The number of messages to consume is out of range.', 'Request fewer messages.'],
	'DMS.10240015': ['The queue ID is malformed.', 'Correct the queue ID.'],
	'DMS.10240016': ['The group ID is malformed.', 'Correct the group ID.'],
	'DMS.10240017': ['The queue already exists.', 'Use the existing queue or another name.'],
	'DMS.10240018': [
		'The consumer group already exists.',
		'Use the existing consumer group or another name.',
	],
	'DMS.10240019': [
		'There are too many consumer groups.',
		'Delete consumer groups that are no longer needed.',
	],
	'DMS.10240020': ['The quota is not sufficient.', 'Check the quota.'],
	'DMS.10240021': ['time_wait must be 1-60.', 'Use 1 to 60.'],
	'DMS.10240022': ['The maximum consume count must be 1-100.', 'Use 1 to 100.'],
	'DMS.10240027': [
		'retention_hours must be a whole number from 1 to 72.',
		'Use a whole number from 1 to 72.',
	],
	'DMS.10240028': [
		'Only Kafka queues support retention_hours.',
		'Remove retention_hours for other queues.',
	],
	'DMS.10240032': [
		'The queue is still being created.',
		'Wait until it has been created, then try again.',
	],
	'DMS.10240035': ['The tag key is missing or too long.', 'Correct the tag key.'],
	'DMS.10240036': ['The tag key contains forbidden characters.', 'Correct the tag key.'],
	'DMS.10240038': ['The tag value is too long.', 'Shorten the tag value.'],
	'DMS.10240039': ['The tag value contains forbidden characters.', 'Correct the tag value.'],
	'DMS.10240040': ['Tags can only be created or deleted.', 'Use create or delete as the action.'],
	'DMS.10240041': ['Tags can only be filtered or counted.', 'Use filter or count as the action.'],
	'DMS.10240042': ['The page size is too large.', 'Request fewer records per page.'],
	'DMS.10240043': ['The paging offset is too large.', 'Use a smaller offset.'],
	'DMS.10240044': ['More than 10 tags were given.', 'Use at most 10 tags.'],
	'DMS.10240045': ['The tag key is already in use.', 'Choose another tag key.'],
	'DMS.10240101': ['The token is not valid.', 'Get a valid token.'],
	'DMS.10240102': ['The token has expired.', 'Get a new token.'],
	'DMS.10240103': ['The token is missing.', 'Send X-Auth-Token.'],
	'DMS.10240104': ['The token and the project ID do not match.', 'Use a token for this project.'],
	'DMS.10240304': ['The new quota is lower than the current usage.', 'Use a larger quota.'],
	'DMS.10240306': ['The account is frozen and cannot use DMS.', 'Check the status of the account.'],
	'DMS.10240307': ['The consumer group quota must be 1-10.', 'Use at most 10 consumer groups.'],
	'DMS.10240308': ['The queue quota must be 1-20.', 'Use at most 20 queues.'],
	'DMS.10240309': ['Access to DMS is denied.', 'Check that you have the required permission.'],
	'DMS.10240310': [
		'The account is read-only.',
		'Ask the administrator of the account for write permission.',
	],
	'DMS.10240311': [
		'The role does not allow this operation.',
		'Ask the administrator of the account to grant the permission to the role.',
	],
	'DMS.10240312': [
		'The account is restricted and cannot use DMS.',
		'Check the role and the account.',
	],
	'DMS.10240401': ['The queue ID is incorrect or does not exist.', 'Check the queue ID.'],
	'DMS.10240405': ['The consumer group ID is incorrect or does not exist.', 'Check the group ID.'],
	'DMS.10240406': ['The URL or endpoint does not exist.', 'Check the URL and the endpoint.'],
	'DMS.10240407': [
		'Too many requests were sent; flow control is active.',
		'Send fewer requests at once, or try again later.',
	],
	'DMS.10240426': ['No tag has this key.', 'Check the tag key.'],
	'DMS.10250002': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.10250003': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.10250004': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.10250005': ['Internal communication did not succeed.', 'Contact support.'],
	'DMS.10250006': ['The service encountered an internal fault.', 'Contact support.'],
	'DMS.10540001': ['The message body contains invalid fields.', 'Correct the fields.'],
	'DMS.10540003': ['The acknowledgment status must be success or fail.', 'Send success or fail.'],
	'DMS.10540004': [
		'The handler, queue, and group do not match.',
		'Use the handler of this queue and group.',
	],
	'DMS.10540010': ['The request format is not valid.', 'Check the request format.'],
	'DMS.10540011': ['The message is larger than allowed.', 'Reduce the size of the message.'],
	'DMS.10540012': [
		'The body is not valid JSON or contains forbidden characters.',
		'Correct the body.',
	],
	'DMS.10540014': ['The URL contains invalid parameters.', 'Correct the URL parameters.'],
	'DMS.10540202': ['The request format is not valid.', 'Check the request format.'],
	'DMS.10540401': ['The queue does not exist.', 'Check the queue name.'],
	'DMS.10542204': [
		'Messages could not be consumed; see the service response for the cause.',
		'Resolve the cause named in the service response.',
	],
	'DMS.10542205': [
		'The handler no longer exists; consumer instances are released one minute after consumption.',
		'Check the handler, or consume again to get a new one.',
	],
	'DMS.10542206': ['ack_wait must be 15-300.', 'Use 15 to 300.'],
	'DMS.10542209': [
		'The handler cannot be used: it cannot be parsed, has timed out, or was already acknowledged.',
		'Check whether the handler or the acknowledgment has timed out.',
	],
	'DMS.10542214': ['The request format is not valid.', 'Check the request format.'],
	'DMS.10550035': ["tag_type must be 'or' or 'and'.", "Set tag_type to 'or' or 'and'."],
	'DMS.111400860': [
		'The partition limit of the instance would be exceeded.',
		'Check the number of partitions, and use fewer.',
	],
	'DMS.111400864': [
		'The consumer group does not exist.',
		'Check the name of the consumer group. It may also have been deleted.',
	],
	'DMS.111501024': ['The message query timed out.', 'Try again later.'],
	'DMS.111501025': ['The message query service is busy.', 'Try again later.'],
	'DMS.111501026': [
		'The query would read more bytes than the limit for one query.',
		'Use a shorter time range or a different query.',
	],
	'DMS.40001016': [
		'The Kafka configuration for the connector is not valid.',
		'Correct the configuration as described in the service response.',
	],
	'DMS.40050005': ['The topic already exists.', 'Choose another topic name.'],
	'DMS.40050015': ['The consumer group already exists.', 'Choose another consumer group name.'],
	'DMS.50050004': ['The consumer group is offline.', 'Start a consumer in this consumer group.'],
	'public.00.0001': [
		'The service encountered an internal fault while creating the instance.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0002': [
		'The service encountered an internal fault while creating the instance.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0003': [
		'The service encountered an internal fault while creating the instance.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0004': [
		'The VPC for the instance could not be created.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0005': [
		'The security group for the instance could not be created.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0006': [
		'The subnet for the instance could not be created.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0007': [
		'The subnet is not in a usable state.',
		'Fix the subnet or use another one, then create the instance again.',
	],
	'public.00.0008': [
		'A server for the instance could not be created.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0009': [
		'A server for the instance could not be created.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0010': [
		'A server for the instance could not be created.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0011': [
		'A network interface could not be attached to a server of the instance.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0013': [
		'A server of the instance did not start.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0014': [
		'A server of the instance did not start.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0015': [
		'A server of the instance did not stop.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0018': [
		'The server (ECS) quota is exhausted.',
		'Request a quota increase or release servers, then create the instance again.',
	],
	'public.00.0024': [
		'The instance could not be deployed.',
		'Create the instance again; contact support if that does not help.',
	],
	'public.00.0025': ['Some nodes of the instance are faulty.', 'Contact support.'],
	'public.00.0042': [
		'The instance is unreachable.',
		'Check the network, try again later, or contact support.',
	],
};
