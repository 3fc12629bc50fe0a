import { alibaba } from './alibaba';
import { huawei } from './huawei';
import { tencent } from './tencent';
import type { Way } from './way';

export type { Stage, Way } from './way';

/** Every operation that can wait, with the ways in which its end shows. */
export const WAYS: Record<string, Record<string, Way[]>> = { huawei, alibaba, tencent };
