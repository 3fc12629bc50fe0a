import type { IDataObject } from 'n8n-workflow';

/** What the Tag service calls things of CKafka: names of six segments, with the region in the third. */

/** First two segments of a name, and the region that is yet to be filled in. */
const WITHOUT_REGION = 'qcs::ckafka::';

/** What the Tag service is told of instances when it is asked for their tags. */
export const INSTANCES = { ServiceType: 'ckafka', ResourcePrefix: 'ckafkaId' } as const;

/**
 * Name of an instance, without its region. The account number may stay empty, as in the vendor's Terraform
 * provider.
 */
export const instanceResource = (id: string): string =>
	`${WITHOUT_REGION}uin/:${INSTANCES.ResourcePrefix}/${id}`;

/** A request to the Tag service with the region of the resources, which its one worldwide host has to be told. */
export function withRegionInNames(body: IDataObject, region: string): IDataObject {
	const { Resource: name, ResourcePrefix: prefix } = body;
	if (typeof name === 'string' && name.startsWith(WITHOUT_REGION)) {
		const [service, others] = [WITHOUT_REGION.slice(0, -1), name.slice(WITHOUT_REGION.length)];
		return { ...body, Resource: `${service}${region}:${others}` };
	}
	return prefix === undefined ? body : { ...body, ResourceRegion: region };
}
