/** The package's map: every node and credential class. n8n itself loads them by the paths in package.json. */
export { AlibabaCloudApi } from './credentials/AlibabaCloudApi.credentials';
export { HuaweiCloudApi } from './credentials/HuaweiCloudApi.credentials';
export { TencentCloudApi } from './credentials/TencentCloudApi.credentials';
export { AlibabaCloudKafka } from './nodes/AlibabaCloudKafka/AlibabaCloudKafka.node';
export { AlibabaCloudKafkaTrigger } from './nodes/AlibabaCloudKafka/AlibabaCloudKafkaTrigger.node';
export { HuaweiCloudKafka } from './nodes/HuaweiCloudKafka/HuaweiCloudKafka.node';
export { HuaweiCloudKafkaTrigger } from './nodes/HuaweiCloudKafka/HuaweiCloudKafkaTrigger.node';
export { TencentCloudKafka } from './nodes/TencentCloudKafka/TencentCloudKafka.node';
export { TencentCloudKafkaTrigger } from './nodes/TencentCloudKafka/TencentCloudKafkaTrigger.node';
