/**
 * n8n's engine in this process, without server, database or n8n's own nodes. It loads what `npm run build` made.
 *
 * ```ts
 * const harness = await createHarness({ credentials: { managedKafkaHuaweiCloudApi: { ... } } });
 * const get = node('Get', 'n8n-nodes-managed-kafka.huaweiCloudKafka', { operation: 'get' }, { credentials: ['managedKafkaHuaweiCloudApi'] });
 * const run = await harness.run(chain(get), { inputItems: [{ json: { id: '1' } }] });
 * expect(run.items('Get')).toEqual([...]);
 * ```
 */
export { createHarness, Harness, projectRoot, type HarnessOptions } from './harness';
export type { CredentialTestResult } from './credentialTest';
export type { CredentialStore } from './credentialsHelper';
export type { AnyNodeType } from './nodeTypes';
export type { PollOptions } from './polling';
export type { Outcome, Running, RunOptions } from './run';
export { chain, node, type NodeSettings, type WorkflowJson } from './workflows';
