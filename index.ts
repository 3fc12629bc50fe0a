/** The package's map: every node and credential class. n8n itself loads them by the paths in package.json. */
export { ManagedKafkaAlibabaCloudApi } from './credentials/ManagedKafkaAlibabaCloudApi.credentials';
export { ManagedKafkaHuaweiCloudApi } from './credentials/ManagedKafkaHuaweiCloudApi.credentials';
export { ManagedKafkaTencentCloudApi } from './credentials/ManagedKafkaTencentCloudApi.credentials';
export { AlibabaCloudKafka } from './nodes/AlibabaCloudKafka/AlibabaCloudKafka.node';
export { AlibabaCloudKafkaTrigger } from './nodes/AlibabaCloudKafka/AlibabaCloudKafkaTrigger.node';
export { AlibabaCloudKafkaMaintenance } from './nodes/AlibabaCloudKafka/maintenance/AlibabaCloudKafkaMaintenance.node';
export { HuaweiCloudKafka } from './nodes/HuaweiCloudKafka/HuaweiCloudKafka.node';
export { HuaweiCloudKafkaTrigger } from './nodes/HuaweiCloudKafka/HuaweiCloudKafkaTrigger.node';
export { HuaweiCloudKafkaLegacy } from './nodes/HuaweiCloudKafka/legacy/HuaweiCloudKafkaLegacy.node';
export { HuaweiCloudKafkaMaintenance } from './nodes/HuaweiCloudKafka/maintenance/HuaweiCloudKafkaMaintenance.node';
export { KafkaFleet } from './nodes/KafkaFleet/KafkaFleet.node';
export { KafkaFleetTrigger } from './nodes/KafkaFleet/KafkaFleetTrigger.node';
export { TencentCloudCls } from './nodes/TencentCloudCls/TencentCloudCls.node';
export { TencentCloudKafka } from './nodes/TencentCloudKafka/TencentCloudKafka.node';
export { TencentCloudKafkaTrigger } from './nodes/TencentCloudKafka/TencentCloudKafkaTrigger.node';
export { TencentCloudKafkaMaintenance } from './nodes/TencentCloudKafka/maintenance/TencentCloudKafkaMaintenance.node';
