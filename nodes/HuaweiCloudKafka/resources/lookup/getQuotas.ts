import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../../shared/contract/operation';
import { entries, get } from '../../../shared/contract/operation';
import { flag } from '../../../shared/form/fields';
import { isObject } from '../../../shared/request/serviceFailure';

const quotasIn = (body: IDataObject): IDataObject => (isObject(body.quotas) ? body.quotas : {});

/**
 * Gets how many instances there may be and are. Official SDK 3.1.215; a create beyond the quota fails
 * with DMS.00400035.
 */
export const getQuotas: Operation = {
	value: 'getQuotas',
	name: 'Get Quotas',
	action: 'Get quotas',
	description:
		'Get how many instances the project can have and has; with none left, creating an instance fails',
	api: 'ShowQuotas',
	request: get('/v2/{project_id}/quotas'),
	kind: 'read',
	options: [
		flag(
			'includeTagsQuota',
			'Include Tag Quota',
			'Whether to also return how many tags an instance can have',
			{ sentIn: 'query', asText: true, default: true },
		),
	],
	outcome: (body) => entries('resources')(quotasIn(body)),
};
