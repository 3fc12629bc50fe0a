import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A throw-away n8n home: n8n-core writes its settings file there as soon as it makes a node's context. */
export const userFolder = mkdtempSync(join(tmpdir(), 'n8n-harness-'));

// n8n-core reads these when it is first required, so this file is imported before it.
process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_ENCRYPTION_KEY ??= 'harness-encryption-key';
process.env.N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS ??= 'true';
process.env.N8N_LOG_LEVEL ??= 'silent';
